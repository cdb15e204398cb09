"""Money spent of the year's budget."""

from __future__ import annotations

import pytest

from tests.evaluation.judging import judged, share
from yunguan.evaluation.rules.execution import Execution


@pytest.mark.parametrize(
    ("rate", "expected", "owed"),
    [
        ("100", "100.00", False),
        ("95.5", "95.50", True),
        ("0", "0.00", True),
        ("104", "100.00", True),  # more than all of it: no bonus, and a question
        (None, "-", False),
    ],
)
def test_the_points_follow_the_rate(rate: str | None, expected: str, *, owed: bool) -> None:
    assert (share(Execution(), None, rate), judged(Execution(), None, rate).reason_owed) == (expected, owed)
