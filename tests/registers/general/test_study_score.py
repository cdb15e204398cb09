"""Points of study: who falls behind by the rules of the month."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.complaints import complains_about
from tests.registers.general.cases import employee, made

MONTH = date(2023, 5, 1)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"month": date(2023, 5, 2)}, ["month"]),
        ({"silent_days": 32}, ["silent_days"]),
        ({"talked_on": date(2023, 6, 5)}, ["talked_by"]),
        ({"told_on": date(2023, 6, 2)}, ["told_on"]),
    ],
)
def test_a_month_fits_itself(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("study_score", **({"month": MONTH, "points": 900, "silent_days": 0} | row)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(("points", "silent", "below"), [(600, 7, False), (599, 0, True), (900, 8, True)])
def test_few_points_or_many_silent_days_are_told_of(points: int, silent: int, *, below: bool) -> None:
    record = made("study_score", member=employee(), month=MONTH, points=points, silent_days=silent)
    assert record.below is below
