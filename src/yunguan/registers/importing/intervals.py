"""The states that an imported record has been in, read from the dates that its columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from yunguan.core.workflow import Workflow
from yunguan.registers.record import Record

Span = tuple[str, date, date | None]


def spans_of(record: Record, fallback: date) -> list[Span]:
    """(state, from, to) in order; the last is the present state and open.

    An earlier state is taken only where its own date is known and the present state can be reached from it; of states
    that share a date column the first declared that leads to the present one is meant.
    """
    workflow = record.workflow
    entered = _date_of(record, record.state) or _period_date(record) or fallback
    earlier = _earlier(record, workflow, entered)
    steps = [*sorted(earlier.items(), key=lambda step: (step[1], _rank(workflow, step[0]))), (record.state, entered)]
    following: list[date | None] = [day for _, day in steps[1:]]
    return [(state, day, until) for (state, day), until in zip(steps, [*following, None], strict=True)]


def _earlier(record: Record, workflow: Workflow, entered: date) -> Mapping[str, date]:
    own = workflow.state(record.state).date_field
    seen = {own}
    found: dict[str, date] = {}
    leading = _leading_to(workflow, record.state)
    for state in workflow.states:
        day = _date_of(record, state.code)
        if day is None or state.date_field in seen or state.code not in leading or day > entered:
            continue
        seen.add(state.date_field)
        found[state.code] = day
    return found


def _date_of(record: Record, state: str) -> date | None:
    name = record.workflow.state(state).date_field
    return getattr(record, name) if name else None


def _period_date(record: Record) -> date | None:
    return getattr(record, record.period_field) if record.period_field else None


def _rank(workflow: Workflow, code: str) -> int:
    return next(place for place, state in enumerate(workflow.states) if state.code == code)


@cache
def _leading_to(workflow: Workflow, target: str) -> frozenset[str]:
    """The states from which a state can be reached."""
    found: set[str] = set()
    frontier = {target}
    while frontier:
        before = {source for move in workflow.transitions if move.target in frontier for source in move.source}
        frontier = before - found - {target}
        found |= before - {target}
    return frozenset(found)
