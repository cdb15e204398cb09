"""五全一常态月度汇总 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.check_template import SECTORS
from yunguan.demo.centre import Centre


def test_every_month_of_every_trade_is_reported_and_the_next_begun(centre: Centre) -> None:
    rows = centre.rows("monthly_safety_summary")
    reported = {(row["month_on"].month, row["sector"]) for row in rows if row["state"] == "reported"}
    assert reported == {(month, sector) for month in range(1, 13) for sector in SECTORS}
    assert {row["sector"] for row in rows if row["state"] == "drafting"} == set(SECTORS)


def test_no_more_are_checked_than_due(centre: Centre) -> None:
    told = [row for row in centre.rows("monthly_safety_summary") if row["state"] == "reported"]
    assert all(0 < row["operators_checked"] <= row["operators_due"] for row in told)
