"""预算调整较大有说明."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.dossier import Funds
from yunguan.evaluation.gate.example import case, money

CODE = "large_adjustment"
WHY = "6月增人增资，人员经费追加"


@pytest.mark.parametrize(
    ("more", "less", "why", "expected"),
    [
        (40, 0, ("工作原因",), ["warning"]),
        (11, 10, ("工作原因",), ["warning"]),
        (20, 0, ("工作原因",), []),
        (40, 0, (WHY,), []),
        (40, 0, (WHY, "其他原因"), ["warning"]),
    ],
)
def test_a_large_adjustment_has_its_reasons(more: int, less: int, why: tuple[str, ...], expected: list[str]) -> None:
    assert said(CODE, case(funds=money(100, more=more, less=less, why=why))) == expected


def test_the_rate_is_the_sum_of_both_directions() -> None:
    assert "预算调整率 21%（21÷100）" in told(CODE, case(funds=money(100, more=11, less=10)))


def test_without_an_initial_budget_there_is_no_rate() -> None:
    assert said(CODE, case(funds=Funds())) == []
    assert said(CODE, case(funds=money(0, more=40))) == []
