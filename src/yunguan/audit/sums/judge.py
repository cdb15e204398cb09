"""What is said of a sum: that it holds, that it cannot, or under which unstated reading it would."""

from __future__ import annotations

import re
from decimal import Decimal

from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.audit.sums.sum import Bond, Sum
from yunguan.core.finding import Conflict, Contradiction, Doubt, Finding, Hint, Operand, Place, Relation

_SEVERAL = 3
_LONG = 6
_MOST = 10
_NO_PART = re.compile(r"分值|得|完成|目标|权重")
_OF_ANOTHER_TIME = re.compile(
    r"当年|本年|累计|新增|此外|另"
)  # what was new, and what there is, are no parts of one whole
_APART = re.compile(r"行政|事业|工勤|公务员|参公|离休|退休")
_TRAITS = re.compile(r"以上|以下|党员|女|职称|民族|满意|有效|(?<!不)合格|通过")


def judged(each: Sum) -> Verdict:
    """The verdict on one sum."""
    if each.holds:
        return Relation(places=_places(each), operands=_operands(each))
    if each.rounding:
        return _finding(Hint, each, "相差在四舍五入的范围内，请核对尾数")
    return _mismatch(each)


def _mismatch(found: Sum) -> Verdict:
    if found.slipped is not None:
        return _finding(
            Contradiction, found, f"“{found.slipped.quantity.text}”像是“元”与“万元”写错，这几处不能同时成立，请核对"
        )
    if found.bond is Bond.EQUATION or (found.bond is Bond.CLOSED and not _within_rounding(found)):
        return _finding(Contradiction, found, "这几处不能同时成立，请核对")
    if found.bond in {Bond.LIST, Bond.WHOLE} and any(part.value == found.total.value for _, part in found.parts):
        return _open(found)
    strict = found.bond in {Bond.CLOSED, Bond.OPENING, Bond.TRAILING}
    if strict or ((found.near or _exceeds(found)) and not _overlapping(found)):
        return _finding(Conflict, found, f"只有{_reading(found)}时才能同时成立，文中没有写明，请核对或写明")
    return _open(found)


def _open(found: Sum) -> Doubt:
    """The doubt about a list that may not be all, or may tell the same things at several levels."""
    return Doubt(
        message=f"{_said(found)}；看不出所列是否就是全部分项，没有判定",
        places=_places(found),
        operands=_operands(found),
    )


def _exceeds(found: Sum) -> bool:
    """True where three parts or more are greater than their total, which no parts left out can explain.

    Two are enough where nobody can be in both: 行政编制 and 事业编制.
    """
    apart = all(_APART.search(part.subject) and part.family == "人" for _, part in found.parts)
    listed = found.bond in {Bond.LIST, Bond.WHOLE} and (apart or len(found.parts) >= _SEVERAL)
    about = any(fact.quantity.approximate for fact in found.facts)
    names = [part.subject for _, part in found.parts]
    things = all(names) and len(set(names)) == len(names) and not any(_NO_PART.search(name) for name in names)
    things = things and not any(_OF_ANOTHER_TIME.match(part.lead) for _, part in found.parts)
    within = found.difference < 0 and found.expected <= found.total.value * _MOST
    return listed and things and within and not about


def _overlapping(found: Sum) -> bool:
    """True where parts are marked by traits that one person may have together (党员, 女职工, 中级以上)."""
    return found.difference < 0 and any(_TRAITS.search(part.subject) for _, part in found.parts)


def _within_rounding(found: Sum) -> bool:
    return abs(found.difference) <= found.widest


def _reading(found: Sum) -> str:
    """The unstated reading under which total and parts are both true."""
    besides = next((fact for fact in found.besides if fact.value == found.difference), None)
    gap = _amount(found, abs(found.difference))
    if besides is not None:
        return f"括号里“{besides.quantity.text}{besides.behind}”不在所列各项之内、另计"
    if _within_rounding(found):
        return "各数的四舍五入误差都偏向一边"
    if found.bond is Bond.OPENING:
        return f"另有{gap}中途取消或重复计算" if found.difference < 0 else f"另有{gap}没有写出来源"
    if found.bond is Bond.BUDGET:
        return f"另有{gap}结余没有执行" if found.difference < 0 else f"另有{gap}其他来源"
    return f"另有{gap}没有列出" if found.difference > 0 else f"所列各项互有重叠{gap}"


def _finding(kind: type[Finding], found: Sum, verdict: str) -> Finding:
    return kind(  # type: ignore[call-arg]  # each kind brings its own severity
        message=f"{_said(found)}；{verdict}。",
        places=_places(found),
        operands=_operands(found),
        expected=_amount(found, found.expected),
        stated=_amount(found, found.total.value),
        difference=_amount(found, found.difference),
    )


def _said(found: Sum) -> str:
    total = found.total
    return (
        f"{total.subject or '合计'}写的是{_amount(found, total.value)}，{_formula(found)}＝"
        f"{_amount(found, found.expected)}，相差{_amount(found, abs(found.difference))}"
    )


def _formula(found: Sum) -> str:
    """The parts with their signs; of a long list those that are zero are only counted."""
    shown = [(sign, part) for sign, part in found.parts if part.value or len(found.parts) <= _LONG]
    zeros = len(found.parts) - len(shown)
    terms = [f"{'＋' if sign > 0 else '－'}{part.subject}{part.quantity.text}" for sign, part in shown]
    return "".join(terms).removeprefix("＋") + (f"（另有{zeros}项为0）" if zeros else "")


def _amount(found: Sum, value: Decimal) -> str:
    return printed(value / found.total.quantity.factor) + found.total.quantity.unit


def _places(found: Sum) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(fact.place for fact in found.facts))


def _operands(found: Sum) -> tuple[Operand, ...]:
    return tuple(fact.operand for fact in found.facts)
