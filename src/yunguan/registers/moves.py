"""What moves share: columns that a move owes although not all it asks for are, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Guard
from yunguan.registers.record import filled, label_of


def wanted(record: Any, context: Context, *columns: str) -> Iterator[Problem]:
    """Those of the columns that neither the record has nor the move gives."""
    for name in columns:
        if not filled(context.given.get(name, getattr(record, name))):
            yield Problem(name, f"办理这一步须填写“{label_of(record, name)}”。")


def wanting(*columns: str) -> Guard:
    """A guard that asks for columns and for nothing else."""

    def guard(record: Any, context: Context) -> Iterator[Problem]:
        yield from wanted(record, context, *columns)

    return guard


def value_of(record: Any, context: Context, column: str) -> Any:
    """What a column holds once the move is made."""
    given = context.given.get(column)
    return given if filled(given) else getattr(record, column)
