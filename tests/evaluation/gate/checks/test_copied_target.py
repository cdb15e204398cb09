"""目标值不是照抄结果."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.rules.at_most import AtMost

CODE = "copied_target"


@pytest.mark.parametrize(
    ("aim", "expected"),
    [("1203", 1), ("98.31", 1), ("36.5", 1), ("126", 0), ("24", 0), ("100", 0), ("1200", 0), ("45000", 0), ("0.5", 0)],
)
def test_only_an_unusual_number_that_was_hit_is_asked_about(aim: str, expected: int) -> None:
    assert len(said(CODE, case(row(aim=aim, before="1", reached=aim)))) == expected


@pytest.mark.parametrize("reached", ["1204", "1203.1", None])
def test_another_result_is_no_copy(reached: str | None) -> None:
    assert said(CODE, case(row(aim="1203", reached=reached))) == []


def test_the_value_of_last_year_may_be_met_again() -> None:
    assert said(CODE, case(row(aim="1203", before="1203", reached="1203"))) == []


@pytest.mark.parametrize(("unit", "expected"), [("万元", []), ("%", ["warning"])])
def test_all_of_a_budget_may_be_spent(unit: str, expected: list[str]) -> None:
    assert said(CODE, case(row(aim="12.74", rule=AtMost(), unit=unit, reached="12.74"))) == expected


def test_the_threshold_is_a_rule_value() -> None:
    strict = case(row(aim="126", before="1", reached="126"), limits={"gate.copied_target.digits": 3})
    assert "都是 126场，一位不差" in told(CODE, strict)
