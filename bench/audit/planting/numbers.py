"""Defects in numbers: a digit, a swap, a unit, a per cent sign, a bound, a rate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import Layout
from bench.audit.corpus.model import Num, Relation, Report
from bench.audit.planting.label import Expected, Label, Planted
from bench.audit.planting.places import digits, in_text, quote

_TRIES = 40
_SMALL = 10


def mutated(num: Num, dice: Dice) -> Num:
    """The same number with one digit changed; the first digit never becomes zero."""
    text = f"{num.value:.{num.places}f}"
    spots = [index for index, sign in enumerate(text) if sign.isdigit()]
    spot = dice.choice(spots)
    options = [
        digit for digit in "0123456789" if digit != text[spot] and not (spot == 0 and digit == "0" and len(text) > 1)
    ]
    return replace(num, value=Decimal(text[:spot] + dice.choice(options) + text[spot + 1 :]))


def _label(  # noqa: PLR0917 - all of them, every time
    report: Report, how: Layout, kind: str, expected: Expected, number: int, failing: Iterable[Relation]
) -> Label:
    others = {other for relation in failing for other in relation.ids if other != number}
    return Label(
        kind,
        expected,
        (quote(report, how, number), *sorted({quote(report, how, other) for other in others})),
        (digits(report, number),),
        tuple(sorted({digits(report, other) for other in others} - {digits(report, number)})),
    )


Wanted = Callable[[Report, Relation, int], bool]


def _digit(kind: str, wanted: Wanted) -> Callable[[Report, Layout, Dice], Planted | None]:
    """A planter that changes one digit of a number so that a wanted relation breaks beyond rounding."""

    def plant(report: Report, how: Layout, dice: Dice) -> Planted | None:
        spots = [
            (relation, number)
            for relation in report.relations
            for number in relation.ids
            if wanted(report, relation, number)
        ]
        for relation, number in dice.sample(spots, _TRIES):
            changed = report.with_item(number, mutated(report.num(number), dice))
            failing = [one for one in broken(changed) if number in one.ids]
            if relation in failing and report.num(number).value:
                label = _label(changed, how, kind, _grade(report.num(number), changed.num(number)), number, failing)
                return Planted(changed, label, frozenset({number}))
        return None

    return plant


def _grade(old: Num, new: Num) -> Expected:
    """One unit of the last decimal is what rounding makes: no more than a hint."""
    least = bool(new.places) and abs(new.value - old.value) == Decimal(1).scaleb(-new.places)
    return "hint" if least else "certain"


def _repeated(report: Report, number: int) -> bool:
    return any(relation.kind == "same" and number in relation.ids for relation in report.relations)


def _table_pair(report: Report, relation: Relation, *, both: bool, text: bool) -> bool:
    if relation.kind != "same":
        return False
    kinds = [in_text(report, number) for number in relation.ids]
    return (all(kinds) if both and text else not any(kinds) if both else any(kinds) and not all(kinds)) and len(
        kinds
    ) > 1


wrong_part = _digit("part_digit", lambda r, rel, n: rel.kind == "sum" and n != rel.result and not _repeated(r, n))
wrong_total = _digit("total_digit", lambda _, rel, n: rel.kind == "sum" and n == rel.result)
balance_broken = _digit(
    "balance_broken",
    lambda r, rel, n: (
        rel.kind == "sum" and n != rel.result and r.num(n).key in {"begin", "end", "basic.added", "basic.initial"}
    ),
)
wrong_rate = _digit("rate_digit", lambda _, rel, n: rel.kind == "rate" and n == rel.result)
wrong_growth = _digit("growth_rate", lambda _, rel, n: rel.kind == "growth" and n == rel.result)
wrong_mean = _digit("mean_digit", lambda _, rel, n: rel.kind == "mean" and n == rel.result)
wrong_count = _digit("count_in_rate", lambda r, rel, n: rel.kind == "rate" and n != rel.result and not r.num(n).places)
text_text = _digit("two_values_text", lambda r, rel, _: _table_pair(r, rel, both=True, text=True))
text_table = _digit("two_values_text_table", lambda r, rel, _: _table_pair(r, rel, both=False, text=True))
table_table = _digit("two_values_tables", lambda r, rel, _: _table_pair(r, rel, both=True, text=False))


def parts_swapped(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """Two parts of one total exchanged where both are stated elsewhere too (or have their own shares)."""
    sums = [relation for relation in report.relations if relation.kind == "sum"]
    for relation in dice.sample(sums, _TRIES):
        known = [number for _, number in relation.terms if _repeated(report, number)]
        if len(known) < 2 or len({report.block_of(n) for n in relation.ids}) > 1:  # noqa: PLR2004 - two to swap
            continue
        one, two = dice.sample(known, 2)
        if report.num(one).value == report.num(two).value or not (report.num(one).value and report.num(two).value):
            continue
        a, b = report.num(one), report.num(two)
        changed = report.with_item(one, replace(a, value=b.value)).with_item(two, replace(b, value=a.value))
        failing = [rel for rel in broken(changed) if one in rel.ids or two in rel.ids]
        if failing:
            first = _label(changed, how, "parts_swapped", "certain", one, [r for r in failing if one in r.ids])
            second = _label(changed, how, "parts_swapped", "certain", two, [r for r in failing if two in r.ids])
            label = Label(
                "parts_swapped",
                "certain",
                (*first.quotes, *second.quotes),
                (*first.wrong, *second.wrong),
                tuple(sorted({*first.partners, *second.partners})),
            )
            return Planted(changed, label, frozenset({one, two}))
    return None


def unit_slipped(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """元 written for 万元 (or the reverse) at one place of a relation."""
    spots = [
        number
        for number, num in report.numbers()
        if num.unit in {"万元", "元"} and num.value > _SMALL and in_text(report, number)
    ]
    for number in dice.sample(spots, _TRIES):
        num = report.num(number)
        changed = report.with_item(number, replace(num, unit="元" if num.unit == "万元" else "万元"))
        failing = [relation for relation in broken(changed) if number in relation.ids]
        if failing:
            label = replace(_label(changed, how, "unit_slipped", "certain", number, failing), partners=())
            return Planted(changed, label, frozenset({number}))
    return None


def percent_lost(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A rate in the text without its per cent sign."""
    spots = [number for number, num in report.numbers() if num.unit == "%" and in_text(report, number)]
    if not spots:
        return None
    number = dice.choice(spots)
    changed = report.with_item(number, replace(report.num(number), unit=""))
    label = Label(
        "percent_lost", "conflict", (quote(changed, how, number),), (digits(changed, number),), note="缺百分号"
    )
    return Planted(changed, label, frozenset({number}))


