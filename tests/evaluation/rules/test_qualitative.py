"""Three grades."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.judging import aim, judged, share
from yunguan.evaluation.rules.qualitative import Qualitative
from yunguan.evaluation.settings import Settings

HUBEI = Settings(cuts=(Decimal(80), Decimal(50)))


@pytest.mark.parametrize(
    ("reached", "grade"),
    [("100", "达成年度指标"), ("80", "达成年度指标"), ("79.9", "部分达成"), ("60", "部分达成"), ("59", "未达成")],
)
def test_the_grade_follows_from_the_degree(reached: str, grade: str) -> None:
    assert grade in judged(Qualitative(), None, reached).says


def test_the_cuts_are_settings() -> None:
    assert "部分达成" in judged(Qualitative(), None, "55", HUBEI).says


@pytest.mark.parametrize(("reached", "expected"), [("95", "95.00"), ("120", "100.00"), ("-1", "0.00"), (None, "-")])
def test_the_points_are_the_degree(reached: str | None, expected: str) -> None:
    assert share(Qualitative(), None, reached) == expected


@pytest.mark.parametrize(("reached", "owed"), [("80", False), ("79", True)])
def test_less_than_the_first_grade_owes_a_reason(reached: str, *, owed: bool) -> None:
    assert judged(Qualitative(), None, reached).reason_owed is owed


def test_it_must_be_told_what_is_aimed_at() -> None:
    assert list(Qualitative().problems(aim(None))) == ["定性指标须用文字写明要达到什么。"]
