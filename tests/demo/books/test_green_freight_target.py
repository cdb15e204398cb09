"""绿色货运配送指标台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_some_indicators_are_to_rise_and_some_to_fall(centre: Centre) -> None:
    ways = [row["goal_value"] - row["base_value"] for row in centre.rows("green_freight_target")]
    assert min(ways) < 0 < max(ways)
