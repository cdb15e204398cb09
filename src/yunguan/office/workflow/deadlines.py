"""By when a record must leave its state: days of the rule, working or calendar, with pauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile
from typing import Any

from yunguan.core.calendar import Unit, WorkingCalendar
from yunguan.core.workflow import Deadline
from yunguan.office.calendar import working_calendar
from yunguan.office.rules import RuleValue, rule_on
from yunguan.office.workflow.tables import StateInterval

UNITS: dict[str, Unit] = {"工作日": "working", "日": "calendar"}
Span = tuple[str, date, date | None]
"""State, from, to: half open, None while it lasts."""


def due_on(record: Any) -> date | None:
    """The last day of the record's present state, None where it has no deadline.

    The clock counts from the first entry into the state since the case began and stands still in the states
    that the deadline names. RuleMissing and CalendarMissing pass through: nothing is guessed.
    """
    if record.workflow.state(record.state).deadline is None:
        return None
    history = StateInterval.objects.filter(register=record.register, record_id=record.pk)
    spans = list(history.order_by("valid_from", "id").values_list("state", "valid_from", "valid_to"))
    return due_after(record, spans, working_calendar(), rule_on)


def due_after(
    record: Any,
    spans: Sequence[Span],
    calendar: WorkingCalendar,
    rule: Callable[[str, date], RuleValue],
) -> date | None:
    """The same for states given as (state, from, to), with the calendar and the rules handed in."""
    state = record.state
    deadline = record.workflow.state(state).deadline
    if deadline is None:
        return None
    case = _present_case(spans, state, deadline)
    begun = next(first for held, first, _ in case if held in {state, *deadline.since})
    pauses = [(first, until) for held, first, until in case if held in deadline.pauses_in and first >= begun]
    value = rule(_rule_for(deadline, record), begun)
    granted = getattr(record, deadline.extended_by) or 0 if deadline.extended_by else 0
    return calendar.due_with_pauses(begun, value.value + granted, UNITS[value.unit], pauses)


def _rule_for(deadline: Deadline, record: Any) -> str:
    return f"{deadline.rule}.{getattr(record, deadline.by)}" if deadline.by else deadline.rule


def _present_case(spans: Sequence[Span], state: str, deadline: Deadline) -> list[Span]:
    """The unbroken tail of the history made of the states of one clock and those in which it pauses."""
    belongs = {state, *deadline.since, *deadline.pauses_in}
    return list(takewhile(lambda span: span[0] in belongs, reversed(spans)))[::-1]
