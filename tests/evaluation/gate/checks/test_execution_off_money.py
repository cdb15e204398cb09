"""执行率与预算、支付记录一致."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.dossier import Funds
from yunguan.evaluation.gate.example import case, money, rate

CODE = "execution_off_money"


@pytest.mark.parametrize(
    ("percent", "spent", "expected"),
    [
        ("100", 190, ["warning"]),
        ("95", 190, []),
        ("96", 190, []),
        ("96.1", 190, ["warning"]),
        ("0", 190, ["error"]),
        ("0", 0, []),
    ],
)
def test_the_rate_follows_from_the_money(percent: str, spent: int, expected: list[str]) -> None:
    assert said(CODE, case(execution=rate(percent), funds=money(200, spent=spent))) == expected


def test_both_rates_are_told() -> None:
    assert "填 100%，按预算和支付记录为 95%" in told(CODE, case(funds=money(200, spent=190)))


def test_without_money_or_a_rate_there_is_nothing_to_compare() -> None:
    assert said(CODE, case(funds=Funds())) == []
    assert said(CODE, case(execution=rate(None), funds=money(200))) == []
