"""Intervals: what a printed number can stand for, and what ratios and means of such numbers can be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yunguan.audit.facts import Fact

HUNDRED = Decimal(100)
MYRIAD = Decimal(10_000)


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`; money in 元, rates in per cent."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> Interval:
        return Interval(self.low - by, self.high + by)

    def distance(self, value: Decimal) -> Decimal:
        return max(self.low - value, value - self.high, Decimal(0))


def printed_as(fact: Fact, finest: Decimal | None = None) -> Interval:
    """What a fact can stand for; a measured amount beside finer ones is taken as exact to the finest step."""
    quantity, factor = fact.quantity, fact.quantity.factor
    if quantity.approximate or quantity.low == quantity.high:
        return Interval(quantity.low * factor, quantity.high * factor)
    half = min(fact.step, finest if finest is not None else fact.step) / 2
    return Interval(fact.value - half, fact.value + half)


def rate_interval(fact: Fact) -> Interval:
    """What a stated rate can stand for, in per cent."""
    scale = Decimal("0.1") if fact.quantity.unit == "‰" else Decimal(1)
    return Interval(fact.quantity.low * scale, fact.quantity.high * scale)


def finest_step(*facts: Fact) -> Decimal:
    """The smallest last printed digit of these facts, on the scale of their values."""
    return min(fact.step for fact in facts)


def ratio(part: Fact, whole: Fact) -> Interval | None:
    """The part as per cent of the whole; None where the whole may be zero."""
    step = finest_step(part, whole)
    above, below = printed_as(part, step), printed_as(whole, step)
    if below.low <= 0:
        return None
    return Interval(max(above.low, Decimal(0)) / below.high * HUNDRED, above.high / below.low * HUNDRED)


def growth(now: Fact, before: Fact) -> Interval | None:
    """The growth in per cent, negative where it fell; None where the base may be zero."""
    found = ratio(now, before)
    return None if found is None else Interval(found.low - HUNDRED, found.high - HUNDRED)


def agrees(one: Fact, other: Fact) -> bool:
    """True where both can be printings of one value."""
    if one.step == other.step and not (one.quantity.approximate or other.quantity.approximate):
        return one.value == other.value
    return printed_as(one).overlaps(printed_as(other))


def off_by_unit(one: Fact, other: Fact) -> bool:
    """True where the digits are the same and only 元 and 万元 differ."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return small > 0 and large == small * MYRIAD
