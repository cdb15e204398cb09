"""The more the better."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.judging import judged, share
from yunguan.evaluation.rule import Verdict
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.settings import Overshoot, Settings

CUTTING = Settings(overshoot=Overshoot(Decimal("1.3"), deducts=True, floor=Decimal("0.6")))


@pytest.mark.parametrize(
    ("target", "reached", "expected"),
    [
        ("24", "24", "100.00"),  # at the target
        ("24", "26", "100.00"),  # above
        ("24", "240", "100.00"),  # far above: no more than all
        ("70", "68.43", "97.76"),  # below
        ("24", "0", "0.00"),
        ("24", "-3", "0.00"),  # never below nothing
        ("0", "0", "100.00"),
        ("0", "-1", "0.00"),
        ("-5", "-4", "100.00"),
        ("-5", "-6", "0.00"),
        (None, "24", "-"),  # no target
        ("24", None, "-"),  # no evidence
    ],
)
def test_points_follow_the_share_of_the_target(target: str | None, reached: str | None, expected: str) -> None:
    assert share(AtLeast(), target, reached) == expected


@pytest.mark.parametrize(
    ("reached", "verdict", "owed"),
    [
        ("24", Verdict.MET, False),
        ("31.2", Verdict.MET, False),
        ("31.3", Verdict.OVERSHOT, True),
        ("23", Verdict.MISSED, True),
        (None, Verdict.NOT_EVIDENCED, False),
    ],
)
def test_a_miss_and_an_overshoot_owe_a_reason(reached: str | None, verdict: Verdict, *, owed: bool) -> None:
    found = judged(AtLeast(), "24", reached)
    assert (found.verdict, found.reason_owed) == (verdict, owed)


@pytest.mark.parametrize(("reached", "expected"), [("130", "100.00"), ("150", "80.00"), ("400", "60.00")])
def test_an_overshoot_is_cut_only_where_the_scheme_says_so(reached: str, expected: str) -> None:
    assert share(AtLeast(), "100", reached, CUTTING) == expected
    assert share(AtLeast(), "100", reached) == "100.00"


def test_the_rule_says_how_it_came_to_its_share() -> None:
    assert judged(AtLeast(), "70", "68.43").says == "未达到目标值，按完成比例 68.43÷70=97.76% 得分。"
