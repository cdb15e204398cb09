"""The states that an imported record has been in, read from the dates that its columns hold."""

from __future__ import annotations

from datetime import date
from functools import cache

from yunguan.core.workflow import Workflow
from yunguan.office.workflow.deadlines import Span
from yunguan.registers.record import Record


def spans_of(record: Record, fallback: date) -> list[Span]:
    """(state, from, to) in order; the last is the present state and open.

    An earlier state is taken only where its own date is known and the present state can be reached from it; of states
    that share a date column the first declared that leads to the present one is meant.
    """
    own, candidates = _dated_states(record.workflow, record.state)
    period = _date_of(record, record.period_field) or fallback
    entered = _date_of(record, own) or min(period, fallback)  # a sitting that is planned lies ahead
    earlier: list[tuple[date, int, str]] = []
    for column, states in candidates:
        day = _date_of(record, column)
        if day is not None and day <= entered:
            earlier.append((day, *states))
    earlier.sort()
    days = [*(day for day, _, _ in earlier[1:]), entered] if earlier else []
    spans: list[Span] = [(state, day, until) for (day, _, state), until in zip(earlier, days, strict=True)]
    return [*spans, (record.state, entered, None)]


def _date_of(record: Record, column: str) -> date | None:
    return getattr(record, column) if column else None


@cache
def _dated_states(workflow: Workflow, present: str) -> tuple[str, tuple[tuple[str, tuple[int, str]], ...]]:
    """The date column of the present state; then each other date column with the first state that leads here."""
    own = workflow.state(present).date_field or ""
    leading = _leading_to(workflow, present)
    found: dict[str, tuple[int, str]] = {}
    for rank, state in enumerate(workflow.states):
        if state.date_field and state.date_field != own and state.code in leading:
            found.setdefault(state.date_field, (rank, state.code))
    return own, tuple(found.items())


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
