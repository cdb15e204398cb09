"""写明没有完成的指标不得满分."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.dossier import Named
from yunguan.evaluation.gate.example import case, row

CODE = "full_points_beside_shortage"
PROBLEM = (Named("WT2023-01", "考核安排困难", frozenset({"safety.exams"})),)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("两家企业没有达到要求。", ["error"]),
        ("上半年部分场次未完成，年底已全部补齐。", []),
        ("不存在未完成的场次。", []),
        ("下一步继续努力。", []),
    ],
)
def test_full_points_do_not_stand_beside_a_shortage(reason: str, expected: list[str]) -> None:
    assert said(CODE, case(row(reason=reason))) == expected


def test_points_that_were_taken_off_may_stand_beside_it() -> None:
    assert said(CODE, case(row(reached="22", reason="两场没有达到人数要求。"))) == []


def test_a_problem_of_the_same_figure_is_asked_about_until_it_is_explained() -> None:
    assert "考核安排困难" in told(CODE, case(named=PROBLEM))
    assert said(CODE, case(named=PROBLEM)) == ["warning"]
    assert said(CODE, case(row(reason="问题是报名系统，场次不受影响。"), named=PROBLEM)) == []
    assert said(CODE, case(row(figure="safety.other"), named=PROBLEM)) == []
