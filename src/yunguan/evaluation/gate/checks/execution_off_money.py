"""执行率与钱账一致: the rate in the form and the payments in the books are one figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, money, rate
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import plain
from yunguan.evaluation.rules.execution import Execution

_HALF = money(200000, spent=190000)


@check(
    "执行率与预算、支付记录一致",
    Severity.WARNING,
    why="自评表的执行率与预算和支付记录对不上，或者有支出却得零分，说明取数有误。",
    silent="相差在界限以内的（含上年结转等口径差别）、没有预算或支付记录的，不提示；有支出却得零分的必须改正。",
    caught=Example("预算 20 万元，支付 19 万元，执行率填 100%。", case(funds=_HALF)),
    passed=Example(
        "预算 20 万元，支付 19 万元，执行率 95%，写明了原因和措施。",
        case(execution=rate("95", reason="制证尾款1万元次年1月结算。", measure="合同约定12月结清。"), funds=_HALF),
    ),
    remedy="核对执行率的取数口径（是否含上年结转）和支付记录，补登漏记的预算、支付或更正执行率。",
)
def execution_off_money(dossier: Dossier) -> Iterator[Fault]:
    """The rate of execution follows from budget and payments; where money was spent it is not without points."""
    money = dossier.funds.amounts
    if money.rate is None:
        return
    spent = money.rate * 100
    for each in dossier.items():
        reached = each.actual.reached
        if not isinstance(each.item.rule, Execution) or not isinstance(reached, Decimal):
            continue
        place = dossier.place("实际完成值", f"{plain(reached)}%", each)
        if each.score == 0 and spent > 0:
            yield Fault(
                place,
                f"已支付 {plain(money.executed or reached)} 元，{quoted(each.item.title)}却得 0 分。",
                Severity.ERROR,
            )
        elif abs(reached - spent) > dossier.limit("gate.execution.gap"):
            message = f"{quoted(each.item.title)}填 {plain(reached)}%，按预算和支付记录为 {plain(spent)}%。"
            yield Fault(place, message)
