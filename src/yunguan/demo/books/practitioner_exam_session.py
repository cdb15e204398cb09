"""从业资格考试场次: a sitting a month and category, one called off, one open for January."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.exam_rounds import TAXI, Round, rounds, within_the_year
from yunguan.demo.targets import YEAR

CALLED_OFF = Round(f"{TAXI}-{YEAR}Q1", TAXI, date(YEAR, 8, 9))
STILL_OPEN = Round(f"{TAXI}-{YEAR + 1}01", TAXI, date(YEAR + 1, 1, 18))
PUBLISHED_AFTER = 5


def rows(centre: Centre) -> list[Row]:
    """One row a sitting, in the order of their days."""
    held = [_held(each) for each in rounds(centre)]
    called_off = _row(CALLED_OFF) | {"cancelled_on": date(YEAR, 8, 4), "state": "cancelled"}
    still_open = _row(STILL_OPEN) | {"capacity": 20, "closes_on": date(YEAR + 1, 1, 10), "state": "open"}
    return sorted([*held, called_off, still_open], key=lambda row: (row["exam_on"], row["session_no"]))


def _held(each: Round) -> Row:
    published = within_the_year(later(each.exam_on, PUBLISHED_AFTER))
    return _row(each) | {"published_on": published, "state": "published" if published else "held"}


def _row(each: Round) -> Row:
    return {
        "session_no": each.number,
        "exam_on": each.exam_on,
        "room": "从业资格考试中心第一考场",
        "capacity": each.capacity,
        "opens_on": later(each.exam_on - timedelta(days=28), 0),
        "closes_on": later(each.exam_on - timedelta(days=7), 0),
        "category": each.category,
        "told_of_certificates": each.exam_on.year >= YEAR,
    }
