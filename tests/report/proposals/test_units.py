from decimal import Decimal

import pytest

from yunguan.audit.quantities import scan
from yunguan.report.proposals.units import converted, fit


@pytest.mark.parametrize(
    ("text", "unit", "worth"),
    [
        ("3 万元", "元", 1.0),
        ("3 人", "人次", 0.7),
        ("3 人", "万元", 0.0),
        ("3%", "%", 1.0),
        ("3%", "人", 0.0),
        ("3 台", "台", 1.0),
    ],
)
def test_only_what_can_be_converted_fits(text: str, unit: str, worth: float) -> None:
    (quantity,) = scan(text)

    assert fit(quantity, unit) == worth


def test_money_is_converted_to_the_unit_of_the_figure() -> None:
    (quantity,) = scan("35000 元")

    assert converted(quantity, "万元") == Decimal("3.5")
