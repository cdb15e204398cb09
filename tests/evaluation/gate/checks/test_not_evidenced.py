"""各项指标都有完成值和得分."""

from __future__ import annotations

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.rule import Target

CODE = "not_evidenced"


def test_an_item_without_an_actual_is_told_with_its_cause() -> None:
    dossier = case(row(reached=None, why_none="责任科室尚未填报。"))
    assert told(CODE, dossier) == "“安全考核场次”还没有得分：责任科室尚未填报。"


def test_an_item_without_a_target_has_no_score_either() -> None:
    assert "没有设定目标值" in told(CODE, case(row(aim=Target())))


def test_what_does_not_apply_and_what_a_person_scored_are_silent() -> None:
    assert said(CODE, case(row(reached=None, applies=False))) == []
    assert said(CODE, case(row(reached=None, edited="80", edit_why="现场核定"))) == []
