"""The grade of an accident by the dead, the injured and the loss."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from yunguan.registers.safety.accident_grade import grade_of

pytestmark = pytest.mark.django_db
WAN = 1_000_000


@pytest.mark.parametrize(
    ("dead", "injured", "loss", "grade"),
    [
        (2, 9, 999 * WAN, "general"),
        (0, 0, None, "general"),
        (3, 0, 0, "larger"),
        (0, 10, 0, "larger"),
        (0, 0, 1000 * WAN, "larger"),
        (9, 49, 4999 * WAN, "larger"),
        (10, 0, 0, "major"),
        (0, 50, 0, "major"),
        (0, 0, 5000 * WAN, "major"),
        (30, 0, 0, "gravest"),
        (0, 100, 0, "gravest"),
        (1, 1, 10_000 * WAN, "gravest"),
    ],
)
def test_the_gravest_of_the_three_decides(dead: int, injured: int, loss: int | None, grade: str) -> None:
    case = SimpleNamespace(dead=dead, injured=injured, loss=loss, occurred_on=date(2023, 6, 1))
    assert grade_of(case) == grade
