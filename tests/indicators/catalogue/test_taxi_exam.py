"""Figures of the taxi drivers' examination: rates over who came, people apart from entries, seats used."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.practitioners.people import EXAM, SECTION, entry, sitting
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db
PASS, FAIL = {"score": 85, "regional_score": 85}, {"score": 85, "regional_score": 60}


def test_one_who_fails_and_passes_is_one_person_and_two_entries() -> None:
    clerk, later = account(Role.CLERK, SECTION), date(2023, 7, 20)
    sessions = [sitting(1, capacity=4), sitting(2, capacity=4, exam_on=later)]
    outcomes: list[tuple[int, int, str, dict[str, Any]]] = [
        (0, 1, "fail", FAIL),
        (0, 2, "absent", {}),
        (1, 1, "pass", PASS),
        (1, 3, "fail", FAIL),
        (1, 4, "fail", FAIL),
    ]
    for place, number, outcome, marks in outcomes:
        session, day = sessions[place], (EXAM, later)[place]
        seated = entry(session, number, identity_number=identity(number))
        step(step(seated, "register", clerk, date(2023, 6, 5)), outcome, clerk, day, **marks)
    for session, day in zip(sessions, (EXAM, later), strict=True):
        for code in ("open", "close", "hold"):
            step(session, code, clerk, day)
    names = (
        "sessions",
        "registered",
        "attended",
        "passed",
        "people",
        "repeated",
        "pass_rate",
        "absence_rate",
        "seats_used",
    )
    ids = [f"exams.taxi.{name}" for name in names]
    found = figures(question_of(Period.year(2023)), ids)
    assert [found[name].value for name in ids] == [2, 5, 4, 1, 4, 1, 25, 20, 50]
