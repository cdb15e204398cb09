"""The books of the year cycle as a form tells them: goal, tasks, watch in mid-year, who filled in and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from yunguan.core.figure import Figure
from yunguan.core.money import Money
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.scheme import Group
from yunguan.evaluation.selectors import NoScheme, scheme_of
from yunguan.evaluation.year_records import goal_of
from yunguan.registers.book import books
from yunguan.registers.selectors import visible
from yunguan.report.form_facts import Goal, GoalMoney, Known, MoneyRow, Signature, Task, Watch, WatchRow

Figures = Callable[[str], Figure | None]
On = Callable[[date], tuple[MoneyRow, Figures]]
"""The money of the subject, and any figure, as of a day."""


@dataclass(frozen=True)
class GoalParts:
    """What the forms tell of one goal; all unknown where there is none."""

    goal: Goal = field(default_factory=Goal)
    tasks: tuple[Task, ...] | None = None
    watch: Watch = field(default_factory=Watch)
    signature: Signature = field(default_factory=Signature)


def goal_parts(year: int, subject: str, on: On, scope: Scope = EVERYTHING) -> GoalParts:
    """The goal of a subject with what hangs on it."""
    found = goal_of(year, subject, scope)
    if found is None:
        return GoalParts()
    evaluation = _rows("self_evaluation", scope, goal=found).first()
    return GoalParts(
        _goal_of(found, evaluation),
        tuple(_task(each) for each in _rows("goal_task", scope, goal=found).order_by("task_no")),
        _watch(found, on, scope),
        _signature(evaluation),
    )


def _rows(register: str, scope: Scope, **tests: Any) -> Any:
    return visible(books()[register], scope).filter(**tests)


def _goal_of(goal: Any, evaluation: Any) -> Goal:
    return Goal(
        attribute=goal.get_attribute_display() if goal.attribute else None,
        starts_on=goal.starts_on,
        ends_on=goal.ends_on,
        mid_money=_mid_money(goal),
        money=GoalMoney(_wan(goal.money_total), _wan(goal.money_fiscal), _wan(goal.money_other)),
        mid=goal.mid_goal,
        annual=goal.annual_goal or None,
        result=(evaluation.goal_result or None) if evaluation else None,
        declared_on=goal.declared_on,
    )


def _mid_money(goal: Any) -> GoalMoney:
    """A project of one year has no money of a middle term; how a longer one's is made up is not asked for."""
    whole: Known = "" if goal.mid_total is None else _wan(goal.mid_total)
    return GoalMoney(whole, "", "")


def _task(task: Any) -> Task:
    money = (_wan(task.money_total), _wan(task.money_fiscal), _wan(task.money_other))
    return Task(task.task_title, task.content, *money)


def _watch(goal: Any, on: On, scope: Scope) -> Watch:
    """The last watch of the goal."""
    watch = _rows("performance_monitoring", scope, goal=goal).order_by("as_of").last()
    if watch is None:
        return Watch()
    leaves = _leaves(goal.year, goal.subject)
    order = {name: place for place, name in enumerate(leaves)}
    money, figures = on(watch.as_of)
    items = sorted(
        _rows("monitoring_item", scope, monitoring=watch), key=lambda each: order.get(each.item_id, len(order))
    )
    return Watch(
        as_of=watch.as_of,
        money=money,
        remark=watch.money_remark,
        rows=tuple(_watched(each, leaves.get(each.item_id), figures) for each in items),
        conclusion=watch.conclusion or None,
        submitted_on=watch.submitted_on or "",
    )


def _watched(item: Any, leaf: Leaf | None, figures: Figures) -> WatchRow:
    reason = "：".join(part for part in (item.get_cause_display() if item.cause else "", item.reason) if part)
    owed = None if item.forecast != "will" else ""
    return WatchRow(
        leaf.level1 if leaf else "其他",
        leaf.level2 if leaf else "其他",
        item.item_title,
        item.target,
        item.reached or (figures(leaf.figure) if leaf and leaf.figure else None),
        item.get_forecast_display(),
        item.deviation,
        reason or owed,
        item.measure or owed,
    )


@dataclass(frozen=True)
class Leaf:
    """Where an item stands in its scheme, and the figure that tells what was reached."""

    level1: str
    level2: str
    figure: str


def _leaves(year: int, subject: str) -> dict[str, Leaf]:
    """The items of a scheme by id, in its order."""
    try:
        scheme = scheme_of(year, subject)
    except NoScheme:
        return {}
    return {
        item.id: Leaf(first.title, child.title if isinstance(child, Group) else first.title, item.figure)
        for first in scheme.groups
        for child in first.children
        for item in (child.items() if isinstance(child, Group) else (child,))
    }


def _signature(evaluation: Any) -> Signature:
    """Who filled in; the head of the unit signs by hand."""
    if evaluation is None:
        return Signature()
    return Signature(evaluation.filled_by, evaluation.signed_on or "", evaluation.phone)


def _wan(fen: int | None) -> Decimal | None:
    return None if fen is None else Money.fen(fen).in_wan
