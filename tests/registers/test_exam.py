"""两类人员考核: seats, waiting list, marks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, identity, operator, step
from yunguan.core.finding import Severity
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "safety")


@pytest.fixture
def session(clerk: User) -> Record:
    values = {"session_no": "2023-01", "exam_on": date(2023, 6, 20), "room": "一号考场", "capacity": 1}
    return create(book=book("managers_exam_session"), values=values, user=clerk, on=START, now=NOW)


def entry(session: Record, number: int, **values: Any) -> Record:
    known = {
        "session": session,
        "name": f"考生{number}",
        "identity_number": identity(number),
        "operator": operator(number),
        "post": "head",
        "trade": "passenger",
        "applied_on": date(2023, 6, number),
    }
    return create(book=book("managers_exam_entry"), values=known | values, user=None, on=START, now=NOW)


def test_a_full_session_takes_nobody_more(session: Record, clerk: User) -> None:
    step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    with pytest.raises(Refused, match="1 个考位已满"):
        step(entry(session, 2), "register", clerk, date(2023, 6, 5))


def test_more_people_than_seats_are_told_of(session: Record, clerk: User) -> None:
    step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    model: Any = book("managers_exam_entry").model
    more = model(session=session, state="absent", exam_on=date(2023, 6, 20), score=None)
    (problem,) = [problem for _, problem in model.problems_among([more])]
    assert (problem.severity, "超出考位数" in problem.message) == (Severity.WARNING, True)


def test_a_withdrawn_seat_goes_to_the_first_in_line(session: Record, clerk: User) -> None:
    seated = step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    second = step(entry(session, 3), "queue", clerk, date(2023, 6, 5))
    first = step(entry(session, 2), "queue", clerk, date(2023, 6, 5))
    step(seated, "withdraw", clerk, date(2023, 6, 8), "出差")
    for record in (first, second):
        record.refresh_from_db()
    assert (first.state, second.state) == ("registered", "waiting")


def test_whoever_still_waits_when_the_session_is_held_is_free_for_another(session: Record, clerk: User) -> None:
    waiting = step(entry(session, 1), "queue", clerk, date(2023, 6, 5))
    for code in ("open", "close", "hold"):
        step(session, code, clerk, date(2023, 6, 20))
    waiting.refresh_from_db()
    assert waiting.state == "withdrawn"


def test_the_mark_decides_who_passes(session: Record, clerk: User) -> None:
    seated = step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    with pytest.raises(Refused, match="合格分数为 80 分，成绩 79 分"):
        step(seated, "pass", clerk, date(2023, 6, 20), score=79)
    assert step(seated, "pass", clerk, date(2023, 6, 20), score=80).state == "passed"


def test_one_person_has_one_open_entry_a_trade_and_post(session: Record) -> None:
    other = create(
        book=book("managers_exam_session"),
        values={"session_no": "2023-02", "exam_on": date(2023, 7, 20), "room": "一号考场", "capacity": 1},
        user=None,
        on=START,
        now=NOW,
    )
    entry(session, 1)
    with pytest.raises(Refused, match="已有相同的记录"):
        entry(other, 2, identity_number=identity(1))


def test_a_session_with_unmarked_people_is_not_published(session: Record, clerk: User) -> None:
    head = account(Role.HEAD, "safety")
    step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    for code in ("open", "close", "hold"):
        step(session, code, clerk, date(2023, 6, 20))
    with pytest.raises(Refused, match="还有 1 名"):
        step(session, "publish", head, date(2023, 6, 21))
