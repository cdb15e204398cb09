"""Figures of what is held ready for floods; the winter's count is told by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
APRIL, NOVEMBER = date(2023, 4, 10), date(2023, 11, 10)


def stock(owner: Record, season: str, on: date, vehicles: int) -> Record:
    values: dict[str, Any] = {
        "operator": owner,
        "season": season,
        "counted_on": on,
        "members": 5,
        "vehicles": vehicles,
        "equipment": 9,
    }
    return create(book=book("emergency_stock"), values=values, user=None, on=START, now=NOW)


def test_the_floods_vehicles_are_not_counted_again_in_the_winter() -> None:
    clerk, first = account(Role.CLERK, "safety"), operator(1)
    step(stock(first, "flood", APRIL, 3), "confirm", clerk, APRIL)
    step(stock(operator(2), "flood", APRIL, 0), "urge", clerk, APRIL, complete_by=date(2023, 5, 1))
    stock(first, "ice", NOVEMBER, 4)
    names = ("counted", "in_place", "in_place_rate", "urged", "vehicles", "ice_in_place_rate")
    found = figures(question_of(Period.year(2023)), [f"safety.emergency_stock.{name}" for name in names])
    assert [figure.value for figure in found.values()] == [2, 1, 50, 1, 3, 0]
