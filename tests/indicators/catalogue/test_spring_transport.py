"""Figures of the spring rush."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.passenger.spring_world import BEFORE, daily, season
from tests.registers.passenger.test_spring_vehicle import listed
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def told(*ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"spring_transport.{each}" for each in ids])
    return [figure.value for figure in found.values()]


def test_reports_make_the_sums_the_means_and_the_growth() -> None:
    county = account(Role.COUNTY, "county_430481")
    rush, before = season(), season(**BEFORE)
    for of, day, passengers, told_at in (
        (before, date(2022, 1, 20), 4000, "15:00"),
        (rush, date(2023, 1, 10), 5000, "15:00"),
        (rush, date(2023, 1, 11), 5200, "16:30"),
    ):
        step(daily(of, day, passengers=passengers), "report", county, day, reported_at=told_at)
    assert told("passengers", "trips", "days", "reports", "on_time_rate") == [10200, 600, 2, 2, 50]
    assert told("passengers_a_day", "vehicles_a_day", "growth") == [5100, 120, 155]


def test_emergency_coaches_belong_to_the_year_of_their_rush() -> None:
    listed()
    assert told("emergency_vehicles", "emergency_seats") == [1, 45]
