"""What a figure means: a frozen expression over the rows of registers, not a procedure.

Ten kinds: Rows (what is counted), Count, CountDistinct, Sum, Ratio, Total, GroupMean, Reference, Declared and
Condition. The same expression yields the value, the records behind it and the formula in Chinese, on any engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

OPERATORS = {"eq", "ne", "in", "gt", "ge", "lt", "le", "startswith", "isnull"}


@dataclass(frozen=True)
class Condition:
    """One test of one column: ``operator`` is one of OPERATORS; a tuple is the value of ``in``.

    ``startswith`` takes one beginning, or a tuple of several of which one must fit.
    """

    field: str
    operator: str
    value: Any


class Expression:
    """Something that has a value; the arithmetic operators build larger ones."""

    def __truediv__(self, other: Expression) -> Ratio:
        return Ratio(self, other)

    def __add__(self, other: Expression) -> Total:
        return Total((*_terms(self), *_terms(other)))

    def __sub__(self, other: Expression) -> Total:
        return Total((*_terms(self), *((-sign, term) for sign, term in _terms(other))))

    def parts(self) -> tuple[Expression, ...]:
        """The expressions directly inside this one."""
        return ()

    def leaves(self) -> Iterator[Expression]:
        """The expressions at the bottom, left to right."""
        inside = self.parts()
        if not inside:
            yield self
        for part in inside:
            yield from part.leaves()


@dataclass(frozen=True)
class Rows:
    """Rows of one register.

    Without more they are those whose period date lies in the period asked for, up to the as-of date. ``in_state``
    asks instead which rows are in a state on the as-of date; ``in_period`` asks for both.
    """

    register: str
    conditions: tuple[Condition, ...] = ()
    states: tuple[str, ...] = ()
    dated: str | None = ""  # column whose date must lie in the period; "" is the book's own; None asks no date
    area: str = ""
    earlier_years: int = 0
    earlier_months: int = 0

    def where(self, **tests: Any) -> Rows:
        """Add tests: ``column=value`` or ``column__operator=value``."""
        added = tuple(_condition(key, value) for key, value in tests.items())
        return replace(self, conditions=self.conditions + added)

    def in_state(self, *states: str) -> Rows:
        """Those in one of these states on the as-of date."""
        return replace(self, states=states, dated=None if self.dated == "" else self.dated)

    def in_period(self, field: str = "*") -> Rows:
        """Those whose date lies in the period, also where a state is asked for; ``*`` is the book's own date."""
        return replace(self, dated=field)

    def at_any_time(self) -> Rows:
        """Those of the register whatever their date."""
        return replace(self, dated=None)

    def within(self, area: str) -> Rows:
        """Those of an area or a named group of areas."""
        return replace(self, area=area)

    def earlier(self, *, years: int = 0, months: int = 0) -> Rows:
        """Those of the period and as-of date so many years or months before the ones asked for."""
        return replace(self, earlier_years=years, earlier_months=months)

    def count(self) -> Count:
        """How many rows."""
        return Count(self)

    def distinct(self, field: str) -> CountDistinct:
        """How many different values of a column, unknown ones left out."""
        return CountDistinct(self, field)

    def sum(self, field: str, divisor: int = 1, *, nothing_is_zero: bool = False) -> Sum:
        """The integers of a column added up, then divided (fen by 1,000,000 is 万元); see Sum of its None and zero."""
        return Sum(self, field, divisor, nothing_is_zero)


@dataclass(frozen=True)
class Count(Expression):
    """The number of rows; 0 only where the register was opened for the period, else None."""

    rows: Rows


@dataclass(frozen=True)
class CountDistinct(Expression):
    """The number of different values of a column among the rows."""

    rows: Rows
    field: str


@dataclass(frozen=True)
class Sum(Expression):
    """The sum of an integer column over the rows; None where there is no row (a nothing is an explicit zero row).

    ``nothing_is_zero`` is for a register in which a nothing is never written down, as an adjustment that was not made:
    no row is then 0 where the register was opened for the period, as with a count.
    """

    rows: Rows
    field: str
    divisor: int = 1
    nothing_is_zero: bool = False


@dataclass(frozen=True)
class Ratio(Expression):
    """Numerator by denominator, in per cent unless ``times`` says otherwise; None when either is None or 0 below."""

    numerator: Expression
    denominator: Expression
    times: int = 100

    def parts(self) -> tuple[Expression, ...]:
        return (self.numerator, self.denominator)


@dataclass(frozen=True)
class Total(Expression):
    """A sum of signed terms; None when any term is None."""

    terms: tuple[tuple[int, Expression], ...]

    def parts(self) -> tuple[Expression, ...]:
        return tuple(term for _, term in self.terms)


@dataclass(frozen=True)
class GroupMean(Expression):
    """The unweighted mean over groups of numerator by denominator, in per cent.

    ``by`` is the column that makes the groups; both counts must be over the same register. A group without a
    denominator is left out. Never rolled up by averaging: the groups themselves are the operands.
    """

    numerator: Count
    denominator: Count
    by: str

    @property
    def rows(self) -> Rows:
        """The rows that are grouped: those of the denominator."""
        return self.denominator.rows


@dataclass(frozen=True)
class Reference(Expression):
    """The value of another indicator, by its id."""

    id: str


@dataclass(frozen=True)
class Declared(Expression):
    """A value that the owning section declares in its return; there are no records of it in the house yet."""


def rows(register: str) -> Rows:
    """The rows of a register, named by its id."""
    return Rows(register)


def figure(indicator: str) -> Reference:
    """The value of another indicator, named by its id."""
    return Reference(indicator)


def declared() -> Declared:
    """A figure without a register: its section's return gives it."""
    return Declared()


def mean_over(by: str, numerator: Count, denominator: Count) -> GroupMean:
    """The unweighted mean of a rate over the groups that a column makes."""
    if numerator.rows.register != denominator.rows.register:
        msg = f"分组平均的分子与分母须出自同一台账：{numerator.rows.register}、{denominator.rows.register}。"
        raise ValueError(msg)
    if numerator.rows.area != denominator.rows.area:
        msg = f"分组平均的分子与分母须取同一地区：{numerator.rows.area}、{denominator.rows.area}。"
        raise ValueError(msg)
    return GroupMean(numerator, denominator, by)


WAN = 1_000_000
"""Fen in 万元: the divisor of a sum of money that is told in 万元."""


def exact(value: int | Decimal, divisor: int = 1) -> Decimal:
    """An integer of SQL as an exact Decimal, divided in Python so that every engine answers alike."""
    return Decimal(value) / Decimal(divisor)


def _terms(expression: Expression) -> tuple[tuple[int, Expression], ...]:
    return expression.terms if isinstance(expression, Total) else ((1, expression),)


def _condition(key: str, value: Any) -> Condition:
    field, _, operator = key.partition("__")
    operator = operator or "eq"
    if operator not in OPERATORS:
        msg = f"条件“{key}”用了未知的比较“{operator}”。"
        raise ValueError(msg)
    return Condition(field, operator, tuple(value) if operator == "in" else value)
