"""两类人员考核场次: those held in the year, one that was called off, one that is open at the year's end."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.sittings import Sitting, sittings
from yunguan.demo.targets import YEAR

CALLED_OFF = Sitting(f"{YEAR}-Q1", date(YEAR, 7, 5), "市中心第二机考室", 12, 0, 0, 0, 6, 0)
"""Called off because too few had applied; all six were told to withdraw."""
STILL_OPEN = Sitting(f"{YEAR + 1}-01", date(YEAR + 1, 1, 26), "市中心第一机考室", 80, 0, 0, 0, 0, 0)


def rows(centre: Centre) -> list[Row]:
    """One row a sitting, in the order of their days."""
    del centre
    held = [_row(sitting, "published" if sitting.published_on else "held") for sitting in sittings()]
    called_off = _row(CALLED_OFF, "cancelled") | {"published_on": None, "cancelled_on": CALLED_OFF.closes_on}
    still_open = _row(STILL_OPEN, "open")
    return sorted([*held, called_off, still_open], key=lambda row: row["exam_on"])


def _row(sitting: Sitting, state: str) -> Row:
    return {
        "session_no": sitting.number,
        "exam_on": sitting.exam_on,
        "room": sitting.room,
        "capacity": sitting.capacity,
        "opens_on": sitting.opens_on,
        "closes_on": sitting.closes_on,
        "published_on": sitting.published_on,
        "cancelled_on": None,
        "state": state,
    }
