"""Small dossiers for the examples of the checks: a sound self-evaluation, and what is changed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from yunguan.budget.amounts import Amounts
from yunguan.core.figure import Origin
from yunguan.evaluation.declare import group
from yunguan.evaluation.gate.dossier import Dossier, Funds, Goal
from yunguan.evaluation.rule import Reached, Rule, Sample, Target, TargetSource
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.rules.satisfaction import Satisfaction
from yunguan.evaluation.scheme import DEPARTMENT, Item, Mode, Scheme, SubjectKind
from yunguan.evaluation.scored import Actual, Edit, Remark, ScoredScheme
from yunguan.evaluation.scoring import Said, score_scheme

AT = datetime(2024, 4, 3, tzinfo=UTC)
REST = 90
"""The points that the rows share beside the ten of the execution rate."""
GOAL = Goal("2023-BM", "approved", "已批复", "全年完成安全考核不少于24场，群众满意度不低于90%。")
RATE = "execution.budget.rate"


@dataclass(frozen=True)
class Row:
    """One item with what was reached and what people said of it."""

    item: Item
    actual: Actual
    edit: Edit | None
    remark: Remark


def row(
    title: str = "安全考核场次",
    *,
    aim: str | Target | None = "24",
    before: str | None = "22",
    source: TargetSource = TargetSource.PLAN,
    rule: Rule | None = None,
    unit: str = "场",
    reached: str | Reached | None = "26",
    name: str = "output.quantity.exams",
    figure: str = "safety.exams",
    edited: str = "",
    edit_why: str = "",
    reason: str = "",
    measure: str = "",
    **actual: Any,
) -> Row:
    """A row that is in order unless told otherwise; ``actual`` says on whose word it stands."""
    target = aim if isinstance(aim, Target) else _target(aim, before, source)
    value = Decimal(reached) if isinstance(reached, str) else reached
    return Row(
        Item(name, title, Decimal(0), rule or AtLeast(), target, unit, figure),
        Actual(value, **({"origin": Origin.COMPUTED} | actual)),
        Edit(Decimal(edited), "财务科长", AT, edit_why) if edited else None,
        Remark(reason, measure),
    )


def survey(valid: int | None, satisfied: int = 0, **more: Any) -> Row:
    """A row of satisfaction, at least 90 %, with its answers; without answers where ``valid`` is None."""
    sample = None if valid is None else Sample(valid, satisfied)
    rate = Decimal(96) if sample is None else Decimal(satisfied * 100) / valid  # type: ignore[operator]
    known: dict[str, Any] = {"title": "旅客满意度", "aim": "90", "unit": "%", "rule": Satisfaction(), "reached": rate}
    return row(**(known | {"sample": sample, "name": "satisfaction.public.passengers", "figure": ""} | more))


def rate(percent: str | None = "100", **more: Any) -> Row:
    """The row of the budget's execution."""
    known: dict[str, Any] = {
        "name": RATE,
        "rule": Execution(),
        "aim": Target(Decimal(100)),
        "unit": "%",
        "figure": "budget",
    }
    return row("预算执行率", reached=percent, **(known | more))


def tree(*rows: Row, subject: str = "部门整体支出", execution: Row | None = None, **changes: Any) -> ScoredScheme:
    """The scored tree of these rows, which share 90 points, and of the execution rate with its ten."""
    filled = [replace(each, item=replace(each.item, points=Decimal(REST) / len(rows))) for each in rows]
    executed = execution or rate()
    last = replace(executed, item=replace(executed.item, points=Decimal(10), mode=Mode.LOCKED))
    every = [*filled, last]
    groups = (
        group("output", "产出指标", REST, group("output.quantity", "数量指标", REST, *(each.item for each in filled))),
        group("execution", "预算执行", 10, group("execution.budget", "预算执行率", 10, last.item)),
    )
    scheme = Scheme("example", "自评", 2023, "某市", SubjectKind.DEPARTMENT, "本单位方案", groups)
    said = Said(
        {each.item.id: each.edit for each in every if each.edit}, {}, {each.item.id: each.remark for each in every}
    )
    return score_scheme(replace(scheme, **changes), subject, {each.item.id: each.actual for each in every}, said)


def case(*rows: Row, execution: Row | None = None, scheme: dict[str, Any] | None = None, **changes: Any) -> Dossier:
    """A dossier of these rows that is sound but for the changes."""
    made = tree(*(rows or (row(),)), execution=execution, **(scheme or {}))
    return replace(Dossier(2023, DEPARTMENT, made, GOAL), **changes)


def money(initial: int, *, more: int = 0, less: int = 0, spent: int | None = None, why: tuple[str, ...] = ()) -> Funds:
    """Money in 元: granted, added, taken away, spent (all of it where nothing is said)."""
    budget = initial + more - less
    paid = budget if spent is None else spent
    return Funds(Amounts(*(Decimal(each) for each in (initial, more, less, paid))), why)


def _target(aim: str | None, before: str | None, source: TargetSource) -> Target:
    baseline = None if before is None else Decimal(before)
    return Target(None if aim is None else Decimal(aim), source=source, baseline=baseline)
