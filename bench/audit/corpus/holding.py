"""Whether a relation between printed numbers holds within what rounding allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bench.audit.corpus.model import Num, Relation, Report

HUNDRED = Decimal(100)


def holds(report: Report, relation: Relation) -> bool:
    """True where the printed numbers can all be roundings of true values that satisfy the relation."""
    result = report.num(relation.result)
    terms = [(sign, report.num(number)) for sign, number in relation.terms]
    return _CHECKS[relation.kind](result, terms)


def broken(report: Report) -> Iterator[Relation]:
    """The relations of a report that do not hold."""
    return (relation for relation in report.relations if not holds(report, relation))


Terms = Sequence[tuple[int, Num]]


def _sum(result: Num, terms: Terms) -> bool:
    total = sum((sign * term.base for sign, term in terms), Decimal(0))
    slack = result.half_step + sum((term.half_step for _, term in terms if term.places), Decimal(0))
    return abs(total - result.base) <= (slack if result.places else Decimal(0))


def _rate(result: Num, terms: Terms) -> bool:
    (_, part), (_, whole) = terms
    if not whole.base:
        return False
    return abs(part.base / whole.base * HUNDRED - result.value) <= result.half_step + _ratio_slack(part, whole)


def _growth(result: Num, terms: Terms) -> bool:
    (_, now), (_, before) = terms
    if not before.base:
        return False
    rate = abs(now.base - before.base) / before.base * HUNDRED
    return abs(rate - result.value) <= result.half_step + 2 * _ratio_slack(now, before)


def _ratio_slack(part: Num, whole: Num) -> Decimal:
    if not (part.places or whole.places):
        return Decimal(0)
    slack = sum((num.half_step for num in (part, whole) if num.places), Decimal(0))
    return slack / whole.base * HUNDRED


def _same(result: Num, terms: Terms) -> bool:
    return all(abs(term.base - result.base) <= max(term.half_step, result.half_step) for _, term in terms)


def _bound(result: Num, terms: Terms) -> bool:
    return all(term.base <= result.base for _, term in terms)


def _mean(result: Num, terms: Terms) -> bool:
    (_, whole), (_, count) = terms
    return bool(count.base) and abs(whole.base / count.base - result.base) <= result.half_step


def _count(result: Num, terms: Terms) -> bool:
    return all(term.base == result.base for _, term in terms)


_CHECKS = {
    "sum": _sum,
    "rate": _rate,
    "growth": _growth,
    "same": _same,
    "bound": _bound,
    "mean": _mean,
    "count": _count,
}
