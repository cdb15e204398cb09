"""问题都有改进措施."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.dossier import Named
from yunguan.evaluation.gate.example import case

CODE = "problem_without_measure"


@pytest.mark.parametrize(("measured", "expected"), [(False, ["warning"]), (True, [])])
def test_every_problem_has_a_measure(*, measured: bool, expected: list[str]) -> None:
    assert said(CODE, case(named=(Named("WT2023-01", "班次少", measured=measured),))) == expected
