"""Integrity: points make the grade together with the grade before; B means education."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.complaints import complains_about
from tests.registers.practitioners.cycles import BEGUN, ENDED, cycle, deduction, item
from tests.registers.practitioners.people import SECTION
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.practitioners.integrity import grade_of

AFTER = date(2023, 9, 11)


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


@pytest.mark.parametrize(
    ("points", "previous", "expected"),
    [
        (0, "AA", "AAA"),
        (0, "AAA", "AAA"),
        (0, "A", "AA"),
        (9, "A", "AA"),
        (10, "AAA", "A"),
        (0, "B", "A"),
        (0, "", "A"),
        (19, "A", "A"),
        (20, "AAA", "B"),
    ],
)
def test_points_and_the_grade_before_make_the_grade(points: int, previous: str, expected: str) -> None:
    assert grade_of(points, previous, full=20, aa_below=10) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"cycle_to": BEGUN}, ["cycle_to"]),
        ({"state": "due"}, ["closed_on"]),
        ({"state": "due", "closed_on": ENDED, "cycle_to": date(2023, 9, 1)}, ["closed_on"]),
        ({"state": "assessed"}, ["points", "grade", "assessed_on"]),
        ({"state": "assessed", "points": 20, "grade": "B", "assessed_on": AFTER}, ["state"]),
        ({"state": "restored", "points": 20, "grade": "B", "assessed_on": AFTER}, ["education_hours", "restored_on"]),
    ],
)
def test_a_cycle_has_what_its_state_owes(row: dict[str, Any], expected: list[str]) -> None:
    assert (
        complains_about("integrity", **({"cycle_from": BEGUN, "cycle_to": ENDED, "state": "running"} | row)) == expected
    )


def test_a_cycle_is_assessed_once_after_its_end_by_points_and_the_cycle_before(clerk: User) -> None:
    before = {"cycle_from": date(2021, 9, 1), "cycle_to": date(2022, 8, 31), "identity_number": identity(1)}
    earlier = step(cycle(2, previous_grade="AA", **before), "close", clerk, date(2022, 9, 1))
    step(earlier, "assess", clerk, date(2022, 9, 5))
    record: Any = cycle()
    with pytest.raises(Refused, match="请在周期届满后办理"):
        step(record, "close", clerk, date(2023, 8, 31))
    step(record, "close", clerk, date(2023, 9, 1))
    assert record.due_on == date(2023, 10, 7)  # the 30th day lies in the holiday
    deduction(record, item(5), "1")
    step(record, "assess", clerk, AFTER)
    assert (record.points, record.previous_grade, record.grade) == (5, "AAA", "AA")
    with pytest.raises(Refused, match="当前状态为“已评定”"):
        step(record, "assess", clerk, AFTER)


def test_full_points_mean_education_at_once(clerk: User) -> None:
    head, record = account(Role.HEAD, SECTION), cycle()
    with pytest.raises(Refused, match="不能评定为 B 级"):
        step(record, "assess_b", head, date(2023, 4, 3))
    deduction(record, item(20), "1")
    step(record, "assess_b", head, date(2023, 4, 3))
    assert record.due_on == date(2023, 5, 4)  # the 30th day is 3 May, the last of the holiday
    with pytest.raises(Refused, match="继续教育学时"):
        step(record, "restore", clerk, date(2023, 4, 20))
    assert step(record, "restore", clerk, date(2023, 4, 20), education_hours=24).state == "restored"


def test_a_cancelled_deduction_does_not_count(clerk: User) -> None:
    record: Any = cycle(previous_grade="AA")
    step(deduction(record, item(10), "1"), "cancel", account(Role.HEAD, SECTION), date(2023, 5, 8), "复议撤销")
    step(step(record, "close", clerk, AFTER), "assess", clerk, AFTER)
    assert (record.points, record.grade) == (0, "AAA")


def test_whoever_has_full_points_is_not_graded_otherwise(clerk: User) -> None:
    record = cycle()
    deduction(record, item(20), "1")
    step(record, "close", clerk, AFTER)
    with pytest.raises(Refused, match="应评定为 B 级"):
        step(record, "assess", clerk, AFTER)
    assert step(record, "assess_b", account(Role.HEAD, SECTION), AFTER).state == "education"


def test_a_grade_that_does_not_follow_is_refused(db: None) -> None:
    with pytest.raises(Refused, match="应为 AA 级"):
        cycle(points=3, grade="AAA", previous_grade="AA", assessed_on=AFTER)
