"""没有完成的指标有原因: what was missed is told with its reason and with what will be done."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import Verdict, told

_WHY = "下半年考场改造停用两个月，有两场改到次年1月。"


@check(
    "没有完成的指标有原因和措施",
    Severity.ERROR,
    why="未完成绩效目标或偏离较多的指标要说明原因和改进措施（财预〔2020〕10号及自评通知）。",
    silent="完成的指标不要求；写了原因没有写措施的，只请核对。",
    caught=Example("目标 24 场，完成 22 场，偏差原因栏空着。", case(row(reached="22"))),
    passed=Example(
        "完成 22 场，写明了原因和措施。", case(row(reached="22", reason=_WHY, measure="提前与考场签订备用协议。"))
    ),
    remedy="在偏差原因栏写明为什么没有完成，在改进措施栏写明下一步怎么做。",
)
def missed_without_reason(dossier: Dossier) -> Iterator[Fault]:
    """An item that was missed owes a reason, and is asked for a measure."""
    for each in dossier.items():
        if each.judgement.verdict is not Verdict.MISSED:
            continue
        item, shown = each.item, told(each.actual.reached, each.item.unit)
        if not each.remark.reason.strip():
            message = f"{quoted(item.title)}目标 {item.aim}、完成 {shown}，没有写偏差原因。"
            yield Fault(dossier.place("偏差原因", "", each), message)
        elif not each.remark.measure.strip():
            message = f"{quoted(item.title)}没有完成，写了原因，没有写改进措施。"
            yield Fault(dossier.place("改进措施", "", each), message, Severity.WARNING)
