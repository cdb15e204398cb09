"""满意度样本够数."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, survey
from yunguan.evaluation.settings import Settings

CODE = "survey_too_small"


@pytest.mark.parametrize(("valid", "expected"), [(12, ["error"]), (29, ["error"]), (30, []), (200, [])])
def test_a_small_sample_owes_a_reason(valid: int, expected: list[str]) -> None:
    assert said(CODE, case(survey(valid, valid - 1))) == expected
    assert said(CODE, case(survey(valid, valid - 1, reason="全市一共14家，全部发放。"))) == []


def test_the_scheme_says_how_many_are_enough() -> None:
    assert said(CODE, case(survey(12, 11), scheme={"settings": Settings(least_sample=10)})) == []
