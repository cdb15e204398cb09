"""Stations and their states."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.complaints import complains_about
from tests.registers.stations.terminal import staff, station


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"grade": "2"}, []),
        ({"grade": "2", "staff": 0}, ["staff"]),
        ({"grade": "9", "staff": 0}, []),
        ({"grade": "2", "closed_on": date(2009, 1, 1)}, ["closed_on"]),
    ],
)
def test_a_station_of_a_grade_has_people_and_its_days_are_in_order(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("station", opened_on=date(2010, 1, 1), **row) == expected


@pytest.mark.django_db
def test_a_station_stands_still_works_again_and_closes() -> None:
    clerk, head = staff()
    record: Any = step(station(), "suspend", clerk, date(2023, 3, 1), "客源不足")
    step(record, "resume", clerk, date(2023, 6, 1))
    assert record.opened_on == date(2010, 1, 1)
    assert step(record, "close", head, date(2023, 9, 1), "迁建").state == "closed"
