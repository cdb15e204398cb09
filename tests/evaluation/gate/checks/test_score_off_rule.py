"""得分符合评分规则."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row

CODE = "score_off_rule"
WHY = "财政部门3月批复将年度目标调整为22场。"


@pytest.mark.parametrize(
    ("edited", "why", "expected"),
    [
        ("90", "", ["error"]),
        ("90", "实际情况", ["error"]),
        ("90", WHY, []),
        ("91", WHY, ["error"]),
        ("80", "", []),
        ("60", "抽查三场人数不足", ["warning"]),
    ],
)
def test_a_score_that_leaves_its_rule_is_held_to_its_reason(edited: str, why: str, expected: list[str]) -> None:
    assert said(CODE, case(row(reached="22", edited=edited, edit_why=why))) == expected


def test_a_computed_score_follows_its_rule() -> None:
    assert said(CODE, case(row(reached="22"))) == []


def test_how_far_is_far_is_a_rule_value() -> None:
    dossier = case(row(reached="22", edited="90", edit_why=WHY), limits={"gate.edit.share": 5})
    assert said(CODE, dossier) == ["warning"]
