"""预算调整较大有说明: a budget that was changed by a fifth and more was not what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, money
from yunguan.evaluation.gate.wording import explains_nothing
from yunguan.evaluation.rule import plain


@check(
    "预算调整较大有说明",
    Severity.WARNING,
    why="追加、追减之和占年初预算的比例较大，说明预算编制不准或有计划外任务，复核时要看原因和批复。",
    silent="没有超过界限的、每笔调整都写明了具体原因的，不提示。",
    caught=Example(
        "年初 100 万元，追加 40 万元，调整原因写“工作原因”。",
        case(funds=money(1000000, more=400000, why=("工作原因",))),
    ),
    passed=Example(
        "年初 100 万元，追加 40 万元，调整原因写“6月增人增资，人员经费追加”。",
        case(funds=money(1000000, more=400000, why=("6月增人增资，人员经费追加",))),
    ),
    remedy="在“预算追加追减”中写明每笔调整的具体原因和批复文号，并在报告中说明。",
)
def large_adjustment(dossier: Dossier) -> Iterator[Fault]:
    """A large adjustment has a reason at each of its rows."""
    money = dossier.funds.amounts
    changed = (money.increases or Decimal(0)) + (money.decreases or Decimal(0))
    bare = [reason for reason in dossier.funds.reasons if explains_nothing(reason)]
    if not money.initial or (dossier.funds.reasons and not bare):
        return
    rate = changed * 100 / money.initial
    if rate > dossier.limit("gate.adjustment.rate"):
        message = f"预算调整率 {plain(rate)}%（{plain(changed)}÷{plain(money.initial)}），没有写明具体原因。"
        yield Fault(dossier.place("全年预算数", "、".join(bare)), message)
