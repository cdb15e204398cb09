"""上年结转等于上年年末结转: what this year began with is what last year ended with."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.facts import Role
from yunguan.audit.intervals import agrees
from yunguan.audit.pairs.held import held_of
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.audit.scopes import Scope
from yunguan.core.finding import Conflict, Hint

_BEGIN, _END = "年初结转和结余", "年末结转和结余"


@pair_rule(
    "上年结转等于上年年末结转",
    Kin.LAST_YEAR,
    why="上年年末的结转和结余，就是本年年初的结转和结余；年初作过调整的应当写明。",
    compares="本年报告的年初结转和结余，与上年报告的年末结转和结余（同为全部资金，或者同为财政拨款）。",
    silent="两份报告中有一份没有写出，或者上年报告自己前后不一时，不核对。",
    beside="某某县测绘中心部门整体支出绩效自评报告\n（2022年度）\n\n一、支出情况\n\n年末结转和结余 12.50 万元。",
    caught="某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、支出情况\n\n年初结转和结余 15.20 万元。",
    passed="某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、支出情况\n\n年初结转和结余 12.50 万元。",
    remedy="对照上年决算核实年初数；调整过年初数的，写明调整的依据和金额。",
)
def carried_over(pair: Pair) -> Iterator[Verdict]:
    """年初结转和结余 of a year is 年末结转和结余 of the year before, in the same scope, unless it was adjusted."""
    ours, theirs = held_of(pair.document), held_of(pair.other)
    key = Role.EXECUTED.value
    for scope in Scope:
        begin = [held for held in ours[_BEGIN, key] if held.scope is scope]
        end = [held for held in theirs[_END, key] if held.scope is scope]
        if not begin or not end or any(not agrees(end[0].fact, each.fact) for each in end):
            continue
        fact, other = begin[0].fact, end[0].fact
        if agrees(fact, other):
            yield pair.relation((fact,), (other,))
            continue
        gap = fact.value - other.value
        unit, factor = fact.quantity.unit, fact.quantity.factor
        message = (
            f"年初结转和结余写的是{fact.quantity.text}，上年报告的年末结转和结余是{other.quantity.text}；"
            "只有年初作过调整时才能同时成立，文中没有写明，请核对或写明。"
        )
        kind = Hint if abs(gap) <= max(fact.step, other.step) else Conflict
        shown = {"expected": other.quantity.text, "stated": fact.quantity.text}
        yield pair.finding(kind, (fact,), (other,), message, difference=f"{printed(gap / factor)}{unit}", **shown)
