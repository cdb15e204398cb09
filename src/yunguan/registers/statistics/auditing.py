"""Audits returns: issues what is owed, holds all rules against all units of a month in one batch, opens inquiries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count as CountRows
from django.db.models import Q

from yunguan.core.expressions import Expression, Ratio, Sum, Total
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.importing.made import write_made
from yunguan.registers.services import create
from yunguan.registers.statistics.anomaly_inquiry import OPEN, AnomalyInquiry
from yunguan.registers.statistics.check_rule import VALUE_PLACES, CheckRule, Severity
from yunguan.registers.statistics.monthly_return import MonthlyReturn
from yunguan.registers.statistics.monthly_round import last_of_month
from yunguan.registers.statistics.monthly_value import MonthlyValue
from yunguan.registers.statistics.reporting_unit import SECTORS, ReportingUnit
from yunguan.registers.statistics.vehicle import Vehicle

Look = Callable[[Expression], Decimal | None]
CENT = Decimal(1).scaleb(-VALUE_PLACES)


@dataclass(frozen=True)
class Break:
    """A return that breaks a rule, with both sides."""

    record: MonthlyReturn
    rule: CheckRule
    left: Decimal
    right: Decimal


def issue_returns(*, task: Any, user: User | None, now: datetime) -> int:
    """One return for every unit that was listed at the month's end; returns how many."""
    units = ReportingUnit._base_manager.filter(
        Q(gone_on__isnull=True) | Q(gone_on__gt=task.month_end),
        survey=task.form_version.form.survey,
        state__in=("listed", "changing", "leaving", "gone"),
        listed_on__lte=task.month_end,
    )
    owing = [MonthlyReturn(task=task, unit=unit, state="owed") for unit in units.order_by("unit_no")]
    write_made("monthly_return", owing, f"{task.task_no} 下达", user, now)
    return len(owing)


@transaction.atomic
def audit(*, task: Any, returns: Any, on: date, now: datetime) -> int:
    """Hold the rules against filed returns: close what holds now, open what is broken; returns how many are broken.

    A broken rule of the kind that must hold sends the return back at once.
    """
    records = list(returns.filter(state="filed").select_related("unit"))
    found = list(breaks(task, records))
    broken = {(each.record.pk, each.rule.pk) for each in found}
    for inquiry in AnomalyInquiry._base_manager.filter(monthly_return__in=records, state__in=OPEN):
        if (inquiry.monthly_return_id, inquiry.check_rule_id) not in broken:
            move(inquiry, Order("correct", None, on, now, reason="更正后符合规则"))
    for each in found:
        _ask(each, on, now)
    for record in _to_be_sent_back(found):
        move(record, Order("return", None, on, now, reason="不符合强制性审核规则"))
    return len(found)


def breaks(task: Any, records: list[MonthlyReturn]) -> Iterator[Break]:
    """Every rule in force that a return breaks; a side that is unknown breaks nothing."""
    form = task.form_version.form
    known = CheckRule._base_manager.filter(form=form).order_by("rule_no")
    rules = [rule for rule in known if rule.in_force(task.month_end)]
    values, held = _values(task.month_end, form.survey, records), _held(task.month_end, form.survey, records)
    for record in records:
        look = _looker(values[record.unit_id], held.get(record.unit.operator_id, 0), task.month_end)
        for rule in rules:
            left, right = _sides(rule, look)
            if left is not None and right is not None and not rule.holds(left, right):
                yield Break(record, rule, left, right)


def valued(expression: Expression, look: Look) -> Decimal | None:
    """The value of an expression whose leaves are looked up; None where a part is unknown, or 0 divides."""
    match expression:
        case Ratio(numerator, denominator, times):
            above, below = valued(numerator, look), valued(denominator, look)
            return None if above is None or not below else above * times / below
        case Total(terms):
            parts = [(sign, valued(term, look)) for sign, term in terms]
            known = [sign * part for sign, part in parts if part is not None]
            return sum(known, Decimal()) if len(known) == len(parts) else None
        case _:
            return look(expression)


def _sides(rule: CheckRule, look: Look) -> tuple[Decimal | None, Decimal | None]:
    if rule.right is not None:
        return valued(rule.left, look), valued(rule.right, look)
    return valued(rule.left, look), None if rule.number is None else Decimal(rule.number).scaleb(-VALUE_PLACES)


def _looker(values: dict[tuple[date, str], int], held: int, month_end: date) -> Look:
    """Looks leaves up for one unit: an item of this or an earlier month, or the vehicles that it holds."""

    def look(leaf: Expression) -> Decimal | None:
        if not isinstance(leaf, Sum):
            return Decimal(held)
        month = _earlier(month_end, leaf.rows.earlier_years, leaf.rows.earlier_months)
        value = values.get((month, leaf.rows.conditions[0].value))
        return None if value is None else Decimal(value) / leaf.divisor

    return look


def _values(month_end: date, survey: str, records: list[MonthlyReturn]) -> dict[int, dict[tuple[date, str], int]]:
    """What each unit reported for this month, the month before and the same month of the year before."""
    months = {_earlier(month_end, years, ago) for years, ago in ((0, 0), (0, 1), (1, 0))}
    found: dict[int, dict[tuple[date, str], int]] = defaultdict(dict)
    rows = MonthlyValue._base_manager.filter(month_end__in=months, monthly_return__survey=survey)
    if len(records) == 1:
        rows = rows.filter(monthly_return__unit=records[0].unit_id)
    for unit, month, code, value in rows.values_list("monthly_return__unit", "month_end", "item_code", "value"):
        found[unit][month, code] = value
    return found


def _held(month_end: date, survey: str, records: list[MonthlyReturn]) -> dict[int, int]:
    """How many vehicles of the survey's trades each operator had at the month's end."""
    rows = Vehicle._base_manager.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=month_end), sector__in=SECTORS[survey], registered_on__lte=month_end
    )
    if len(records) == 1:
        rows = rows.filter(operator=records[0].unit.operator_id)
    return dict(rows.values_list("operator").annotate(n=CountRows("pk")).order_by())


def _earlier(month_end: date, years: int, months: int) -> date:
    day = month_end
    for _ in range(months):
        day = day.replace(day=1) - timedelta(days=1)
    return last_of_month(day.replace(day=1, year=day.year - years))


def _ask(found: Break, on: date, now: datetime) -> None:
    """Open an inquiry, unless one is open or the same numbers were explained already."""
    stated, expected = _kept(found.left), _kept(found.right)
    own = AnomalyInquiry._base_manager.filter(monthly_return=found.record, check_rule=found.rule)
    if own.filter(Q(state__in=OPEN) | Q(state="accepted", stated=stated, expected=expected)).exists():
        return
    values = {
        "monthly_return": found.record,
        "check_rule": found.rule,
        "attempt": found.record.returned_times + 1,
        "means": "written",
        "stated": stated,
        "expected": expected,
        "opened_on": on,
    }
    create(book=book("anomaly_inquiry"), values=values, user=None, on=on, now=now)


def _to_be_sent_back(found: Iterable[Break]) -> list[MonthlyReturn]:
    hard = {each.record.pk: each.record for each in found if each.rule.severity == Severity.MUST}
    return list(hard.values())


def _kept(value: Decimal) -> int:
    """A side as an inquiry keeps it: rounded to the place of its column for reading only."""
    return int(value.quantize(CENT).scaleb(VALUE_PLACES))
