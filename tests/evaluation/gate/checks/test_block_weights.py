"""各类指标的分值."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.check import checks
from yunguan.evaluation.gate.example import case
from yunguan.evaluation.scheme import shipped
from yunguan.evaluation.scoring import score_scheme

CODE = "block_weights"


@pytest.mark.parametrize("name", ["hunan_department_2023", "hunan_project_2023", "national_common_2013"])
def test_the_shipped_schemes_weigh_what_they_should(name: str) -> None:
    scored = score_scheme(shipped().get(name), "部门整体支出", {})
    assert said(CODE, replace(case(), tree=scored)) == []


def test_a_block_that_is_missing_is_named() -> None:
    assert "产出指标原则上为 50 分，现为 90 分" in told(CODE, case(scheme={"doc_no": "财预〔2020〕10号"}))
    assert "满意度指标原则上为 10 分，没有这一类" in told(CODE, case(scheme={"doc_no": "财预〔2020〕10号"}))


def test_another_place_may_weigh_otherwise() -> None:
    caught = checks().get(CODE).caught.dossier
    assert said(CODE, caught) == ["warning", "warning"]
    assert said(CODE, replace(caught, limits={"gate.weight.output": 70, "gate.weight.benefit": 10})) == []
