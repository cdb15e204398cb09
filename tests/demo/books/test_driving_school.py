"""驾校备案台账 of the demonstration."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.operator import COUNTIES, URBAN
from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar
from yunguan.demo.schools import IN_FORCE
from yunguan.demo.targets import LAST_DAY, aim


def test_the_schools_in_force_are_as_many_as_published(centre: Centre) -> None:
    rows = [row for row in centre.rows("driving_school") if row["state"] in IN_FORCE]
    assert len(rows) == aim("training.schools")
    assert sum(row["kind"] == "commercial" for row in rows) == aim("training.schools.commercial")
    schools = [row for row in rows if row["kind"] == "school"]
    assert sum(row["area"] in URBAN for row in schools) == aim("training.schools.urban")
    assert sum(row["area"] in COUNTIES for row in schools) == aim("training.schools.county")
    assert sum("A2" in row["classes"] for row in rows) == aim("training.schools.heavy_vehicle")


def test_every_state_occurs(centre: Centre) -> None:
    states = {row["state"] for row in centre.rows("driving_school")}
    assert states >= {"draft", "submitted", "checking", "supplement", "declined", "changing", "suspended", "ended"}


def test_numbers_run_without_a_gap_in_each_year(centre: Centre) -> None:
    for year in (2022, 2023):
        filed = [row for row in centre.rows("driving_school") if row["filed_on"] and row["filed_on"].year == year]
        numbers = sorted(row["filing_no"] for row in filed)
        assert numbers == [f"衡道运驾备〔{year}〕{number:04d}号" for number in range(1, len(numbers) + 1)]


def test_nothing_under_check_is_overdue_at_the_years_end(centre: Centre) -> None:
    waiting = [row for row in centre.rows("driving_school") if row["state"] in {"submitted", "checking"}]
    assert all(calendar().due(row["submitted_on"], 5) > LAST_DAY for row in waiting)


def test_a_school_ends_a_month_after_it_said_so(centre: Centre) -> None:
    ended = [row for row in centre.rows("driving_school") if row["state"] == "ended"]
    assert ended
    assert all((row["ended_on"] - row["end_notified_on"]).days > 30 for row in ended)
    assert all(row["filed_on"] < date(2023, 1, 31) for row in ended)
