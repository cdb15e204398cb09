"""What is said of a rate and its counts: that it holds, that it cannot, or under which unstated reading it would."""

from __future__ import annotations

from decimal import Decimal

from yunguan.audit.counts.comparison import Comparison, nearest
from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.core.finding import Conflict, Contradiction, Doubt, Finding, Hint, Operand, Place, Relation

_PLACES = 2


def verdict_on(compared: list[Comparison], *, near: bool) -> Verdict:
    """Any pair of counts that gives the rate settles it; of several that do not, the nearest is told as a conflict."""
    held = next((each for each in compared if each.holds), None)
    if held is not None:
        return Relation(places=_places(held), operands=_operands(held))
    first = compared[0] if len(compared) == 1 else nearest(compared)
    if first.cut_off:
        return _finding(Hint, first, "像是去尾而不是四舍五入，请核对尾数")
    if len(compared) > 1:
        if not near:
            return left_open(first)
        return _finding(Conflict, first, "只有比率另有分母时才能同时成立，同句各数都得不出这个比率，请核对或写明")
    return _mismatch(first, near=near)


def left_open(found: Comparison) -> Doubt:
    """The doubt about a rate that several counts may be behind."""
    return Doubt(
        message=f"{_said(found)}；文中有几组计数都可能是它的来源，没有判定",
        places=_places(found),
        operands=_operands(found),
    )


def _mismatch(found: Comparison, *, near: bool) -> Finding:
    if found.per_session and found.mean_can_be():
        return _finding(
            Conflict,
            found,
            "只有各场人数极不均衡、又按场简单平均（不按人数加权）时，这两处才能同时成立，文中没有写明这一口径，请核对或写明",
        )
    if found.per_session and not near:
        return _finding(
            Contradiction, found, "无论各场人数怎样分布，按场平均也得不出这个数，这两处不能同时成立，请核对"
        )
    return _finding(Contradiction, found, "这两处不能同时成立，请核对")


def _finding(kind: type[Finding], found: Comparison, verdict: str) -> Finding:
    return kind(  # type: ignore[call-arg]  # each kind brings its own severity
        message=f"{_said(found)}；{verdict}。",
        places=_places(found),
        operands=_operands(found),
        expected=f"{_percent(found.pooled)}%",
        stated=found.stated.quantity.text,
        difference=f"{_percent(found.stated.quantity.value - found.pooled)}个百分点",
    )


def _said(found: Comparison) -> str:
    part, whole = found.part.quantity.text, found.whole.quantity.text
    formula = f"（{whole}－{part}）÷{whole}" if found.rate.complement else f"{part}÷{whole}"
    sessions = f"{found.sessions.quantity.text}合并计算，" if found.per_session and found.sessions else ""
    return (
        f"“{found.stated.quote}”与“{found.whole.quote}”“{found.part.quote}”不符：{sessions}"
        f"{formula}＝{_percent(found.pooled)}%，写的是{found.stated.quantity.text}"
    )


def _percent(value: Decimal) -> str:
    return printed(round(value, _PLACES))


def _places(found: Comparison) -> tuple[Place, ...]:
    return tuple(dict.fromkeys((found.stated.place, found.whole.place, found.part.place)))


def _operands(found: Comparison) -> tuple[Operand, ...]:
    sessions = (found.sessions.operand,) if found.sessions is not None and found.per_session else ()
    return (found.stated.operand, found.whole.operand, found.part.operand, *sessions)
