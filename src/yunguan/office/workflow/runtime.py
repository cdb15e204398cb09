"""Moves one record by a conditional update: of two people who act at once exactly one wins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol

from django.db import models, transaction
from django.utils import timezone

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Transition, Workflow
from yunguan.office.people import User
from yunguan.office.rules import rule_on
from yunguan.office.workflow.deadlines import due_on
from yunguan.office.workflow.tables import Move, StateInterval

BLANK = (None, "")


class Movable(Protocol):
    """What the runtime needs of a record."""

    pk: Any
    state: str
    version: int
    due_on: date | None

    @property
    def register(self) -> str:
        """Under which id its moves are logged."""

    @property
    def workflow(self) -> Workflow:
        """Its state table."""


@dataclass(frozen=True)
class Order:
    """What is to be done: the move, by whom, on which business date, recorded when, with which values and why."""

    transition: str
    user: User | None  # None: the clock
    on: date
    now: datetime
    given: dict[str, Any] = field(default_factory=dict)
    reason: str = ""


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """The move may not be made; ``problems`` say why in Chinese."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("；".join(problem.message for problem in problems))
        self.problems = problems


class Overtaken(Refused):
    """Somebody else moved the record first; the message says who and to which state."""


def allowed(record: Movable, transition: Transition, user: User | None) -> bool:
    """Whether the record's state and the person's role admit the move (guards are asked only when it is made)."""
    if record.state not in transition.source:
        return False
    if user is None:
        return transition.when_overdue or transition.by_machine
    return user.role in transition.roles and not _same_person(record, transition, user)


@transaction.atomic
def move(record: models.Model, order: Order) -> models.Model:
    """Make the move or raise Refused; on success the record, its history, interval and log agree.

    One ``UPDATE … WHERE id, state, version`` decides; whoever finds no row gets Overtaken.
    """
    transition = record.workflow.transition(order.transition)  # type: ignore[attr-defined]
    problems = _objections(record, transition, order)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(*errors)
    order = _with_remarks(order, problems)
    old = record.state  # type: ignore[attr-defined]
    values = _values(record, transition, order)
    _stamp_date(record, transition, order.on, values)
    _win(record, old, transition, values)
    _turn_interval(record, transition, order)
    _log(record, old, transition, order)
    _set_due(record)
    _write_history(record, transition, order)
    if transition.after is not None:
        transition.after(record, order)
    return record


def enter(record: models.Model, *, user: User | None, on: date, now: datetime, reason: str = "") -> None:
    """Open the first interval of a new record and set its deadline."""
    _begin_interval(record, record.state, on, now)  # type: ignore[attr-defined]
    Move.objects.create(
        register=record.register,  # type: ignore[attr-defined]
        record_id=record.pk,
        transition="enter",
        to_state=record.state,  # type: ignore[attr-defined]
        on=on,
        by=user,
        reason=reason,
        recorded_at=now,
    )
    _set_due(record)


def _values(record: Any, transition: Transition, order: Order) -> dict[str, Any]:
    """What the move writes: the given values, and what the house fills in where nothing was given."""
    given = {name: order.given[name] for name in transition.asks if order.given.get(name) not in BLANK}
    if transition.fills is None:
        return given
    return transition.fills(record, _context(order)) | given


def _context(order: Order) -> Context:
    return Context(order.on, order.given, lambda code: rule_on(code, order.on).value)


def _with_remarks(order: Order, warnings: list[Problem]) -> Order:
    """What a guard remarked without refusing stands in the log beside the reason."""
    words = [order.reason, *(f"提示：{warning.message}" for warning in warnings)]
    return replace(order, reason="；".join(word for word in words if word))


def _objections(record: Any, transition: Transition, order: Order) -> list[Problem]:
    labels = record.workflow.labels
    if record.state not in transition.source:
        now_in = labels.get(record.state, record.state)
        return [Problem("state", f"当前状态为“{now_in}”，不能“{transition.label}”，请刷新后查看最新状态。")]
    if order.user is not None and order.user.role not in transition.roles:
        return [Problem("", f"您的角色不能“{transition.label}”，请交由有权限的人员办理。")]
    if order.user is None and not (transition.when_overdue or transition.by_machine):
        return [Problem("", f"“{transition.label}”须由人员办理。")]
    found: list[Problem] = []
    if _same_person(record, transition, order.user):
        found.append(Problem("", f"提交人与“{transition.label}”的人不能是同一人，请由他人办理。"))
    if transition.reason and not order.reason.strip():
        found.append(Problem("", f"“{transition.label}”须写明理由。"))
    found += [
        Problem(name, f"“{transition.label}”须填写“{record._meta.get_field(name).verbose_name}”。")
        for name in transition.asks
        if transition.demands and order.given.get(name, getattr(record, name)) in BLANK
    ]
    found += _date_objections(record, order)
    if not found and transition.guard is not None:
        found += transition.guard(record, _context(order))
    return found


