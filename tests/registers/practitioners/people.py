"""Applications, sittings and entries for the tests of the section's books."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START, identity
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

SECTION = "practitioners"
EXAM = date(2023, 6, 20)


def made(register: str, **values: Any) -> Record:
    """A record of a book, entered by nobody in particular."""
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


def sitting(number: int = 1, **values: Any) -> Record:
    """A sitting for taxi drivers with one seat."""
    known = {"session_no": str(number), "exam_on": EXAM, "room": "一号考场", "capacity": 1, "category": "09002"}
    return made("practitioner_exam_session", **(known | values))


def entry(session: Record, number: int, **values: Any) -> Record:
    """An application for a sitting."""
    known = {"name": f"考生{number}", "identity_number": identity(number), "applied_on": date(2023, 6, 1)}
    return made("practitioner_exam_entry", session=session, area="430405", **(known | values))


def application(number: int, **values: Any) -> Record:
    """An application for the qualification of a taxi driver."""
    known = {
        "application_no": str(number),
        "name": f"考生{number}",
        "identity_number": identity(number),
        "category": "09002",
        "matter": "1",
        "applied_on": date(2023, 5, 8),
        "area": "430405",
    }
    return made("qualification", **(known | values))
