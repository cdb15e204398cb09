"""The less the better."""

from __future__ import annotations

import pytest

from tests.evaluation.judging import judged, share
from yunguan.evaluation.rule import Verdict
from yunguan.evaluation.rules.at_most import AtMost


@pytest.mark.parametrize(
    ("target", "reached", "expected"),
    [
        ("100", "97.44", "100.00"),
        ("100", "100", "100.00"),
        ("100", "125", "80.00"),
        ("100", "10000", "1.00"),
        ("0", "0", "100.00"),
        ("0", "3", "0.00"),
        ("-2", "-3", "100.00"),
        ("-2", "1", "0.00"),
        (None, "1", "-"),
        ("100", None, "-"),
    ],
)
def test_points_shrink_as_the_limit_is_passed(target: str | None, reached: str | None, expected: str) -> None:
    assert share(AtMost(), target, reached) == expected


def test_a_limit_that_is_passed_owes_a_reason() -> None:
    found = judged(AtMost(), "100", "125")
    assert (found.verdict, found.reason_owed) == (Verdict.MISSED, True)


def test_a_target_of_nothing_asks_for_a_person() -> None:
    assert "请人工核定" in judged(AtMost(), "0", "3").says
