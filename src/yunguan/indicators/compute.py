"""From expressions to figures: the value, its operands, its formula, and what a section says beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from yunguan.core.expressions import (
    Count,
    CountDistinct,
    Declared,
    Expression,
    GroupMean,
    Ratio,
    Reference,
    Sum,
    Total,
    exact,
)
from yunguan.core.figure import Declaration, Figure, Operand, Origin, Question
from yunguan.indicators.indicator import Indicator
from yunguan.indicators.leaves import Ask, Leaf, Reader, Tally
from yunguan.indicators.words import formula, leaf_words


class House(Protocol):
    """What the computation asks of its surroundings."""

    reader: Reader

    def members(self, area: str, on: date) -> frozenset[str]:
        """Six-digit codes of an area or a named group."""

    def opened(self, register: str, year: int) -> bool:
        """Whether a register was kept in a year: then no row means zero."""

    def declaration(self, indicator: str, question: Question) -> Declaration | None:
        """What the owning section said, newest at or before the as-of date."""


@dataclass(frozen=True)
class Value:
    """The outcome of an expression."""

    number: Decimal | None
    operands: tuple[Operand, ...] = ()
    origin: Origin = Origin.COMPUTED


def compute(
    indicators: Sequence[Indicator], question: Question, house: House, all_of: Mapping[str, Indicator]
) -> dict[str, Figure]:
    """The figures of these indicators; ``all_of`` resolves references between them."""
    run = _Run(question, house, all_of)
    run.tally(indicators)
    return {each.id: run.figure(each) for each in indicators}


class _Run:
    """One question to one house: the tallies are fetched once, then every figure is put together in Python."""

    def __init__(self, question: Question, house: House, all_of: Mapping[str, Indicator]) -> None:
        self.question = question
        self.house = house
        self.all_of = all_of
        self.tallies: dict[Ask, Tally] = {}

    def tally(self, indicators: Iterable[Indicator]) -> None:
        """Fetch what all the indicators' leaves need."""
        asks = [self.ask(leaf, owner) for each in indicators for owner, leaf in leaves_of(each, self.all_of)]
        self.tallies = self.house.reader.tally(asks, self.question)

    def ask(self, leaf: Leaf, indicator: Indicator) -> Ask:
        """A leaf of an indicator, asked within this question."""
        return ask_of(leaf, indicator, self.question, self.house)

    def figure(self, indicator: Indicator) -> Figure:
        """The figure of one indicator, computed or declared."""
        said = self.house.declaration(indicator.id, self.question)
        value = self._value(indicator.expression, indicator)
        stated = value.origin is not Origin.COMPUTED
        above, below = self._sides(indicator)
        return Figure(
            id=indicator.id,
            title=indicator.title,
            unit=indicator.unit,
            period=self.question.period,
            as_of=said.as_of if stated and said else self.question.as_of,
            value=value.number,
            origin=value.origin if value.number is not None else None,
            formula=formula(indicator, self.house.reader.facts, self.all_of),
            definition=indicator.fingerprint,
            section=indicator.section,
            numerator=above,
            denominator=below,
            records=_records(value.operands),
            operands=value.operands,
            declared=said,
            why_none=_why(indicator, value, above, below),
        )

    def _value(self, expression: Expression, indicator: Indicator) -> Value:
        match expression:
            case Count() | CountDistinct() | Sum():
                return self._leaf(expression, indicator)
            case GroupMean():
                return self._mean(expression, indicator)
            case Ratio(numerator, denominator, times):
                return _ratio(self._value(numerator, indicator), self._value(denominator, indicator), times)
            case Total(terms):
                return _total([(sign, self._value(term, indicator)) for sign, term in terms])
            case Reference(id=other):
                return self._value(self.all_of[other].expression, self.all_of[other])
            case Declared():
                return self._declared(indicator)
            case _:
                msg = f"指标“{indicator.title}”用了未知的表达式。"
                raise TypeError(msg)

    def _leaf(self, leaf: Count | CountDistinct | Sum, indicator: Indicator) -> Value:
        ask = self.ask(leaf, indicator)
        tally = self.tallies.get(ask)
        number = self._number(leaf, tally)
        label = leaf_words(leaf, self.house.reader.facts)
        distinct = leaf.field if isinstance(leaf, CountDistinct) else ""
        records = tally.records if tally else None
        return Value(number, (Operand(label, number, records, leaf.rows, distinct),))

    def _number(self, leaf: Count | CountDistinct | Sum, tally: Tally | None) -> Decimal | None:
        if tally is None:
            return None
        if isinstance(leaf, Sum):
            if tally.records and tally.value is not None:
                return exact(tally.value, leaf.divisor)
            return Decimal(0) if leaf.nothing_is_zero and self._opened(leaf) else None
        return Decimal(tally.value or 0) if tally.value or self._opened(leaf) else None

    def _opened(self, leaf: Count | CountDistinct | Sum) -> bool:
        """Whether the leaf's register was kept in the year that its rows are asked of."""
        asked = self.question.for_rows(leaf.rows)
        return self.house.opened(leaf.rows.register, asked.period.last.year)

    def _mean(self, leaf: GroupMean, indicator: Indicator) -> Value:
        tally = self.tallies.get(self.ask(leaf, indicator))
        groups = tally.groups if tally else ()
        if not groups:
            return Value(None, (Operand(leaf_words(leaf, self.house.reader.facts), None),))
        shares = [Decimal(above) / Decimal(below) for above, below in groups]
        number = sum(shares, Decimal(0)) / len(shares) * 100
        label = f"{leaf_words(leaf, self.house.reader.facts)}（{len(groups)} 组）"
        records = sum(below for _, below in groups)
        return Value(number, (Operand(label, number, records, leaf.denominator.rows),))

    def _declared(self, indicator: Indicator) -> Value:
        said = self.house.declaration(indicator.id, self.question)
        if said is None:
            return Value(None, (), Origin.DECLARED)
        how = said.origin.label.removeprefix("科室")
        label = f"{indicator.title}：{said.by}{how}（截至 {said.as_of:%Y-%m-%d}）"
        return Value(said.value, (Operand(label, said.value),), said.origin)

    def _sides(self, indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
        if not isinstance(indicator.expression, Ratio):
            return None, None
        ratio = indicator.expression
        return self._value(ratio.numerator, indicator).number, self._value(ratio.denominator, indicator).number


def leaves_of(
    indicator: Indicator, all_of: Mapping[str, Indicator], seen: tuple[str, ...] = ()
) -> Iterator[tuple[Indicator, Leaf]]:
    """Every leaf that is counted in rows, with the indicator that owns it: references are followed, not in circles."""
    if indicator.id in seen:
        msg = f"指标定义互相引用：{' → '.join((*seen, indicator.id))}。"
        raise ValueError(msg)
    for leaf in indicator.expression.leaves():
        if isinstance(leaf, Reference):
            yield from leaves_of(all_of[leaf.id], all_of, (*seen, indicator.id))
        elif isinstance(leaf, Count | CountDistinct | Sum | GroupMean):
            yield indicator, leaf


def ask_of(leaf: Leaf, indicator: Indicator, question: Question, house: House) -> Ask:
    """A leaf within the areas of the question, the indicator and the leaf itself."""
    return Ask(leaf, areas_of(question, (indicator.area, leaf.rows.area), house))


def areas_of(question: Question, codes: Iterable[str], house: House) -> frozenset[str] | None:
    """The areas of a question intersected with those of every code given; None without any restriction."""
    areas = question.areas
    for code in codes:
        if code:
            members = house.members(code, question.as_of)
            areas = members if areas is None else areas & members
    return areas


def _why(indicator: Indicator, value: Value, above: Decimal | None, below: Decimal | None) -> str:
    """Why there is no value, "" where there is one."""
    if value.number is not None:
        return ""
    if below is not None and not below:
        return "分母为 0，没有可比的基数，不计算比率。"
    if value.origin is not Origin.COMPUTED:
        return "所属科室尚未申报。"
    if isinstance(indicator.expression, Ratio):
        missing = "和".join(side for side, number in (("分子", above), ("分母", below)) if number is None)
        return f"{missing}没有数据：台账在所问年度没有启用或没有记录。"
    return "台账在所问年度没有启用或没有记录。"


def _ratio(above: Value, below: Value, times: int) -> Value:
    operands = (*above.operands, *below.operands)
    origin = _origin(above, below)
    if above.number is None or not below.number:
        return Value(None, operands, origin)
    return Value(above.number * times / below.number, operands, origin)


def _total(terms: Sequence[tuple[int, Value]]) -> Value:
    operands = tuple(operand for _, value in terms for operand in value.operands)
    origin = _origin(*(value for _, value in terms))
    numbers = [None if value.number is None else sign * value.number for sign, value in terms]
    if any(number is None for number in numbers):
        return Value(None, operands, origin)
    return Value(sum((n for n in numbers if n is not None), Decimal(0)), operands, origin)


def _origin(*values: Value) -> Origin:
    """A figure put together is computed only where all its parts are."""
    return next((v.origin for v in values if v.origin is not Origin.COMPUTED), Origin.COMPUTED)


def _records(operands: tuple[Operand, ...]) -> int | None:
    counts = [operand.records for operand in operands if operand.records is not None]
    return sum(counts) if counts else None
