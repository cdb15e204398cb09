"""没有完成的指标有原因和措施."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row

CODE = "missed_without_reason"


@pytest.mark.parametrize(
    ("reached", "reason", "measure", "expected"),
    [
        ("22", "", "", ["error"]),
        ("22", " ", "补考", ["error"]),
        ("22", "考场停用两个月", "", ["warning"]),
        ("22", "考场停用两个月", "补考", []),
        ("24", "", "", []),
        ("60", "", "", []),
        (None, "", "", []),
    ],
)
def test_what_was_missed_owes_a_reason_and_a_measure(
    reached: str | None, reason: str, measure: str, expected: list[str]
) -> None:
    assert said(CODE, case(row(reached=reached, reason=reason, measure=measure))) == expected
