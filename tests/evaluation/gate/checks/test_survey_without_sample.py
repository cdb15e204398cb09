"""满意度有答卷."""

from __future__ import annotations

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row, survey

CODE = "survey_without_sample"


def test_a_rate_without_answers_is_no_evidence() -> None:
    assert said(CODE, case(survey(None))) == ["error"]
    assert said(CODE, case(survey(None, reason="电话回访，未留记录。"))) == ["error"]


def test_answers_and_other_items_are_silent() -> None:
    assert said(CODE, case(survey(100, 96))) == []
    assert said(CODE, case(survey(None, reached=None))) == []
    assert said(CODE, case(row())) == []
