"""各项指标都有完成值: an item without an actual has no score, neither none nor all of its points."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted


@check(
    "各项指标都有完成值和得分",
    Severity.ERROR,
    why="没有完成值的指标不能计分，总分和等级也就定不下来。",
    silent="标明不适用的指标不要求。",
    caught=Example("实际完成值空着。", case(row(reached=None, why_none="责任科室尚未填报实际完成值。"))),
    passed=Example("实际完成值 26 场。", case(row())),
    remedy="由责任科室填报完成值和佐证，或补登台账；本单位没有这项工作的，标为不适用，分值自动分摊。",
)
def not_evidenced(dossier: Dossier) -> Iterator[Fault]:
    """Every item that applies has a score."""
    for each in dossier.tree.open_items:
        why = each.actual.why_none or each.judgement.says
        yield Fault(dossier.place("实际完成值", "", each), f"{quoted(each.item.title)}还没有得分：{why}")
