"""五全一常态月排查台账: urban carriers, stations, buses and taxis, month after month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.demo.books.check_template import SECTORS, template_on
from yunguan.demo.books.check_template_item import ITEMS
from yunguan.demo.books.operator import URBAN, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR

REACHED = 0.96
"""Share of the operators that are reached in a month."""
FAILED = (0, 0, 0, 0, 0, 1, 1, 2)
INSPECTORS = ("彭岳川、罗静", "彭岳川、谭明", "罗静、谭明", "谭明、肖慧、罗静")
STILL_WRITTEN = 7
"""Checks of the next January that are still being written."""


def rows(centre: Centre) -> list[Row]:
    """One row a check, in the order of the days."""
    chance = centre.random("routine_check")
    owners = [row for row in operating(centre, *SECTORS) if row["area"] in URBAN]
    made = [row for month in range(1, 13) for row in _month(chance, owners, month)]
    unfinished = {"state": "draft", "done_on": None}
    made += [_check(chance, owner, date(YEAR + 1, 1, 4)) | unfinished for owner in owners[:STILL_WRITTEN]]
    made.sort(key=lambda row: (row["checked_on"], row["operator"]))
    for number, row in enumerate(made, start=1):
        row["check_no"] = f"PC{row['checked_on'].year}-{number:04d}"
    return made


def month_end(month: int) -> date:
    """The last day of a month of the year."""
    return (date(YEAR, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _month(chance: Random, owners: list[Row], month: int) -> Iterator[Row]:
    days = working_days(date(YEAR, month, 3), month_end(month) - timedelta(days=3))
    for owner in owners:
        if chance.random() < REACHED:
            yield _check(chance, owner, chance.choice(days))


def _check(chance: Random, owner: Row, day: date) -> Row:
    failed = chance.choice(FAILED)
    missing = 1 if owner["sector"] == "ride_hailing" else 0
    return {
        "check_no": "",
        "template": template_on(owner["sector"], day),
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "checked_on": day,
        "inspectors": chance.choice(INSPECTORS),
        "items_passed": len(ITEMS) - failed - missing,
        "items_failed": failed,
        "items_na": missing,
        "responsible": owner["manager"],
        "remark": None,
        "done_on": min(later(day, 1), month_end(day.month)) if day.year == YEAR else day,
        "voided_on": None,
        "area": owner["area"],
        "state": "done",
    }
