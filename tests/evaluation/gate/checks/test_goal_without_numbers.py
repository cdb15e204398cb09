"""年度目标有数."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.example import GOAL, case

CODE = "goal_without_numbers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("不断提升服务水平。", ["warning"]), ("考核不少于24场。", []), ("出具审计报告一份。", [])],
)
def test_a_goal_names_what_can_be_counted(text: str, expected: list[str]) -> None:
    assert said(CODE, case(goal=replace(GOAL, annual_goal=text))) == expected


def test_an_empty_goal_is_called_empty_and_no_goal_is_left_to_another_check() -> None:
    assert "是空白" in told(CODE, case(goal=replace(GOAL, annual_goal=" ")))
    assert said(CODE, case(goal=None)) == []
