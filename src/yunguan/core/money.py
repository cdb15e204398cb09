"""Money: an amount in 元, exact to the 分."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_FEN = Decimal("0.01")
_LIMIT = Decimal(10) ** 16  # what decimal128(18, 2) and a 64-bit count of fen both hold
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")

Exact = int | str | Decimal
"""What an amount may be written as: never a float."""


@dataclass(frozen=True, order=True)
class Money:
    """An amount in 元 with exactly two decimals.

    Raises TypeError on a float (it has already lost the fen) and ValueError on a part of a fen.
    """

    amount: Decimal

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", _to_the_fen(_decimal(self.amount)))

    @classmethod
    def yuan(cls, value: Exact) -> Money:
        return cls(_decimal(value))

    @classmethod
    def wan(cls, value: Exact) -> Money:
        """From 万元 (10,000 元)."""
        return cls(_decimal(value).scaleb(4))

    @classmethod
    def fen(cls, value: int) -> Money:
        return cls(_decimal(value).scaleb(-2))

    @property
    def in_fen(self) -> int:
        return int(self.amount.scaleb(2))

    @property
    def in_wan(self) -> Decimal:
        """In 万元, exact (six decimals)."""
        return self.amount.scaleb(-4)

    def format_yuan(self) -> str:
        """As a ledger shows it: `15,945,400.00元`."""
        return f"{self.amount:,}元"

    def format_wan(self, places: int = 2) -> str:
        """As a report prints it, rounded half up: `1594.54万元`."""
        rounded = self.in_wan.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return f"{rounded + 0:f}万元"

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + other.amount) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: int) -> Money:
        return self if _is_start_of_sum(other) else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - other.amount) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        return Money(-self.amount)

    def __str__(self) -> str:
        return self.format_yuan()


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, Exact):
        raise TypeError(f"金额不能用 {type(value).__name__} 表示，请用整数、文本或 Decimal")
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        raise ValueError(f"“{value}”不是金额，请只写数字和小数点，如 1238.04")
    return Decimal(value)


def _to_the_fen(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value) >= _LIMIT:
        raise ValueError(f"金额 {value} 超出可记的范围，请核对位数和单位")
    rounded = value.quantize(_FEN)
    if rounded != value:
        raise ValueError(f"金额 {value:f} 元不足一分的尾数无法入账，请先按规定舍入到分")
    return rounded + 0  # a negative zero is zero


def _is_start_of_sum(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value == 0
