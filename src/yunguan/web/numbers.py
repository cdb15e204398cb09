"""How a figure's value is printed: rounded at the edge, never before."""

from __future__ import annotations

from decimal import Decimal

from yunguan.core.numbers import round_half_up

NO_DATA = "无数据"
_MOST_PLACES = 4
_PLACES = {"%": 2, "万元": 2, "分": 2}


def number_words(value: Decimal | None, unit: str) -> str:
    """A value in its unit: percentages and money to two places, others to four at most, without idle zeros."""
    if value is None:
        return NO_DATA
    places = _PLACES.get(unit)
    if places is not None:
        return f"{round_half_up(value, places):,f}"
    plain = round_half_up(value, _MOST_PLACES).normalize() if value else Decimal(0)
    return f"{plain:,f}"
