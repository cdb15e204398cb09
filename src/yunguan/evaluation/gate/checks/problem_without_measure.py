"""问题都有措施: a problem that is only named will be named again next year."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier, Named
from yunguan.evaluation.gate.example import case
from yunguan.evaluation.gate.wording import quoted

_BARE = Named("WT2023-02", "预案备案进度慢", measured=False)
_MEASURED = Named("WT2023-02", "预案备案进度慢")


@check(
    "问题都有改进措施",
    Severity.WARNING,
    why="写出的每个问题都应有针对它的改进措施（自评报告提纲：存在的问题及原因分析、下一步改进措施）。",
    silent="项目支出自评不核对；措施不再实施的不算措施。",
    caught=Example("问题“预案备案进度慢”没有改进措施。", case(named=(_BARE,))),
    passed=Example("问题“预案备案进度慢”有改进措施。", case(named=(_MEASURED,))),
    remedy="在“改进措施台账”中登记针对这个问题的措施、责任人和期限。",
)
def problem_without_measure(dossier: Dossier) -> Iterator[Fault]:
    """Every problem of this year has a measure."""
    for each in dossier.named:
        if not each.measured:
            message = f"问题{quoted(each.title)}（{each.number}）没有改进措施。"
            yield Fault(dossier.place("存在的问题和改进措施", each.title), message)
