"""应急预案备案台账 of the demonstration."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar
from yunguan.demo.targets import LAST_DAY, aim

IN_FORCE = {"filed", "deemed_filed"}


def filed(centre: Centre) -> set[str]:
    """Codes of the urban operators with a plan in force."""
    rows = centre.rows("emergency_plan")
    return {row["operator"] for row in rows if row["state"] in IN_FORCE and row["area"] in URBAN}


def test_as_many_urban_operators_have_filed_as_published(centre: Centre) -> None:
    required = {row["uscc"] for row in centre.rows("operator") if row["filing_required"]}
    assert len(filed(centre)) == aim("safety.emergency_plan.filed")
    assert filed(centre) <= required


def test_every_urban_key_carrier_has_filed(centre: Centre) -> None:
    key = {row["uscc"] for row in centre.rows("operator") if row["key_carrier"] and row["area"] in URBAN}
    assert key
    assert key <= filed(centre)


def test_some_operators_have_two_plans_and_some_counties_file_too(centre: Centre) -> None:
    in_force = [row for row in centre.rows("emergency_plan") if row["state"] in IN_FORCE]
    urban = [row for row in in_force if row["area"] in URBAN]
    assert len(urban) > len(filed(centre))
    assert len(in_force) > len(urban)


def test_no_plan_under_check_is_overdue_at_the_years_end(centre: Centre) -> None:
    waiting = [row for row in centre.rows("emergency_plan") if row["state"] in {"submitted", "checking"}]
    assert waiting
    assert all(calendar().due(row["submitted_on"], 5) > LAST_DAY for row in waiting)


def test_filing_numbers_run_without_a_gap(centre: Centre) -> None:
    numbers = sorted(row["filing_no"] for row in centre.rows("emergency_plan") if row["filing_no"])
    assert numbers == [f"衡道运预案备〔2023〕{number:04d}号" for number in range(1, len(numbers) + 1)]


def test_the_days_of_a_plan_follow_each_other(centre: Centre) -> None:
    steps = ("published_on", "submitted_on", "checked_on", "filed_on", "revision_due_on")
    for row in centre.rows("emergency_plan"):
        days = [row[step] for step in steps if row[step]]
        assert days == sorted(days)
        assert min(days) >= date(2022, 12, 1)
