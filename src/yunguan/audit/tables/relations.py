"""Relations that the rows of a table show by themselves: a rate of two columns, their sum, their product."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import combinations, permutations, product
from typing import Final

from yunguan.audit.facts import Fact
from yunguan.audit.intervals import HUNDRED, MYRIAD, printed_as
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

Triple = tuple[Fact, Fact, Fact]

_MOST_COLUMNS: Final = 24
_FEWEST: Final = 3
_OF_FOUR: Final = 3  # of four comparable rows, three must hold
_RATE_HEAD = re.compile(r"率|占比|比例|比重|进度|幅度")
_OF_SCORES = re.compile(r"[得评]分|分值|权重|满分|扣分")  # by rules of their own, full points among them
_OTHER_ROW = re.compile(r"同比|环比|增[长减幅]|比上?[年期]|较|平均|均值|占比|比重|排名|目标|上年|去年")
_FINE_RATE: Final = Decimal("0.1")
_TO_THE_DOT: Final = Decimal("0.05")
_FEWEST_STEPS: Final = 10
_TELLING_STEPS: Final = 100
_SLACK: Final = Decimal("1.5")
_SCALES: Final = {Decimal(10) ** power for power in range(-4, 9)}


class Fit(Enum):
    """How a row stands to a relation; NEAR is what rounding may explain, or numbers that tell nothing."""

    HOLDS = "holds"
    NEAR = "near"
    FAILS = "fails"


class Kind(Enum):
    """What the two columns give: a rate in per cent, a sum, or a product."""

    RATE = "rate"
    SUM = "sum"
    PRODUCT = "product"


@dataclass(frozen=True)
class Form:
    """How two numbers give a third; `words` has a place for the names of both."""

    kind: Kind
    words: str
    value: Callable[[Decimal, Decimal], Decimal]


_RATES: Final = (
    Form(Kind.RATE, "{}÷{}", lambda a, b: a / b * HUNDRED),
    Form(Kind.RATE, "({0}－{1})÷{1}", lambda a, b: (a - b) / b * HUNDRED),
    Form(Kind.RATE, "1－{}÷{}", lambda a, b: HUNDRED - a / b * HUNDRED),
)
_SUM: Final = Form(Kind.SUM, "{}＋{}", lambda a, b: a + b)
_PRODUCTS: Final = (
    Form(Kind.PRODUCT, "{}×{}", lambda a, b: a * b),
    Form(Kind.PRODUCT, "{}×{}÷10000", lambda a, b: a * b / MYRIAD),
)


@dataclass(frozen=True)
class Shown:
    """A relation that most rows of a sheet show: the column it gives, the two it is of, and how each row stands."""

    form: Form
    columns: tuple[Column, Column, Column]
    rows: tuple[tuple[SheetRow, Triple, Fit], ...]

    def having(self, fit: Fit) -> list[tuple[SheetRow, Triple]]:
        """The rows that stand so to the relation."""
        return [(row, triple) for row, triple, found in self.rows if found is fit]


def shown_by(sheet: Sheet) -> Iterator[Shown]:
    """The relations that a sheet shows, those of most rows first; of three columns only one."""
    named = [column for column in sheet.columns if column.head and not _OF_SCORES.search(column.head)]
    columns = [column for column in named if _is_plain(sheet, column)]
    if len(columns) > _MOST_COLUMNS:
        return
    rows = [row for row in sheet.rows if not _OTHER_ROW.search(row.label)]
    made = [each for forms in _candidates(sheet, columns) if (each := _shown(rows, *forms)) is not None]
    told: set[frozenset[int]] = set()
    for each in sorted(made, key=lambda each: -len(each.having(Fit.HOLDS))):
        key = frozenset(column.index for column in each.columns)
        if key not in told:
            told.add(key)
            yield each


def _is_plain(sheet: Sheet, column: Column) -> bool:
    """True where all numbers of a column are of one family, none of them a bound or rounded in words."""
    facts = [fact for _, fact in sheet.pairs(column)]
    plain = all(not fact.quantity.bound and not fact.quantity.approximate for fact in facts)
    return len(facts) >= _FEWEST and plain and len({fact.family for fact in facts}) == 1


def _candidates(sheet: Sheet, columns: list[Column]) -> Iterator[tuple[Form, tuple[Column, Column, Column]]]:
    family = {column.index: next(fact for _, fact in sheet.pairs(column)).family for column in columns}
    for given in columns:
        others = [column for column in columns if column is not given and family[column.index] != "%"]
        own = family[given.index]
        if own == "%" or (not own and _RATE_HEAD.search(given.head)):
            for (one, other), form in product(permutations(others, 2), _RATES):
                if len({family[one.index], family[other.index]} - {""}) <= 1:
                    yield form, (given, one, other)
            continue
        for one, other in combinations(others, 2):
            yield from (
                (form, (given, one, other)) for form in _of_amounts(own, family[one.index], family[other.index])
            )


def _of_amounts(*families: str) -> Iterator[Form]:
    """A sum is of one family; a product is not of amounts of one unit only."""
    if len({*families} - {""}) <= 1:
        yield _SUM
    if len({*families}) > 1 or not any(families):
        yield from _PRODUCTS


def _shown(rows: list[SheetRow], form: Form, columns: tuple[Column, Column, Column]) -> Shown | None:
    held: list[Triple] = []
    others = 0
    for row in rows:
        triple = None if row.is_total and form.kind is Kind.PRODUCT else _triple(row, columns)
        if triple is not None and _holds(form, triple):
            held.append(triple)
        elif triple is not None and not row.is_total:  # a total goes wrong with one of its parts
            others += 1
            if others * (_OF_FOUR + 1) > len(rows):
                return None
    if len(held) < _FEWEST or others * _OF_FOUR > len(held) or not _tells(form, held):
        return None
    kept = [row for row in rows if not (row.is_total and form.kind is Kind.PRODUCT)]
    triples = [(row, triple) for row in kept if (triple := _triple(row, columns)) is not None]
    return Shown(form, columns, tuple((row, triple, fit_of(form, triple)) for row, triple in triples))


def _triple(row: SheetRow, columns: tuple[Column, Column, Column]) -> Triple | None:
    """The three numbers of a row, None where one of them is missing or zero."""
    given, one, other = (row.cells.get(column.index) for column in columns)
    if given is None or one is None or other is None or not (given.value and one.value and other.value):
        return None
    return given, one, other


def _holds(form: Form, triple: Triple) -> bool:
    given, one, other = triple
    return abs(given.value - form.value(one.value, other.value)) <= given.step / 2


def fit_of(form: Form, triple: Triple) -> Fit:
    """How three numbers stand to a form, by the precision that each is printed with."""
    if _holds(form, triple):
        return Fit.HOLDS
    given, one, other = triple
    step = min(one.step, other.step)
    a, b = printed_as(one, step), printed_as(other, step)
    if form.kind is Kind.RATE and (b.low <= 0 or (given.value == HUNDRED and one.value > other.value)):
        return Fit.NEAR
    corners = [form.value(x, y) for x, y in product((a.low, a.high), (b.low, b.high))]
    slack = given.step * _SLACK
    return Fit.NEAR if min(corners) - slack <= given.value <= max(corners) + slack else Fit.FAILS


def _tells(form: Form, held: list[Triple]) -> bool:
    """True where three rows with numbers of their own hold that chance would not make hold."""
    telling = {tuple(fact.value for fact in triple) for triple in held if _is_telling(form, triple)}
    varied = sum(len({values[at] for values in telling}) >= _FEWEST for at in range(len(Kind)))
    return len(telling) >= _FEWEST and varied >= len("两栏")


def _is_telling(form: Form, triple: Triple) -> bool:
    given, one, other = triple
    if form.kind is Kind.RATE:
        fine = given.step <= _FINE_RATE or abs(given.value - form.value(one.value, other.value)) <= _TO_THE_DOT
        return fine and given.value != HUNDRED and one.value != other.value
    if form.kind is Kind.SUM:
        return all(abs(fact.value) >= fact.step * _FEWEST_STEPS for fact in triple)
    trivial = {one.value, other.value} & _SCALES
    return not trivial and abs(given.value) >= given.step * _TELLING_STEPS


def otherwise(shown: Shown, row: SheetRow, triple: Triple) -> bool:
    """True where another number of the row, beside or in place of one of the two, explains the one given."""
    given, one, other = triple
    rest = [fact for fact in row.cells.values() if fact not in triple and fact.value]
    values = [(left.value, right.value) for left, right in permutations(rest, 2)]
    for fact in rest:
        values += [(changed, other.value) for changed in _with(one, fact)]
        values += [(one.value, changed) for changed in _with(other, fact)]
    possible = (pair for pair in values if shown.form.kind is not Kind.RATE or pair[1])
    return any(abs(given.value - shown.form.value(*pair)) <= given.step / 2 for pair in possible)


def _with(number: Fact, besides: Fact) -> tuple[Decimal, Decimal, Decimal]:
    """Another number in place of this one, added to it and taken from it."""
    return besides.value, number.value + besides.value, number.value - besides.value
