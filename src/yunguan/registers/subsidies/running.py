"""Runs the division of a pool: weighs the confirmed vehicles, keeps each run, compares runs, prepares the payments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from yunguan.core.allocation import NothingToShare, allocate
from yunguan.core.finding import Problem
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Order, Refused, move
from yunguan.registers.book import book
from yunguan.registers.importing.made import write_made
from yunguan.registers.services import create
from yunguan.registers.subsidies.subsidy_calculation import SubsidyCalculation
from yunguan.registers.subsidies.subsidy_formula import weighing
from yunguan.registers.subsidies.subsidy_objection import SubsidyObjection
from yunguan.registers.subsidies.subsidy_payment import SubsidyPayment
from yunguan.registers.subsidies.subsidy_plan import SubsidyPlan
from yunguan.registers.subsidies.subsidy_share import SubsidyShare
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle

CALCULATING = ("calculating", "recalculating")
MOST_NAMED = 5


@dataclass(frozen=True)
class Part:
    """What one vehicle gets: weight in hundred-thousandths, amount in fen."""

    claim: SubsidyVehicle
    weight: int
    amount: int


@dataclass(frozen=True)
class Difference:
    """How one vehicle's amount changed between two runs; None where it was not in that run."""

    claim: SubsidyVehicle
    before: int | None
    after: int | None

    @property
    def change(self) -> int:
        """Fen more (or less) than before."""
        return (self.after or 0) - (self.before or 0)


def obstacles(plan: Any, formula: Any) -> Iterator[Problem]:
    """Why the plan cannot be divided by a formula: wrong kind, not in force, vehicles that cannot be weighed."""
    if formula.kind != plan.kind:
        yield Problem("formula", "测算办法不是这一种补贴的，请重新选择。")
        return
    last = date(plan.year, 12, 31)
    if formula.effective_from > last or (formula.effective_to and formula.effective_to < last):
        yield Problem("formula", f"测算办法在 {plan.year} 年度末不在有效期内，请选择当年适用的版本。")
    claims, method = _claims(plan), weighing(formula)
    lacking = [(claim, list(method.lacks(claim))) for claim in claims]
    wrong = [f"{claim.plate}：{'、'.join(words)}" for claim, words in lacking if words]
    if wrong:
        yield Problem("", f"有 {len(wrong)} 辆车不能测算（{'；'.join(wrong[:MOST_NAMED])}），请先补齐数据。")
    elif not any(method.weight(claim) for claim in claims):
        yield Problem("", "没有一辆认定的车辆有权重，资金无法分配，请核对申报数据和测算办法。")


def divide(plan: Any) -> list[Part]:
    """The pool divided among the confirmed vehicles as they stand now, in the order of plates; nothing is written."""
    claims, method = _claims(plan), weighing(plan.formula)
    weights = [method.weight(claim) for claim in claims]
    amounts = allocate(plan.amount, weights)
    return [Part(*each) for each in zip(claims, weights, amounts, strict=True)]


@transaction.atomic
def calculate(*, plan: Any, user: User | None, on: date, now: datetime, reason: str) -> SubsidyCalculation:
    """A new run with its parts; the run before stays, superseded, and accepted objections are settled by it.

    Refused where the plan is not being calculated or cannot be divided.
    """
    plan = SubsidyPlan._base_manager.select_for_update().get(pk=plan.pk)
    if plan.state not in CALCULATING:
        raise Refused(Problem("", f"分配“{plan.plan_no}”现为“{plan.workflow.labels[plan.state]}”，不能测算。"))
    if wrong := list(obstacles(plan, plan.formula)):
        raise Refused(*wrong)
    try:
        parts = divide(plan)
    except NothingToShare as fault:
        raise Refused(Problem("", str(fault))) from fault
    before = runs_of(plan)
    for earlier in before:
        if earlier.state == "current":
            move(earlier, Order("supersede", None, on, now, reason=reason))
    run = _kept(plan, parts, len(before) + 1, user, on, now, reason)
    for objection in SubsidyObjection._base_manager.filter(plan=plan, state="accepted"):
        move(objection, Order("recalculate", None, on, now, reason=f"第 {run.run_no} 次测算"))
    return run


