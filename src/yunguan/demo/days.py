"""The days on which an office does business: working days of the State Council's calendar."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cache

from yunguan.core.calendar import WorkingCalendar
from yunguan.core.calendar_seed import seed_days

YEARS = range(2019, 2025)


@cache
def working_days(first: date, last: date) -> tuple[date, ...]:
    """Every working day from ``first`` to ``last``, both counted."""
    days = _all()
    return days[bisect_left(days, first) : bisect_right(days, last)]


def later(day: date, n: int) -> date:
    """The working day that lies ``n`` working days after a day."""
    days = _all()
    return days[bisect_right(days, day) + n - 1] if n > 0 else days[bisect_left(days, day)]


@cache
def calendar() -> WorkingCalendar:
    """The seed calendar as a value, for limits counted in working days."""
    return WorkingCalendar.from_days(day for year in YEARS for day in seed_days(year))


@cache
def _all() -> tuple[date, ...]:
    return tuple(day.date for year in YEARS for day in seed_days(year) if day.is_working)
