"""The nearer the better."""

from __future__ import annotations

import pytest

from tests.evaluation.judging import judged, share
from yunguan.evaluation.rules.equal import Equal


@pytest.mark.parametrize(
    ("target", "reached", "expected"),
    [
        ("43", "43", "100.00"),
        ("43", "43.0", "100.00"),
        ("50", "45", "90.00"),
        ("50", "55", "90.00"),
        ("50", "100", "0.00"),
        ("50", "500", "0.00"),
        ("0", "0", "100.00"),
        ("0", "1", "0.00"),
        ("-10", "-9", "90.00"),
        (None, "1", "-"),
        ("50", None, "-"),
    ],
)
def test_points_shrink_with_the_distance(target: str | None, reached: str | None, expected: str) -> None:
    assert share(Equal(), target, reached) == expected


@pytest.mark.parametrize(("reached", "owed"), [("43", False), ("42", True), ("44", True)])
def test_any_distance_owes_a_reason(reached: str, *, owed: bool) -> None:
    assert judged(Equal(), "43", reached).reason_owed is owed
