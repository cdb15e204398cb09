"""A stated rate beside the two counts that it should follow from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yunguan.audit.facts import Fact, Role
from yunguan.audit.rates import Rate

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Comparison:
    """A stated rate, the two counts it should follow from, and the number of sessions where the text gives one."""

    rate: Rate
    stated: Fact
    part: Fact
    whole: Fact
    sessions: Fact | None = None

    @property
    def pooled(self) -> Decimal:
        """The rate of the counts together, in per cent."""
        share = self.part.value / self.whole.value
        return (1 - share if self.rate.complement else share) * _HUNDRED

    @property
    def holds(self) -> bool:
        quantity = self.stated.quantity
        return quantity.low <= self.pooled <= quantity.high

    @property
    def cut_off(self) -> bool:
        """True where the stated rate is within one unit of its last place: cut off instead of rounded."""
        return abs(self.pooled - self.stated.quantity.value) <= self.stated.quantity.step

    @property
    def per_session(self) -> bool:
        return self.stated.role is Role.MEAN

    def mean_can_be(self) -> bool:
        """True where some split into sessions has the stated rate as its unweighted mean."""
        low, high = _mean_bounds(self.whole.value, self.pooled, self.sessions)
        return self.stated.quantity.high >= low and self.stated.quantity.low <= high


def alike(part: Fact, whole: Fact) -> bool:
    """True for counts of one kind: people and 人次, posts and the people in them."""
    people = {"人", "人次", "个"} if "编制" in whole.lead else {"人", "人次"}
    return part.family == whole.family or {part.family, whole.family} <= people


def fits(part: Fact, whole: Fact) -> bool:
    """True where the part can be contained in the whole."""
    return alike(part, whole) and whole.value > 0 and part.value <= whole.value


def nearest(compared: list[Comparison]) -> Comparison:
    """The pair whose whole stands last before its part."""
    return max(
        compared, key=lambda each: (each.whole.quantity.start < each.part.quantity.start, each.whole.quantity.start)
    )


def one_digit(found: Comparison) -> bool:
    """True where one changed digit of the rate or of a count makes them agree."""
    quantity = found.stated.quantity
    places = max(0, -int(quantity.step.normalize().as_tuple().exponent))
    for rate in _digits(f"{quantity.value:.{places}f}"):
        if abs(rate - found.pooled) <= quantity.step / 2:
            return True
    ratios = [(part, found.whole.value) for part in _digits(str(found.part.value))]
    ratios += [(found.part.value, whole) for whole in _digits(str(found.whole.value)) if whole]
    return any(quantity.low <= part / whole * _HUNDRED <= quantity.high for part, whole in ratios)


def _digits(printed_number: str) -> Iterator[Decimal]:
    """The numbers that differ from this one in one digit."""
    for index, sign in enumerate(printed_number):
        if sign.isdigit():
            for other in "0123456789":
                yield Decimal(printed_number[:index] + other + printed_number[index + 1 :])


def _mean_bounds(whole: Decimal, pooled: Decimal, sessions: Fact | None) -> tuple[Decimal, Decimal]:
    """The least and greatest unweighted mean (in per cent) of sessions whose pooled rate is this one.

    The mean is greatest when as many sessions as possible hold one person who adds to the rate.
    """
    count = sessions.value if sessions is not None and sessions.value > 1 else whole
    concerned = whole * pooled / _HUNDRED
    return _HUNDRED - _greatest_mean(whole, whole - concerned, count), _greatest_mean(whole, concerned, count)


def _greatest_mean(whole: Decimal, concerned: Decimal, count: Decimal) -> Decimal:
    single = min(concerned, count - 1)
    rest = (concerned - single) / (whole - single) if whole > single else Decimal(0)
    return (single + rest) / count * _HUNDRED
