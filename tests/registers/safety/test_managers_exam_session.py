"""Sittings: what must be put right, and when they may be opened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, account, step
from tests.registers.complaints import complains_about
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.importing.intervals import spans_of
from yunguan.registers.services import create

SITTING = {"session_no": "2023-01", "exam_on": date(2023, 6, 20), "room": "一号考场", "capacity": 40}
PLANNED_ON = date(2023, 5, 4)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"capacity": 0}, ["capacity"]),
        ({"opens_on": date(2023, 6, 9), "closes_on": date(2023, 6, 1)}, ["closes_on"]),
        ({"opens_on": date(2023, 6, 1), "closes_on": date(2023, 6, 21)}, ["exam_on"]),
    ],
)
def test_seats_and_days_must_fit(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("managers_exam_session", **(SITTING | row)) == expected


@pytest.mark.django_db
def test_a_planned_sitting_is_opened_before_its_day() -> None:
    record = create(book=book("managers_exam_session"), values=SITTING, user=None, on=PLANNED_ON, now=NOW)
    clerk = account(Role.CLERK, "safety")
    assert step(record, "open", clerk, date(2023, 5, 10)).state == "open"


def test_an_imported_sitting_is_planned_from_the_day_of_import() -> None:
    record = book("managers_exam_session").model(**SITTING, state="planned")
    assert spans_of(record, PLANNED_ON) == [("planned", PLANNED_ON, None)]
