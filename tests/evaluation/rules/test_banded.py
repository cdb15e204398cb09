"""Points by ranges, as on the Hunan sheet of 2018."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.judging import aim, share
from yunguan.evaluation.rules.banded import Banded, Step

CONTROL = Banded(tuple(Step(Decimal(a), Decimal(b)) for a, b in ((0, 8), (10, 6), (20, 4), (30, 2))), Decimal(8))


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ("-1", "100.00"),
        ("0", "100.00"),
        ("9", "75.00"),
        ("10", "75.00"),
        ("25.90", "25.00"),
        ("39.94", "0.00"),
        (None, "-"),
    ],
)
def test_the_range_decides(reached: str | None, expected: str) -> None:
    assert share(CONTROL, None, reached) == expected


@pytest.mark.parametrize("steps", [(), (Step(Decimal(10), Decimal(6)), Step(Decimal(5), Decimal(4)))])
def test_ranges_must_rise(steps: tuple[Step, ...]) -> None:
    assert list(Banded(steps, Decimal(8)).problems(aim(None)))
