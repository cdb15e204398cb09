"""大幅超额的指标有原因: far above the target the target was too low, or something unforeseen happened."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import Verdict, told


@check(
    "大幅超额的指标有原因",
    Severity.ERROR,
    why="完成值远高于目标，说明目标偏低或者计划外的工作多，要说明原因；界限是指标体系中的“超额完成的处理”。",
    silent="没有超过指标体系所定界限的，不提示。",
    caught=Example("目标 24 场，完成 60 场，偏差原因栏空着。", case(row(reached="60"))),
    passed=Example(
        "完成 60 场，写明了原因。", case(row(reached="60", reason="上级6月起扩大考核范围，新增普货企业场次34场。"))
    ),
    remedy="在偏差原因栏写明为什么大幅超额；目标定低了的，写明下年度怎样调整。",
)
def overshoot_without_reason(dossier: Dossier) -> Iterator[Fault]:
    """An item far above its target owes a reason."""
    for each in dossier.items():
        if each.judgement.verdict is Verdict.OVERSHOT and not each.remark.reason.strip():
            shown = told(each.actual.reached, each.item.unit)
            message = f"{quoted(each.item.title)}目标 {each.item.aim}、完成 {shown}，超额较多，没有写原因。"
            yield Fault(dossier.place("偏差原因", "", each), message)
