"""大幅超额的指标有原因."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.settings import Overshoot, Settings

CODE = "overshoot_without_reason"


@pytest.mark.parametrize(("reached", "expected"), [("24", []), ("31.2", []), ("31.3", ["error"]), ("60", ["error"])])
def test_what_lies_beyond_the_schemes_threshold_owes_a_reason(reached: str, expected: list[str]) -> None:
    assert said(CODE, case(row(reached=reached))) == expected
    assert said(CODE, case(row(reached=reached, reason="上级扩大了考核范围。"))) == []


def test_the_scheme_says_what_is_far() -> None:
    wide = {"settings": Settings(overshoot=Overshoot(Decimal(3)))}
    assert said(CODE, case(row(reached="60"), scheme=wide)) == []
