"""Vehicles: what must be put right, and what is only remarked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import NOW, START, operator
from tests.registers.complaints import complains_about
from yunguan.core.finding import Severity
from yunguan.registers.book import book
from yunguan.registers.services import create


def test_a_coach_has_seats() -> None:
    assert complains_about("vehicle", sector="passenger", seats=0) == ["seats"]
    assert complains_about("vehicle", sector="passenger", seats=45) == []


def test_seats_that_nobody_noted_are_no_complaint() -> None:
    assert complains_about("vehicle", sector="passenger", seats=None) == []


def test_a_wrong_check_digit_of_the_vin_is_only_remarked() -> None:
    vehicle: Any = book("vehicle").model
    (remark,) = vehicle(sector="freight", vin="LFV2A21K8G4000000").problems()
    assert (remark.field, remark.severity) == ("vin", Severity.WARNING)


@pytest.mark.django_db
def test_a_vehicle_without_an_area_has_its_operators() -> None:
    values = {"plate": "湘D12345", "plate_colour": "2", "sector": "freight", "registered_on": START}
    owner = operator(1, area="430407")
    record = create(book=book("vehicle"), values=values | {"operator": owner}, user=None, on=START, now=NOW)
    assert record.area == "430407"
