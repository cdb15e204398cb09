"""Indicators of green freight: a way from a base to a goal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.registers.complaints import complains_about

ROW: dict[str, Any] = {"base_year": 2022, "goal_year": 2025, "base_value": 2000, "goal_value": 1600}


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, []), ({"goal_year": 2022}, ["goal_year"]), ({"goal_value": 2000}, ["goal_value"])],
)
def test_a_goal_lies_ahead_and_is_another_than_the_base(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("green_freight_target", **ROW | row) == expected
