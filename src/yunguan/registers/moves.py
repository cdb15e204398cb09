"""What moves share: columns that a move owes although the house fills in others with it."""

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


def as_given(record: Any, context: Context) -> dict[str, Any]:
    """A filler that fills nothing in: of the columns asked for, the guard says which this record owes."""
    del record, context
    return {}
