"""Rules: rows become expressions; what does not fit together is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.registers.complaints import complains_about
from yunguan.core.expressions import Count, Ratio, Sum, Total
from yunguan.registers.statistics.check_rule import CheckRule

FROM = {"effective_from": date(2022, 1, 1), "left_code": "K1"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"comparison": "le", "against": "items", "right_code": "K2"}, []),
        ({"comparison": "le", "against": "items"}, ["right_code"]),
        ({"comparison": "le", "against": "number"}, ["number"]),
        ({"comparison": "le", "against": "last_month", "number": 1}, ["number"]),
        ({"comparison": "near", "against": "last_month"}, ["tolerance"]),
        ({"comparison": "le", "against": "last_month", "tolerance": 5}, ["tolerance"]),
        ({"comparison": "near", "against": "vehicles", "tolerance": 5, "left_over": "K2"}, ["left_over"]),
        ({"comparison": "le", "against": "last_month", "right_plus": "K2"}, ["right_plus"]),
    ],
)
def test_the_columns_of_a_rule_must_fit_together(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("check_rule", **FROM, **row) == expected


def test_a_rule_is_made_of_the_expressions_that_figures_are_made_of() -> None:
    ratio = CheckRule(left_code="K2", left_over="K1", against="last_year")
    assert isinstance(ratio.left, Ratio)
    assert isinstance(ratio.right, Ratio)
    assert isinstance(ratio.right.numerator, Sum)
    assert ratio.right.numerator.rows.earlier_years == 1
    total = CheckRule(left_code="K1", against="items", right_code="K3", right_plus="K4", right_minus="K6").right
    assert isinstance(total, Total)
    assert [sign for sign, _ in total.terms] == [1, 1, -1]
    assert isinstance(CheckRule(left_code="K5", against="vehicles").right, Count)
    assert CheckRule(left_code="K1", against="number").right is None


@pytest.mark.parametrize(
    ("comparison", "left", "right", "expected"),
    [
        ("le", 5, 5, True),
        ("le", 6, 5, False),
        ("ge", 5, 5, True),
        ("ge", 4, 5, False),
        ("eq", 5, 5, True),
        ("eq", 4, 5, False),
        ("near", 120, 100, True),
        ("near", 121, 100, False),
        ("near", 79, 100, False),
        ("near", 0, 0, True),
        ("near", 1, 0, False),
    ],
)
def test_sides_are_compared_as_the_rule_says(comparison: str, left: int, right: int, expected: bool) -> None:  # noqa: FBT001 - a table
    assert CheckRule(comparison=comparison, tolerance=20).holds(Decimal(left), Decimal(right)) is expected


def test_a_rule_is_in_force_between_its_days() -> None:
    rule = CheckRule(effective_from=date(2022, 1, 1), effective_to=date(2022, 12, 31))
    assert [rule.in_force(day) for day in (date(2021, 12, 31), date(2022, 12, 31), date(2023, 1, 1))] == [
        False,
        True,
        False,
    ]
