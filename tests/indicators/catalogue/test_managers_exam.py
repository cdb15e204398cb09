"""Examination figures: rates over all people, and the plain mean of the sittings, which is another number."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, identity, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 20)


def sitting(number: int) -> Record:
    values = {"session_no": f"2023-{number}", "exam_on": DAY, "room": "一号考场", "capacity": 40}
    return create(book=book("managers_exam_session"), values=values, user=None, on=START, now=NOW)


def entry(session: Record, number: int, clerk: User, result: str, **given: Any) -> None:
    values = {"session": session, "name": "阳光", "identity_number": identity(number), "operator": operator(number)}
    values |= {"post": "head", "trade": "passenger", "applied_on": date(2023, 6, 1)}
    record = create(book=book("managers_exam_entry"), values=values, user=None, on=START, now=NOW)
    step(step(record, "register", clerk, date(2023, 6, 2)), result, clerk, DAY, **given)


def test_uneven_sittings_have_a_mean_that_is_not_the_rate_over_all() -> None:
    clerk, large, small = account(Role.CLERK, "safety"), sitting(1), sitting(2)
    entry(large, 1, clerk, "pass", score=90)
    entry(large, 2, clerk, "fail", score=60)
    entry(large, 3, clerk, "pass", score=80)
    entry(small, 4, clerk, "absent")
    exam = "safety.managers_exam"
    ids = [f"{exam}.{name}" for name in ("registered", "attended", "passed", "absence_rate", "absence_rate_stated")]
    found = figures(question_of(Period.year(2023)), ids)
    assert [figure.value for figure in found.values()] == [4, 3, 2, 25, 50]


def test_a_sitting_that_was_arranged_and_not_held_lowers_the_share_of_sittings_held() -> None:
    head = account(Role.HEAD, "safety")
    step(sitting(1), "cancel", head, date(2023, 6, 10), "考场停电")
    key = "safety.managers_exam.sessions_held_rate"
    assert figures(question_of(Period.year(2023)), [key])[key].value == 0
    hold = sitting(2)
    for move, day in (("open", date(2023, 6, 1)), ("close", date(2023, 6, 15)), ("hold", DAY)):
        step(hold, move, head, day)
    assert figures(question_of(Period.year(2023)), [key])[key].value == 50


def test_whoever_only_applied_was_not_registered() -> None:
    values = {"session": sitting(1), "name": "阳光", "identity_number": identity(1), "operator": operator(1)}
    values |= {"post": "head", "trade": "passenger", "applied_on": date(2023, 6, 1)}
    create(book=book("managers_exam_entry"), values=values, user=None, on=START, now=NOW)
    key = "safety.managers_exam.registered"
    assert figures(question_of(Period.year(2023)), [key])[key].value == 0
