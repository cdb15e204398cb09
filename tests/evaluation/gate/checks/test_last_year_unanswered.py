"""上年的问题有交代."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.dossier import Named
from yunguan.evaluation.gate.example import case

CODE = "last_year_unanswered"


@pytest.mark.parametrize(("answer", "expected"), [("", ["error"]), (" ", ["error"]), ("新开两条线路。", [])])
def test_a_problem_of_last_year_has_its_answer(answer: str, expected: list[str]) -> None:
    assert said(CODE, case(earlier=(Named("WT2022-01", "班次少", answer=answer),))) == expected


def test_a_problem_of_this_year_is_not_answered_yet() -> None:
    assert said(CODE, case(named=(Named("WT2023-01", "班次少"),))) == []
