"""Figures of homes for drivers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW
from tests.registers.freight.rest_place import home, running, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.book import book
from yunguan.registers.services import create


@pytest.mark.django_db
def test_a_home_is_accepted_then_runs_and_serves() -> None:
    record = running(*staff())
    home(home_no="SJ-2")
    served = {
        "home": record,
        "month_on": date(2023, 11, 1),
        "drivers": 900,
        "parked": 700,
        "complaints": 2,
        "settled": 1,
    }
    create(book=book("driver_home_month"), values=served, user=None, on=date(2023, 12, 1), now=NOW)
    ids = [f"freight.driver_homes{each}" for each in ("_accepted", ".running", ".drivers", ".complaints_settled_rate")]
    days = (date(2023, 10, 31), date(2023, 12, 31))
    asked = [figures(question_of(Period.year(2023), as_of=day), ids) for day in days]
    assert [[f.value for f in found.values()] for found in asked] == [[1, 0, None, None], [1, 1, 900, 50]]
