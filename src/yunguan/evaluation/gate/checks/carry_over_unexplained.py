"""结转结余较大有说明: money that was granted and not spent is told why."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, money, rate
from yunguan.evaluation.rule import Verdict, plain
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scored import ScoredItem

_UNSPENT = money(1000000, spent=700000)


@check(
    "结转结余较大有说明",
    Severity.WARNING,
    why="结转结余多，说明资金闲置或预算偏大，是财政部门压减下年预算的依据，须说明原因。",
    silent="没有超过界限的、执行率指标旁写明了原因的不提示；执行率没有完成又没有原因的，由原因检查提示，不重复。",
    caught=Example("预算 100 万元，执行 70 万元，执行率栏填 100%，没有说明。", case(funds=_UNSPENT)),
    passed=Example(
        "预算 100 万元，执行 70 万元，写明了原因。",
        case(
            execution=rate("70", reason="设备12月底到货，尾款30万元跨年支付。", measure="次年1月支付。"), funds=_UNSPENT
        ),
    ),
    remedy="在预算执行率的偏差原因栏写明结转结余的金额、原因和使用安排。",
)
def carry_over_unexplained(dossier: Dossier) -> Iterator[Fault]:
    """A large carry-over has a reason beside an item that speaks of money."""
    money = dossier.funds.amounts
    if not money.budget or money.remaining is None or money.executed is None:
        return
    share = money.remaining * 100 / money.budget
    if share <= dossier.limit("gate.carry_over.rate") or any(_answers(each) for each in dossier.items()):
        return
    message = f"结转结余 {plain(money.remaining)} 元，占全年预算 {plain(share)}%，没有说明原因。"
    yield Fault(dossier.place("全年执行数", f"{plain(money.executed)} 元"), message)


def _answers(each: ScoredItem) -> bool:
    """An item of money that has a reason, or that is asked for one already."""
    of_money = isinstance(each.item.rule, Execution) or each.item.figure.startswith("finance.carry_over")
    return of_money and (bool(each.remark.reason.strip()) or each.judgement.verdict is Verdict.MISSED)
