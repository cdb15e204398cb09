"""The maintenance section of the demonstration: its workbooks are taken as they are, and its figures are reached."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.demo.taken_in import take_in, told
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim, targets

BOOKS = (
    "operator",
    "check_item",
    "repair_shop",
    "vehicle_check",
    "vehicle_check_fault",
    "coach_grade",
    "m_station",
    "emission_case",
    "emission_repair",
)
PUBLISHED = ("maintenance.vehicles_checked", "maintenance.bus_grades", "maintenance.shops_filed")
SHOWN = ("vehicles_checked.overdue", "bus_grades.overdue", "shops.waiting", "emission.overdue", "emission.open")


@pytest.mark.django_db
def test_the_workbooks_are_taken_whole_and_the_published_figures_are_reached(centre: Centre, tmp_path: Path) -> None:
    said = take_in(centre, tmp_path, *BOOKS)
    assert {name: words for name, words in said.items() if words} == {}
    found = {name: told([name], targets()[name].as_of)[name] for name in PUBLISHED}
    assert found == {name: aim(name) for name in PUBLISHED}
    shown = told([f"maintenance.{name}" for name in SHOWN], date(2023, 12, 31))
    assert all(value and value > 0 for value in shown.values()), shown
