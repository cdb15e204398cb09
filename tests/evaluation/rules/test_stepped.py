"""Steps beyond a limit, as on the Hunan sheet of 2018."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.judging import aim, share
from yunguan.evaluation.rules.stepped import Stepped

STAFF = Stepped(Decimal(1), Decimal("0.5"), Decimal(8))
CHANGE = Stepped(Decimal(1), Decimal("0.8"), Decimal(8))
COMPLETION = Stepped(Decimal(5), Decimal(2), Decimal(8), below=True)


@pytest.mark.parametrize(
    ("rule", "target", "reached", "expected"),
    [
        (STAFF, "100", "95.10", "100.00"),  # the sheet: 8 points
        (STAFF, "100", "102", "87.50"),
        (STAFF, "100", "102.9", "87.50"),  # a step that is only begun costs nothing
        (STAFF, "100", "900", "0.00"),
        (CHANGE, "0", "98.31", "0.00"),  # the sheet: 0 points
        (CHANGE, "0", "-3", "100.00"),
        (COMPLETION, "100", "99.27", "100.00"),  # the sheet: 8 points
        (COMPLETION, "100", "95", "75.00"),
        (COMPLETION, "100", "20", "0.00"),
        (STAFF, None, "90", "-"),
        (STAFF, "100", None, "-"),
    ],
)
def test_each_whole_step_costs_its_points(
    rule: Stepped, target: str | None, reached: str | None, expected: str
) -> None:
    assert share(rule, target, reached) == expected


def test_a_step_of_nothing_is_refused() -> None:
    assert list(Stepped(Decimal(0)).problems(aim("1"))) == ["每档幅度和满分须大于 0，每档扣分不能是负数。"]
