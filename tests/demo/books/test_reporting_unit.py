"""统计调查单位名录库 of the demonstration."""

from yunguan.demo.centre import Centre


def test_units_come_change_and_go_in_the_year(centre: Centre) -> None:
    rows = centre.rows("reporting_unit")
    assert {row["state"] for row in rows} == {"listed", "gone", "proposed"}
    assert any(row["changed_on"] for row in rows)
    assert any(row["listed_on"] and row["listed_on"].year == 2023 for row in rows)
    assert len({(row["operator"], row["survey"]) for row in rows}) == len(rows)
