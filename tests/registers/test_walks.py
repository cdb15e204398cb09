"""Ways through the state tables of the first books, step by step, as the people who may go them do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, filed_plan, identity, operator, step
from tests.registers.passenger.test_plate import issued
from tests.registers.practitioners.people import EXAM, entry, sitting
from tests.registers.test_exam import entry as managers_entry
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
LATER = date(2023, 8, 1)


def vehicle() -> Record:
    values = {
        "plate": "湘D12345",
        "plate_colour": "2",
        "operator": operator(1),
        "sector": "passenger",
        "registered_on": date(2020, 5, 1),
    }
    return create(book=book("vehicle"), values=values, user=None, on=START, now=NOW)


def session(clerk: User) -> Record:
    values = {"session_no": "2023-01", "exam_on": date(2023, 6, 20), "room": "一号考场", "capacity": 5}
    return create(book=book("managers_exam_session"), values=values, user=clerk, on=START, now=NOW)


def walk(record: Any, user: User, *codes: str, on: date = LATER, **given: Any) -> str:
    """Make the moves one after another, each with a reason; the state in which it ends."""
    for code in codes:
        step(record, code, user, on, "按规定办理", **given)
    record.refresh_from_db()
    return str(record.state)


@pytest.mark.parametrize(
    ("codes", "ends"),
    [(("suspend", "resume"), "operating"), (("suspend", "cancel"), "cancelled"), (("cancel",), "cancelled")],
)
def test_an_operator_stops_goes_on_and_ends(codes: tuple[str, ...], ends: str) -> None:
    assert walk(operator(1), account(Role.CLERK, "statistics"), *codes) == ends


@pytest.mark.parametrize(
    ("codes", "ends"),
    [
        (("stop", "resume"), "operating"),
        (("stop", "move_away"), "moved"),
        (("scrap",), "scrapped"),
        (("stop", "cancel"), "cancelled"),
    ],
)
def test_a_vehicle_stops_goes_on_and_ends(codes: tuple[str, ...], ends: str) -> None:
    assert walk(vehicle(), account(Role.CLERK, "statistics"), *codes) == ends


def test_a_member_of_staff_retires_and_leaves() -> None:
    clerk = account(Role.CLERK, "personnel")
    posts = {"name": "安全法规科", "posts": 5, "established_on": date(2015, 1, 1)}
    section = create(book=book("establishment"), values=posts, user=clerk, on=START, now=NOW)
    person = {"name": "周某", "identity_number": identity(7), "joined_on": date(2001, 7, 1)}
    values = person | {"unit": section, "post_kind": "management"}
    made = create(book=book("staff"), values=values, user=clerk, on=START, now=NOW)
    assert walk(made, clerk, "retire", "leave") == "left"


@pytest.mark.parametrize(("code", "ends"), [("void", "void"), ("lose", "lost")])
def test_a_plate_is_spoilt_or_lost(code: str, ends: str) -> None:
    assert walk(issued(), account(Role.HEAD, "passenger"), code) == ends


def test_a_plate_comes_back_and_is_written_off_by_another() -> None:
    plate = issued()
    assert walk(plate, account(Role.CLERK, "passenger"), "return") == "returned"
    assert walk(plate, account(Role.HEAD, "passenger"), "write_off") == "written_off"


def test_a_plan_is_reviewed_kept_revised_and_withdrawn() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    plan = filed_plan(operator(1), clerk, head, date(2023, 3, 8))
    assert walk(plan, clerk, "require_review") == "review_due"
    assert walk(plan, head, "confirm_review") == "filed"
    assert walk(plan, clerk, "require_revision", "revise") == "submitted"
    assert walk(plan, head, "file") == "filed"
    assert walk(plan, head, "withdraw") == "withdrawn"


def test_a_session_whose_people_are_marked_is_published() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    held = session(clerk)
    seated = managers_entry(held, 1)
    step(seated, "register", clerk, date(2023, 6, 5))
    for code in ("open", "close", "hold"):
        step(held, code, clerk, date(2023, 6, 20))
    step(seated, "pass", clerk, date(2023, 6, 20), score=90)
    assert walk(held, head, "publish") == "published"
    assert walk(seated, head, "certify") == "certified"
    assert walk(seated, clerk, "lapse") == "lapsed"


def test_a_session_is_cancelled_and_an_application_taken_back() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    planned = session(clerk)
    assert walk(managers_entry(planned, 1), clerk, "withdraw_early") == "withdrawn"
    assert walk(planned, head, "cancel") == "cancelled"


def test_who_waits_for_a_sitting_takes_the_application_back_or_is_turned_away() -> None:
    clerk = account(Role.CLERK, "practitioners")
    held = sitting()
    assert walk(entry(held, 1), clerk, "withdraw_early", on=date(2023, 6, 5)) == "withdrawn"
    waiting = step(entry(held, 2), "queue", clerk, date(2023, 6, 5))
    for code in ("open", "close", "hold"):
        step(held, code, clerk, EXAM)
    waiting.refresh_from_db()
    assert waiting.state == "withdrawn"
