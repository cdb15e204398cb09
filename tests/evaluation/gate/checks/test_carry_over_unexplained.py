"""结转结余较大有说明."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.dossier import Funds
from yunguan.evaluation.gate.example import case, money, rate

CODE = "carry_over_unexplained"


@pytest.mark.parametrize(("spent", "expected"), [(100, []), (90, []), (89, ["warning"]), (0, ["warning"])])
def test_much_money_left_over_is_explained(spent: int, expected: list[str]) -> None:
    assert said(CODE, case(funds=money(100, spent=spent))) == expected


def test_a_reason_beside_the_execution_rate_explains_it() -> None:
    assert said(CODE, case(execution=rate(reason="尾款跨年支付。"), funds=money(100, spent=70))) == []


def test_a_missed_rate_without_a_reason_is_left_to_the_check_of_reasons() -> None:
    assert said(CODE, case(execution=rate("70"), funds=money(100, spent=70))) == []


def test_without_money_nothing_is_said() -> None:
    assert said(CODE, case(funds=Funds())) == []
