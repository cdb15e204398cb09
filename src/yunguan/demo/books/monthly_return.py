"""统计月报台账 of the demonstration: most in time and by the units themselves."""

from __future__ import annotations

from yunguan.demo.books.monthly_round import sent_up_on
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.survey import DECEMBER, Case, cases


def rows(centre: Centre) -> list[Row]:
    """Every return that was owed."""
    return [_row(case) for case in cases(centre)]


def _row(case: Case) -> Row:
    row: Row = {"task": case.task_no, "unit": case.unit_no, "returned_times": 0, "area": case.area, "state": "owed"}
    if case.story == "missing":
        return row
    row |= {
        "channel": "proxy" if case.story == "proxy" else "direct",
        "first_filed_on": case.first_filed_on,
        "filed_on": case.filed_on,
        "returned_on": case.sent_back_on,
        "returned_times": 1 if case.sent_back_on else 0,
        "state": "filed",
    }
    if case.story == "asked" or (case.month.month == DECEMBER and case.place % 4 == 0):
        return row
    row |= {"passed_on": later(case.filed_on, 3 if case.story in {"explained", "visited"} else 1), "state": "passed"}
    return row if case.month.month == DECEMBER else row | {"reported_on": sent_up_on(case.month), "state": "reported"}
