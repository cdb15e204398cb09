"""The years that the books of the year cycle speak of, and their first and last days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yunguan.core.finding import Problem

FIRST, LAST = 2000, 2100
"""What a year typed by a person may be; performance budgeting is younger than the first."""


def first_day(year: int) -> date:
    """The first day of a year; of one that cannot be meant, of the nearest that can."""
    return date(min(max(year, FIRST), LAST), 1, 1)


def last_day(year: int) -> date:
    """The last day of a year; of one that cannot be meant, of the nearest that can."""
    return date(min(max(year, FIRST), LAST), 12, 31)


def year_problems(record: Any) -> Iterator[Problem]:
    """A year outside of what can be meant."""
    if not FIRST <= record.year <= LAST:
        yield Problem("year", f"年度须为 {FIRST} 至 {LAST} 之间的四位年份，现为“{record.year}”，请核对。")
