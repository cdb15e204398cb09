"""Figures of M stations."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import step
from tests.registers.maintenance.workshop import running_station, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


@pytest.mark.django_db
def test_a_station_that_stands_still_does_not_run() -> None:
    clerk, head = staff()
    step(running_station(clerk, head), "suspend", clerk, date(2023, 5, 8), "检定")
    ids = [f"maintenance.m_stations.{each}" for each in ("running", "diesel", "suspended", "unconnected")]
    days = (date(2023, 5, 7), date(2023, 5, 8))
    asked = [figures(question_of(Period.year(2023), as_of=day), ids) for day in days]
    assert [[figure.value for figure in found.values()] for found in asked] == [[1, 1, 0, 0], [0, 0, 1, 0]]
