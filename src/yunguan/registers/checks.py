"""Checks and fillers that many books share: dates in order, what a state owes, the next number of a series."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Filler
from yunguan.office.series import next_number
from yunguan.registers.record import Record, filled, label_of

LEAP_DAY = (2, 29)


def in_order(record: Record, *columns: str) -> Iterator[Problem]:
    """Each date not before the one that stands earlier in the list; unknown ones are passed over."""
    known = [(name, getattr(record, name)) for name in columns if getattr(record, name) is not None]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            text = f"{label_of(record, after)}早于{label_of(record, before)}，请核对两个日期。"
            yield Problem(after, text)


def owed(record: Record, states: tuple[str, ...], *columns: str) -> Iterator[Problem]:
    """Columns that must be filled in where the record is in one of the states."""
    if record.state not in states:
        return
    state = record.workflow.labels[record.state]
    for name in columns:
        if not filled(getattr(record, name)):
            yield Problem(name, f"状态为“{state}”的记录须填写“{label_of(record, name)}”。")


def numbered(series: str, column: str, pattern: str) -> Filler:
    """A filler that gives the next number of the year's series where none was typed; ``pattern`` as of a series."""

    def fill(record: Any, context: Context) -> dict[str, Any]:
        if context.given.get(column) or getattr(record, column):
            return {}
        taken = _taken(record, column)
        return {column: next_number(series, context.on.year, pattern, taken)}

    return fill


def _taken(record: Any, column: str) -> Callable[[str], bool]:
    rows = type(record)._base_manager
    return lambda text: bool(rows.filter(**{column: text}).exists())


def years_later(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 1 March where the year has none."""
    if (day.month, day.day) == LEAP_DAY:
        return date(day.year + years, 2, 28) + timedelta(days=1)
    return day.replace(year=day.year + years)
