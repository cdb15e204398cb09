"""绩效目标已经批复."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.example import GOAL, case

CODE = "goal_not_approved"


@pytest.mark.parametrize(
    ("state", "expected"),
    [("approved", []), ("adjusting", ["warning"]), ("submitted", ["error"]), ("drafting", ["error"])],
)
def test_only_an_approved_goal_is_answered(state: str, expected: list[str]) -> None:
    assert said(CODE, case(goal=replace(GOAL, state=state))) == expected


def test_a_year_without_a_goal_is_told() -> None:
    assert told(CODE, case(goal=None)) == "没有登记 2023 年的绩效目标，自评没有对照的依据。"
