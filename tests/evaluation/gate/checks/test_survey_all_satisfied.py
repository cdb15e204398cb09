"""满意度不是个个满意."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, survey

CODE = "survey_all_satisfied"


@pytest.mark.parametrize(
    ("valid", "satisfied", "reason", "expected"),
    [
        (80, 80, "", ["warning"]),
        (80, 79, "", []),
        (80, 80, "按名册随机抽取，匿名网络作答。", []),
        (12, 12, "", []),
    ],
)
def test_nobody_dissatisfied_is_asked_about(valid: int, satisfied: int, reason: str, expected: list[str]) -> None:
    assert said(CODE, case(survey(valid, satisfied, reason=reason))) == expected
