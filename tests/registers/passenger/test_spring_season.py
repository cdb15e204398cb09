"""Spring rushes: their days by the lunar calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.complaints import complains_about
from tests.registers.passenger.spring_world import BEFORE, SEASON


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (SEASON, []),
        (BEFORE, []),
        (SEASON | {"season_no": "2022"}, ["season_no"]),
        (SEASON | {"last_on": date(2023, 2, 14)}, ["first_on"]),
        (SEASON | {"last_on": date(2023, 1, 20)}, ["last_on", "first_on"]),
    ],
)
def test_a_rush_lies_about_the_first_day_of_the_lunar_year(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("spring_season", **row) == expected
