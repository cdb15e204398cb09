"""By when a record must leave its state: days of the rule, working or calendar, with pauses."""

from __future__ import annotations

from datetime import date

from yunguan.core.workflow import Deadline, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.office.rules import rule_on
from yunguan.office.workflow.tables import StateInterval

UNITS = {"工作日": "working", "日": "calendar"}


def due_on(workflow: Workflow, register: str, record_id: int, state: str) -> date | None:
    """The last day of the present state, None where it has no deadline.

    The clock counts from the first entry into the state since the case began and stands still in the states
    that the deadline names. RuleMissing and CalendarMissing pass through: nothing is guessed.
    """
    deadline = workflow.state(state).deadline
    if deadline is None:
        return None
    history = list(StateInterval.objects.filter(register=register, record_id=record_id).order_by("valid_from", "id"))
    return _due(deadline, state, _present_case(history, state, deadline))


def _present_case(history: list[StateInterval], state: str, deadline: Deadline) -> list[StateInterval]:
    """The unbroken tail of the history made of the states of one clock and those in which it pauses."""
    belongs = {state, *deadline.since, *deadline.pauses_in}
    case: list[StateInterval] = []
    for interval in reversed(history):
        if interval.state not in belongs:
            break
        case.insert(0, interval)
    return case


def _due(deadline: Deadline, state: str, case: list[StateInterval]) -> date | None:
    begun = next(interval.valid_from for interval in case if interval.state in {state, *deadline.since})
    rule = rule_on(deadline.rule, begun)
    pauses = [(i.valid_from, i.valid_to) for i in case if i.state in deadline.pauses_in and i.valid_from >= begun]
    return working_calendar().due_with_pauses(begun, rule.value, UNITS[rule.unit], pauses)
