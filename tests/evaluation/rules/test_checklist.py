"""Clauses that are met."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.judging import aim, judged, share
from yunguan.evaluation.rules.checklist import Checklist, Clause

RULES = Checklist((Clause("law", "合法"), Clause("whole", "完整"), Clause("kept", "执行", Decimal(2))))


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        (frozenset({"law", "whole", "kept"}), "100.00"),
        (frozenset({"law", "whole"}), "50.00"),
        (frozenset({"kept", "unknown"}), "50.00"),
        (frozenset(), "0.00"),
        (None, "-"),
    ],
)
def test_points_follow_the_weight_of_the_clauses(met: frozenset[str] | None, expected: str) -> None:
    assert share(RULES, None, met) == expected


def test_what_is_lacking_is_named() -> None:
    assert "不符合：执行" in judged(RULES, None, frozenset({"law", "whole"})).says


def test_a_list_without_clauses_is_refused() -> None:
    assert list(Checklist().problems(aim(None)))
