"""数量和历史目标有基期值: without the value before nobody can tell whether a target asks for anything."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import TargetSource
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scored import ScoredItem


@check(
    "历史和数量目标有基期值",
    Severity.ERROR,
    why="取自历史标准的目标要写明上年值，数量目标没有上年值也看不出定得高低，复核时常按目标偏低退回。",
    silent="比率指标、定性指标和预算执行率不要求；数量目标不取自历史标准的，只请核对。",
    caught=Example("目标取自历史标准，没有填写上年值。", case(row(aim="24", before=None, source=TargetSource.HISTORY))),
    passed=Example("目标取自历史标准，上年值 22 场。", case(row(aim="24", before="22", source=TargetSource.HISTORY))),
    remedy="在指标体系中补填上年（基期）值；第一年开展的工作，把目标来源改为计划标准并写明依据。",
)
def baseline_missing(dossier: Dossier) -> Iterator[Fault]:
    """A target drawn from history shows that history; a quantity is asked for the value before."""
    for each in dossier.items():
        target, item = each.item.target, each.item
        if target.number is None or target.baseline is not None or isinstance(item.rule, Execution):
            continue
        place = dossier.place("年度指标值", item.aim, each)
        if target.source is TargetSource.HISTORY:
            yield Fault(place, f"{quoted(item.title)}的目标取自历史标准，却没有上年值。")
        elif _is_quantity(each):
            message = f"{quoted(item.title)}是数量指标，没有上年值，看不出目标是否偏低。"
            yield Fault(place, message, Severity.WARNING)


def _is_quantity(each: ScoredItem) -> bool:
    return "quantity" in each.item.id.split(".") and each.item.unit != "%"
