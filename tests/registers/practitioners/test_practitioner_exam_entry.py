"""Entries for qualifications: two subjects for drivers for hire, and the application that waits for the result."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.practitioners.people import EXAM, SECTION, application, entry, sitting
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

ENTRY = {"applied_on": date(2023, 6, 1), "exam_on": EXAM, "state": "registered", "category": "09002"}


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"state": "passed", "score": 90}, ["regional_score"]),
        ({"state": "passed", "score": 90, "category": "02001"}, []),
        ({"state": "failed"}, ["score", "regional_score"]),
        ({"state": "absent", "score": 1}, ["score"]),
        ({"applied_on": date(2023, 6, 21)}, ["applied_on"]),
    ],
)
def test_each_subject_owes_its_mark(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("practitioner_exam_entry", **(ENTRY | row)) == expected


def test_both_subjects_must_be_passed(clerk: User) -> None:
    seated = step(entry(sitting(), 1), "register", clerk, date(2023, 6, 5))
    with pytest.raises(Refused, match="须填写“区域科目成绩”"):
        step(seated, "pass", clerk, EXAM, score=90)
    with pytest.raises(Refused, match="成绩 90、79 分与所选结果不符"):
        step(seated, "pass", clerk, EXAM, score=90, regional_score=79)
    with pytest.raises(Refused, match="0 至 100 分"):
        step(seated, "fail", clerk, EXAM, score=90, regional_score=101)
    failed: Any = step(seated, "fail", clerk, EXAM, score=90, regional_score=79)
    assert (failed.state, failed.score, failed.regional_score) == ("failed", 90, 79)


def test_a_carrier_driver_has_one_mark(clerk: User) -> None:
    seated = step(entry(sitting(category="02001"), 1), "register", clerk, date(2023, 6, 5))
    assert step(seated, "pass", clerk, EXAM, score=80).state == "passed"


def test_a_full_sitting_takes_nobody_more_and_a_free_seat_goes_on(clerk: User) -> None:
    session = sitting()
    seated = step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    second = entry(session, 2)
    with pytest.raises(Refused, match="1 个考位已满"):
        step(second, "register", clerk, date(2023, 6, 5))
    step(second, "queue", clerk, date(2023, 6, 5))
    step(seated, "withdraw", clerk, date(2023, 6, 8), "出差")
    second.refresh_from_db()
    assert second.state == "registered"


def test_who_passes_has_the_application_moved_on_with_the_attempts_counted(clerk: User) -> None:
    waiting: Any = step(application(1), "admit", clerk, date(2023, 5, 10))
    other = step(application(2), "admit", clerk, date(2023, 5, 10))
    failed = step(entry(sitting(), 1), "register", clerk, date(2023, 6, 5))
    step(failed, "fail", clerk, EXAM, score=60, regional_score=60)
    again = sitting(2, exam_on=date(2023, 7, 20))
    seated = step(entry(again, 1), "register", clerk, date(2023, 6, 21))
    step(seated, "pass", clerk, date(2023, 7, 20), score=85, regional_score=90)
    waiting.refresh_from_db()
    other.refresh_from_db()
    assert (waiting.state, waiting.qualified_on, waiting.attempts) == ("qualified", date(2023, 7, 20), 2)
    assert other.state == "admitted"


def test_marks_that_do_not_fit_the_state_are_told_with_the_whole_list(db: None) -> None:
    model: Any = book("practitioner_exam_entry").model
    row = model(session=sitting(), exam_on=EXAM, category="09002", score=90, regional_score=70, state="passed")
    (found,) = [problem for _, problem in model.problems_among([row])]
    assert "成绩 90、70 分与状态不符" in found.message
