"""统计报表指标 of the demonstration."""

from yunguan.demo.centre import Centre


def test_items_stand_in_order_in_the_version_in_use(centre: Centre) -> None:
    rows = centre.rows("form_item")
    versions = {row["version_no"] for row in centre.rows("form_version") if row["effective_to"] is None}
    assert {row["form_version"] for row in rows} == versions
    assert [row["place"] for row in rows if row["form_version"] == rows[0]["form_version"]] == [1, 2, 3, 4, 5, 6]
