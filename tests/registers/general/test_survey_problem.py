"""Problems of the survey: given out, solved, confirmed by another, or sent back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import made
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

FOUND = date(2023, 9, 25)


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


def found(number: int = 1) -> Any:
    values = {"problem_no": f"T{number}", "found_on": FOUND, "found_by": "主任", "method": "visit", "raised_by": "企业"}
    return made("survey_problem", on=FOUND, content="停车难", **values)


def assigned(head: User, number: int = 1) -> Any:
    return step(found(number), "assign", head, date(2023, 9, 26), kept_by="freight", measure="增设车位")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "found"}, []),
        ({"state": "assigned"}, ["assigned_on", "measure"]),
        ({"state": "solved", "assigned_on": FOUND, "measure": "协调"}, ["solved_on", "result"]),
        ({"state": "found", "assigned_on": date(2023, 9, 1)}, ["assigned_on"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("survey_problem", found_on=FOUND, **row) == expected


@pytest.mark.django_db
def test_a_problem_is_solved_in_the_days_of_the_rule_and_confirmed_by_another(clerk: User, head: User) -> None:
    record = assigned(head)
    assert record.due_on == date(2023, 11, 13)  # thirty working days over 国庆节 with its make-up days
    step(record, "solve", head, date(2023, 10, 18), result="已增设")
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "confirm", head, date(2023, 10, 19), confirmed_by="主任")
    leader = account(Role.LEADER)
    assert step(record, "confirm", leader, date(2023, 10, 19), confirmed_by="主任").state == "confirmed"


@pytest.mark.django_db
def test_what_is_not_solved_goes_back_and_what_cannot_be_is_explained(clerk: User, head: User) -> None:
    record = step(assigned(head), "solve", clerk, date(2023, 10, 18), result="已增设")
    assert step(record, "reject", head, date(2023, 10, 20), "车位不足").state == "assigned"
    assert step(found(2), "explain", head, date(2023, 9, 26), "属规划事项").state == "explained"
