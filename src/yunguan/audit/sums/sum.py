"""A stated sum: how far apart total and parts are, and whether printing alone can explain it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from yunguan.audit.facts import Fact
from yunguan.audit.quantities import MONEY

_SPREAD: Final = Decimal("0.289")  # standard deviation of a rounding error, in units of the last place
_NEAR: Final = Decimal("0.02")
_TELLING: Final = 3
_LONG_NUMBER: Final = 5
_COARSE: Final = 1_000  # 396.6 亿 beside 3522 万: each stands for its own last digit
_TURNED: Final = {"元": "万元", "万元": "元"}


class Bond(StrEnum):
    """The words that bind the parts to the total, from the strictest to the loosest."""

    EQUATION = "equation"
    CLOSED = "closed"
    LIST = "list"
    BUDGET = "budget"
    OPENING = "opening"
    TRAILING = "trailing"
    WHOLE = "whole"


@dataclass(frozen=True)
class Sum:
    """A total and its signed parts; `besides` are quantities that the text counts in with 含 beside the list."""

    total: Fact
    parts: tuple[tuple[int, Fact], ...]
    bond: Bond
    besides: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.total, *(part for _, part in self.parts))

    @property
    def expected(self) -> Decimal:
        """The sum of the parts, in 元 where they are money."""
        return sum((sign * part.value for sign, part in self.parts), Decimal(0))

    @property
    def difference(self) -> Decimal:
        return self.total.value - self.expected

    @property
    def step(self) -> Decimal:
        """One unit of the last place, taken from the finest: offices drop trailing zeros (7.5 is 7.50)."""
        return min(fact.step for fact in self.facts)

    @property
    def widest(self) -> Decimal:
        """The largest difference that rounding every number can cause; what is said to be about adds its own."""
        slack = sum((_slack(fact) for fact in self.facts if fact.quantity.approximate), Decimal(0))
        return slack + (Decimal(0) if self._counts else self.step / 2 * len(self.facts))

    @property
    def holds(self) -> bool:
        return self.difference == 0 or (self._about and abs(self.difference) <= self.widest)

    @property
    def rounding(self) -> bool:
        """True where the difference is no more than rounding makes likely (three standard deviations)."""
        if self._counts or self._about:
            return False
        if max(fact.step for fact in self.facts) >= self.step * _COARSE:
            return abs(self.difference) <= sum((fact.step for fact in self.facts), Decimal(0)) / 2
        likely = 3 * _SPREAD * self.step * Decimal(len(self.facts)).sqrt()
        return abs(self.difference) <= max(self.step, min(likely, self.widest))

    @property
    def slipped(self) -> Fact | None:
        """The one amount in another unit than all others, where the sum holds once it has theirs (元 for 万元)."""
        units = [fact.quantity.unit for fact in self.facts]
        if not {"元", "万元"} <= set(units) <= set(MONEY):
            return None
        odd = [fact for fact in self.facts if fact.quantity.unit in _TURNED and units.count(fact.quantity.unit) == 1]
        return next((fact for fact in odd if self._holds_with(fact)), None)

    def _holds_with(self, odd: Fact) -> bool:
        """Whether the sum holds with this amount in the other one of 元 and 万元."""
        mended = odd.quantity.value * MONEY[_TURNED[odd.quantity.unit]]
        signs = {id(part): sign for sign, part in self.parts}
        off = self.difference + signs.get(id(odd), -1) * (odd.value - mended)
        others = [fact for fact in self.facts if fact is not odd]
        step = min(odd.quantity.step * MONEY[_TURNED[odd.quantity.unit]], *(fact.step for fact in others))
        return abs(off) <= step * len(self.facts) / 2

    @property
    def near(self) -> bool:
        """True where the numbers look meant for each other: one digit mends them, or they lie within 2 %.

        Where the list claims to name all, two digits are enough to tell. Of two parts that leave something over, one
        digit tells only in long numbers: some digit of short ones can nearly always be mended.
        """
        if self.bond is Bond.WHOLE and len(self.parts) >= _TELLING and self._one_slip_mends(digits=2):
            return True
        loose = self.bond is Bond.LIST and len(self.parts) < _TELLING and self.difference > 0
        if (
            not (loose and self.total.quantity.is_money)
            and self.total.value
            and abs(self.difference) <= abs(self.total.value) * _NEAR
        ):
            return True
        return self._one_slip_mends(digits=_LONG_NUMBER if loose else _TELLING)

    def _one_slip_mends(self, digits: int) -> bool:
        """Whether the sum holds once one number, the total or a part, is rid of one slip of its writer."""
        mended = [(self.total, self.expected)]
        mended += [(part, part.value + sign * self.difference) for sign, part in self.parts]
        return any(one_slip(fact, value, digits=digits) for fact, value in mended)

    @property
    def _about(self) -> bool:
        return any(fact.quantity.approximate for fact in self.facts)

    @property
    def _counts(self) -> bool:
        return all(fact.quantity.low == fact.quantity.high for fact in self.facts)


def _slack(fact: Fact) -> Decimal:
    quantity = fact.quantity
    return max(quantity.high - quantity.value, quantity.value - quantity.low) * quantity.factor


def turned(one: Fact, other: Fact) -> bool:
    """True where two numbers of one unit are each other with two neighbouring digits swapped."""
    if one.quantity.unit != other.quantity.unit or one.quantity.step != other.quantity.step:
        return False
    digits = [str(fact.quantity.value).replace(".", "") for fact in (one, other)]
    if len(digits[0]) != len(digits[1]) or len(digits[0].strip("0")) < _TELLING:
        return False
    differ = [i for i, (a, b) in enumerate(zip(*digits, strict=True)) if a != b]
    neighbours = len(differ) == len("ab") and differ[1] == differ[0] + 1
    return neighbours and digits[0][differ[0]] == digits[1][differ[1]] and digits[0][differ[1]] == digits[1][differ[0]]


def one_slip(fact: Fact, value: Decimal, digits: int = _TELLING) -> bool:
    """True where the printed number becomes `value` by one changed digit or two neighbours swapped."""
    places = max(0, -int(Decimal(str(fact.quantity.step)).adjusted()))
    printed, mended = (f"{number / fact.quantity.factor:.{places}f}" for number in (fact.value, value))
    significant = len(printed.replace(".", "").lstrip("0"))
    if value <= 0 or significant < digits or len(printed) != len(mended):
        return False
    differ = [i for i, (a, b) in enumerate(zip(printed, mended, strict=True)) if a != b]
    swapped = len(differ) == len("ab") and [printed[i] for i in differ] == [mended[i] for i in reversed(differ)]
    return len(differ) == 1 or swapped
