"""统计数据异动查询台账 of the demonstration."""

from yunguan.demo.centre import Centre


def test_inquiries_are_explained_visited_corrected_and_one_is_open(centre: Centre) -> None:
    rows = centre.rows("anomaly_inquiry")
    assert {row["state"] for row in rows} == {"accepted", "corrected", "opened"}
    assert any(row["means"] == "on_site" and row["findings"] for row in rows)
