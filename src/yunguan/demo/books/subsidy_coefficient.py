"""补贴折算系数 of the demonstration."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.subsidies import FORMULAS


def rows(centre: Centre) -> list[Row]:
    """The bands of every version."""
    del centre
    return [
        {
            "formula": each.number,
            "formula__name": each.name,
            "energy": energy,
            "first": first,
            "beyond": beyond,
            "coefficient": Decimal(thousandths).scaleb(-3),
        }
        for each in FORMULAS
        for energy, first, beyond, thousandths in each.bands
    ]
