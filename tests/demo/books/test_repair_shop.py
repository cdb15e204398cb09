"""维修经营者备案台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar
from yunguan.demo.targets import LAST_DAY, aim


def test_as_many_shops_were_filed_in_the_year_as_published(centre: Centre) -> None:
    filed = [row for row in centre.rows("repair_shop") if row.get("filed_on") and row["filed_on"].year == LAST_DAY.year]
    assert len(filed) == aim("maintenance.shops_filed")
    assert len({row["filing_no"] for row in filed}) == len(filed)


def test_some_filings_wait_and_a_few_wait_too_long(centre: Centre) -> None:
    waiting = [row for row in centre.rows("repair_shop") if row["state"] == "submitted"]
    overdue = [row for row in waiting if calendar().due(row["submitted_on"], 5) < LAST_DAY]
    assert 0 < len(overdue) < len(waiting)


def test_an_operator_has_one_filing_a_site(centre: Centre) -> None:
    sites = [(row["operator"], row["site"]) for row in centre.rows("repair_shop")]
    assert len(set(sites)) == len(sites)
