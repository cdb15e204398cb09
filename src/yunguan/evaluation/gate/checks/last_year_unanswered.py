"""上年的问题有交代: what last year's report named comes back as a row to be answered."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier, Named
from yunguan.evaluation.gate.example import case
from yunguan.evaluation.gate.wording import quoted

_OPEN = Named("WT2022-01", "农村客运通而不畅")
_ANSWERED = Named("WT2022-01", "农村客运通而不畅", answer="新开两条线路，增加班次。")


@check(
    "上年的问题有交代",
    Severity.ERROR,
    why="上年报告写明的问题和措施，本年要说明落实情况；年年写同样的问题、不见下文，是结果不应用的表现。",
    silent="项目支出自评不核对；上年没有登记问题的，不提示。",
    caught=Example("上年问题“农村客运通而不畅”没有说明进展。", case(earlier=(_OPEN,))),
    passed=Example("上年问题写明了进展。", case(earlier=(_ANSWERED,))),
    remedy="在“存在问题台账”中为上年的问题填写下年度说明，或办理销号。",
)
def last_year_unanswered(dossier: Dossier) -> Iterator[Fault]:
    """Every problem of last year has its answer."""
    for each in dossier.earlier:
        if not each.answer.strip():
            message = f"上年问题{quoted(each.title)}（{each.number}）没有说明落实情况。"
            yield Fault(dossier.place("上年问题整改情况", each.title), message)
