"""Whether a quantity can be an indicator's: money in any unit, a rate, or things that are counted alike."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from yunguan.audit.quantities import MONEY, Quantity

_ALIKE: Final = (
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"家", "户", "所", "个", "家次"}),
    frozenset({"件", "条", "项", "个", "起", "次", "批", "宗", "批次", "例", "份"}),
    frozenset({"台", "辆", "台次", "辆次", "部"}),
    frozenset({"块", "张", "枚", "副", "个", "本"}),
    frozenset({"场", "次", "期", "场次", "班", "班次", "趟"}),
    frozenset({"篇", "条", "份", "期"}),
    frozenset({"条", "个", "路"}),
    frozenset({"分", "个"}),
)
SAME: Final = 1.0
ALIKE: Final = 0.7


def fit(quantity: Quantity, unit: str) -> float:
    """1 where the units are the same or money, less where they count alike, 0 where they cannot be converted."""
    if quantity.unit == unit or (quantity.is_money and unit in MONEY):
        return SAME
    if quantity.is_money or quantity.is_rate or unit in MONEY or unit in {"%", "‰"} or not quantity.unit:
        return 0.0
    return ALIKE if any({quantity.unit, unit} <= group for group in _ALIKE) else 0.0


def converted(quantity: Quantity, unit: str) -> Decimal:
    """The value in the indicator's unit."""
    if quantity.is_money and unit in MONEY:
        return quantity.value * quantity.factor / MONEY[unit]
    return quantity.value