def over_bound(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """More came than signed up, more spent than budgeted, more people than posts, more points than there are."""
    bounds = [
        relation for relation in report.relations if relation.kind == "bound" and report.num(relation.terms[0][1]).value
    ]
    for relation in dice.sample(bounds, _TRIES):
        number = relation.terms[0][1]
        least, num = report.num(relation.result), report.num(number)
        more = (least.value * Decimal("1.07")).quantize(Decimal(1).scaleb(-num.places)) + Decimal(1).scaleb(-num.places)
        changed = report.with_item(number, replace(num, value=more))
        failing = [one for one in broken(changed) if number in one.ids]
        if failing:
            kind = "score_above_points" if not num.unit and num.places else "over_bound"
            expected: Expected = "conflict" if num.unit in {"万元", "元"} else "certain"
            return Planted(changed, _label(changed, how, kind, expected, number, failing), frozenset({number}))
    return None


def points_not_hundred(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A row's points changed so that the table no longer sums to 100."""
    sums = [
        r
        for r in report.relations
        if r.kind == "sum" and report.num(r.result).value == Decimal(100) and not report.num(r.result).unit
    ]
    if not sums:
        return None
    relation = dice.choice(sums)
    number = dice.choice([number for _, number in relation.terms])
    num = report.num(number)
    changed = report.with_item(number, replace(num, value=num.value + dice.choice((2, 3, 5))))
    failing = [one for one in broken(changed) if number in one.ids]
    return Planted(changed, _label(changed, how, "points_not_100", "certain", number, failing), frozenset({number}))
