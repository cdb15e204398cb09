"""Coaches: prepared before they teach, one school at a time, barred for good."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.record import Record

HIRED = date(2023, 3, 6)
KNOWN = {"classes": "C1", "licensed_on": date(2010, 5, 1), "hired_on": HIRED, "state": "preparing"}


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


def coach(**values: Any) -> Record:
    known = {"operator": company(1), "name": "教练", "identity_number": identity(1), "teaching": "05002", **KNOWN}
    known.pop("state")
    return made("coach", **(known | values))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"classes": "大车"}, ["classes"]),
        ({"licensed_on": date(2023, 4, 1)}, ["hired_on"]),
        ({"state": "teaching"}, ["prepared_on", "started_on"]),
        ({"credit": "AA"}, ["credit_year"]),
        ({"state": "left", "left_on": date(2023, 3, 1)}, ["left_on"]),
        ({"state": "barred"}, ["barred_on"]),
    ],
)
def test_a_coach_has_the_days_of_the_state(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("coach", **(KNOWN | row)) == expected


def test_nobody_teaches_unprepared_or_without_years_of_driving(clerk: User) -> None:
    record = coach(licensed_on=date(2020, 9, 1))
    with pytest.raises(Refused, match="岗前培训完成日期"):
        step(record, "start", clerk, date(2023, 9, 4))
    with pytest.raises(Refused, match="2023-09-01 起方可任教"):
        step(record, "start", clerk, date(2023, 4, 3), prepared_on=date(2023, 3, 20))
    with pytest.raises(Refused, match="先完成岗前培训"):
        step(record, "start", clerk, date(2023, 9, 4), prepared_on=date(2023, 9, 8))
    assert step(record, "start", clerk, date(2023, 9, 4), prepared_on=date(2023, 3, 20)).state == "teaching"


def test_a_coach_goes_to_another_school_after_leaving(clerk: User) -> None:
    record: Any = coach()
    step(record, "start", clerk, date(2023, 4, 3), prepared_on=date(2023, 3, 20))
    step(record, "pause", clerk, date(2023, 5, 8), "病假")
    step(record, "resume", clerk, date(2023, 6, 5))
    step(record, "leave", clerk, date(2023, 7, 3))
    with pytest.raises(Refused, match="与原驾校相同"):
        step(record, "move_school", clerk, date(2023, 7, 4), operator=record.operator)
    other = company(2)
    step(record, "move_school", clerk, date(2023, 7, 4), operator=other)
    assert (record.state, record.operator) == ("preparing", other)
    step(record, "leave", clerk, date(2023, 8, 1))
    assert step(record, "return", clerk, date(2023, 9, 1)).state == "preparing"


def test_only_the_head_bars_and_says_why(clerk: User) -> None:
    record = coach()
    with pytest.raises(Refused, match="角色不能"):
        step(record, "bar", clerk, date(2023, 4, 3), "考试舞弊")
    assert step(record, "bar", account(Role.HEAD, SECTION), date(2023, 4, 3), "考试舞弊").state == "barred"
