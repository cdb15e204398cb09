"""Findings about one stated rate or amount against what its operands give, with places, operands and difference."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from yunguan.audit.facts import Fact
from yunguan.audit.intervals import Interval, rate_interval
from yunguan.audit.printing import printed
from yunguan.core.finding import Contradiction, Finding, Hint, Operand, Place, Relation

_PLACES = 2
CANNOT = "这几处不能同时成立，请核对"


def places(facts: Iterable[Fact]) -> tuple[Place, ...]:
    """Where the facts stand, each place once."""
    return tuple(dict.fromkeys(fact.place for fact in facts))


def operands(facts: Iterable[Fact]) -> tuple[Operand, ...]:
    """The facts as the numbers of a check."""
    return tuple(fact.operand for fact in facts)


def relation(facts: Iterable[Fact]) -> Relation:
    """What was checked and holds."""
    held = tuple(facts)
    return Relation(places=places(held), operands=operands(held))


def percent(value: Decimal) -> str:
    """A rate in per cent with two places at most."""
    return f"{printed(round(value, _PLACES))}%"


def finding(
    kind: type[Finding],
    facts: Iterable[Fact],
    message: str,
    *,
    expected: str | None = None,
    stated: str | None = None,
    difference: str | None = None,
) -> Finding:
    """A finding over these facts."""
    held = tuple(facts)
    return kind(  # type: ignore[call-arg]  # each kind brings its own severity
        message=message,
        places=places(held),
        operands=operands(held),
        expected=expected,
        stated=stated,
        difference=difference,
    )


def rate_verdict(
    stated: Fact, given: Interval, used: Iterable[Fact], formula: str, kind: type[Finding] = Contradiction
) -> Finding | Relation:
    """A stated rate against the interval that its operands give (per cent); cut off in its last place is a hint."""
    facts = (stated, *used)
    said = rate_interval(stated)
    if said.overlaps(given):
        return relation(facts)
    middle = (given.low + given.high) / 2
    message = f"“{stated.quote}”与{formula}＝{percent(middle)}不符，写的是{stated.quantity.text}"
    shown = {
        "expected": percent(middle),
        "stated": stated.quantity.text,
        "difference": f"{printed(round(stated.quantity.value - middle, _PLACES))}个百分点",
    }
    if said.widened(stated.quantity.step / 2).overlaps(given):
        return finding(Hint, facts, f"{message}；像是去尾而不是四舍五入，请核对尾数。", **shown)
    return finding(kind, facts, f"{message}；{CANNOT}。", **shown)