def _date_objections(record: Any, order: Order) -> list[Problem]:
    """A move may not be dated before the record came into its present state, nor after the day it is recorded."""
    present = _open_intervals(record).first()
    if present is not None and order.on < present.valid_from:
        return [Problem("", f"业务日期早于进入当前状态的日期 {present.valid_from:%Y-%m-%d}，请核对。")]
    if order.on > order.now.astimezone(timezone.get_current_timezone()).date():
        return [Problem("", "业务日期晚于今天，请核对。")]
    return []


def _same_person(record: Any, transition: Transition, user: User | None) -> bool:
    if not transition.other_person or user is None:
        return False
    last = _moves(record).filter(to_state=record.state).last()
    return last is not None and last.by_id == user.pk


def _moves(record: Any) -> models.QuerySet[Move]:
    return Move.objects.filter(register=record.register, record_id=record.pk).order_by("recorded_at", "id")


def _open_intervals(record: Any) -> models.QuerySet[StateInterval]:
    """The interval that lasts: at most one (a constraint of the table)."""
    return StateInterval.objects.filter(register=record.register, record_id=record.pk, valid_to__isnull=True)


def _stamp_date(record: Any, transition: Transition, on: date, values: dict[str, Any]) -> None:
    """Entering a state writes the column that holds the date of entering it, unless that date is derived."""
    name = record.workflow.state(transition.target).date_field
    if name and record._meta.get_field(name).editable:
        values.setdefault(name, on)


def _win(record: Any, old: str, transition: Transition, values: dict[str, Any]) -> None:
    won = (
        type(record)
        ._base_manager.filter(pk=record.pk, state=old, version=record.version)
        .update(state=transition.target, version=record.version + 1, **values)
    )
    if won != 1:
        raise Overtaken(_who_was_first(record))
    for name, value in values.items():
        setattr(record, name, value)
    record.state = transition.target
    record.version += 1


def _who_was_first(record: Any) -> Problem:
    last = _moves(record).select_related("by").last()
    who = str(last.by) if last and last.by else "其他人"
    state = record.workflow.labels.get(last.to_state, last.to_state) if last else "其他状态"
    return Problem("state", f"{who}已先行办理，记录现为“{state}”，请刷新后再看。")


def _turn_interval(record: Any, transition: Transition, order: Order) -> None:
    _open_intervals(record).update(valid_to=order.on, closed_at=order.now)
    _begin_interval(record, transition.target, order.on, order.now)


def _begin_interval(record: Any, state: str, on: date, now: datetime) -> None:
    StateInterval.objects.create(
        register=record.register, record_id=record.pk, state=state, valid_from=on, recorded_at=now
    )


def _log(record: Any, old: str, transition: Transition, order: Order) -> None:
    Move.objects.create(
        register=record.register,
        record_id=record.pk,
        transition=transition.code,
        from_state=old,
        to_state=transition.target,
        on=order.on,
        by=order.user,
        reason=order.reason,
        recorded_at=order.now,
    )


def _set_due(record: Any) -> None:
    """The deadline of the present state; a state table without deadlines leaves the day that was set by hand."""
    if not any(state.deadline for state in record.workflow.states):
        return
    due = due_on(record)
    if due != record.due_on:
        record.due_on = due
        type(record)._base_manager.filter(pk=record.pk).update(due_on=due)


def _write_history(record: Any, transition: Transition, order: Order) -> None:
    """simple-history does not see ``update()``: the runtime writes the row itself."""
    record.history.model.objects.create(
        **{f.attname: getattr(record, f.attname) for f in record.history.model.tracked_fields},
        history_date=order.now,
        history_type="~",
        history_user=order.user,
        history_change_reason=f"{transition.label}：{order.reason}" if order.reason else transition.label,
    )