def runs_of(plan: Any) -> list[SubsidyCalculation]:
    """Every run of a plan, first to last."""
    return list(SubsidyCalculation._base_manager.filter(plan=plan).order_by("run_no"))


def current(plan: Any) -> SubsidyCalculation | None:
    """The run that holds, None before the first."""
    return SubsidyCalculation._base_manager.filter(plan=plan, state="current").first()


def shares_of(run: Any) -> list[SubsidyShare]:
    """The parts of a run in the order in which it was calculated."""
    related = ("claim", "claim__recipient")
    return list(SubsidyShare._base_manager.filter(calculation=run).select_related(*related).order_by("pk"))


def compare(earlier: Any, later: Any) -> list[Difference]:
    """The vehicles whose amount differs between two runs, those first that change most."""
    old = {share.claim_id: share for share in shares_of(earlier)}
    new = {share.claim_id: share for share in shares_of(later)}
    found = [
        Difference((new.get(key) or old[key]).claim, _amount(old.get(key)), _amount(new.get(key)))
        for key in {**old, **new}
        if _amount(old.get(key)) != _amount(new.get(key))
    ]
    return sorted(found, key=lambda each: (-abs(each.change), each.claim.claim_no))


def stale(plan: Any) -> str:
    """Why the current run does not stand for the claims any more, "" where it does."""
    run = current(plan)
    if run is None:
        return "还没有测算，请先测算。"
    if obstacle := next(obstacles(plan, plan.formula), None):
        return obstacle.message
    kept = {share.claim_id: share.amount for share in shares_of(run)}
    if run.pool != plan.amount or kept != {part.claim.pk: part.amount for part in divide(plan)}:
        return f"第 {run.run_no} 次测算之后申报数据有变动，请先重新测算。"
    return ""


@transaction.atomic
def prepare_payments(*, plan: Any, user: User | None, on: date, now: datetime) -> int:
    """One payment a recipient, by the current run; returns how many."""
    run = current(plan)
    sums: dict[int, tuple[Any, int, int]] = {}
    for share in shares_of(run):
        recipient = share.claim.recipient
        _, vehicles, amount = sums.get(recipient.pk, (recipient, 0, 0))
        sums[recipient.pk] = (recipient, vehicles + 1, amount + share.amount)
    payments = [
        SubsidyPayment(
            plan=plan, calculation=run, recipient=who, vehicles=count, amount=amount, prepared_on=on, state="prepared"
        )
        for who, count, amount in sums.values()
        if amount
    ]
    write_made("subsidy_payment", payments, f"{plan.plan_no} 拨付清单", user, now)
    return len(payments)


def _kept(  # noqa: PLR0917 - one run and what it was made of
    plan: Any, parts: Sequence[Part], number: int, user: User | None, on: date, now: datetime, reason: str
) -> SubsidyCalculation:
    values = {
        "plan": plan,
        "run_no": number,
        "formula": plan.formula,
        "run_on": on,
        "pool": plan.amount,
        "vehicles": sum(1 for part in parts if part.amount),
        "recipients": len({part.claim.recipient_id for part in parts if part.amount}),
        "allocated": sum(part.amount for part in parts),
        "remark": reason[:500],
    }
    run: Any = create(book=book("subsidy_calculation"), values=values, user=user, on=on, now=now)
    shares = [SubsidyShare(calculation=run, claim=each.claim, weight=each.weight, amount=each.amount) for each in parts]
    write_made("subsidy_share", shares, f"{run.calculation_no} 测算结果", user, now)
    return run  # type: ignore[no-any-return]


def _claims(plan: Any) -> list[SubsidyVehicle]:
    """The confirmed vehicles in the order of their numbers, which also decides ties."""
    rows = SubsidyVehicle._base_manager.filter(plan=plan, state="confirmed")
    return list(rows.select_related("recipient").order_by("plate", "plate_colour"))


def _amount(share: SubsidyShare | None) -> int | None:
    return None if share is None else share.amount
