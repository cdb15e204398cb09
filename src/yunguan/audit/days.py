"""Days as documents print them: a year, a month and a day in digits."""

from __future__ import annotations

from datetime import date


def day_of(year: str, month: str, day: str) -> date | None:
    """The day, None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
