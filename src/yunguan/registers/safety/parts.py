"""What several books of the section share: names in one cell, minutes between two moments, what a move still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context
from yunguan.registers.moves import value_of
from yunguan.registers.record import filled, label_of

URBAN = "430400U"
"""市城区: the group of areas whose operators the centre looks after itself."""
_BETWEEN_NAMES = re.compile(r"[、，,；;／/\s]+")
_MINUTE = 60


def people_in(text: str | None) -> tuple[str, ...]:
    """The names that a cell holds, each once."""
    return tuple(dict.fromkeys(name for name in _BETWEEN_NAMES.split(text or "") if name))


def clock_time(text: str | None) -> time | None:
    """The time of day that a cell says as 16:05; None where it is empty or says no time."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def minutes_between(first: date | None, at: str | None, second: date | None, until: str | None) -> int | None:
    """Whole minutes from one moment to another, None where a day or a time is unknown."""
    begun, ended = clock_time(at), clock_time(until)
    if first is None or second is None or begun is None or ended is None:
        return None
    return int((datetime.combine(second, ended) - datetime.combine(first, begun)).total_seconds()) // _MINUTE


def lacking(record: Any, context: Context, *columns: str) -> Iterator[Problem]:
    """Columns that a move cannot do without: neither given with it nor in the record."""
    for name in columns:
        if not filled(value_of(record, context, name)):
            yield Problem(name, f"办理前须填写“{label_of(record, name)}”。")
