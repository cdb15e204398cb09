"""Applications: examined or replaced, issued once, limits over holidays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.complaints import complains_about
from tests.registers.practitioners.people import EXAM, SECTION, application, entry, made, sitting
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.selectors import moves_of

DAY = date(2023, 5, 8)


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, SECTION)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"matter": "6"}, ["old_valid_to"]),
        ({"state": "admitted"}, ["admitted_on"]),
        ({"state": "qualified", "qualified_on": date(2023, 5, 1)}, ["qualified_on"]),
        (
            {"state": "issued", "qualified_on": DAY},
            ["certificate_no", "first_issued_on", "issued_on", "valid_to"],
        ),
        ({"state": "withdrawn"}, ["ended_on"]),
    ],
)
def test_an_application_has_the_days_of_its_state(row: dict[str, Any], expected: list[str]) -> None:
    known = {"matter": "1", "applied_on": DAY, "state": "applied"}
    assert complains_about("qualification", **(known | row)) == expected


def test_a_first_application_goes_through_the_examination(clerk: User, head: User) -> None:
    record: Any = application(1)
    assert record.due_on == date(2023, 5, 22)
    with pytest.raises(Refused, match="须经考试合格"):
        step(record, "approve", clerk, DAY)
    step(record, "admit", clerk, DAY)
    with pytest.raises(Refused, match="当前状态为“已受理待考试”"):
        step(record, "issue", head, DAY)
    seated = step(entry(sitting(), 1), "register", clerk, date(2023, 6, 5))
    step(seated, "pass", clerk, EXAM, score=85, regional_score=85)
    record.refresh_from_db()
    assert record.due_on == date(2023, 7, 5)  # ten working days: 22 and 23 June are days off, the 25th is worked
    step(record, "issue", head, date(2023, 6, 26))
    assert (record.certificate_no, record.valid_to) == (identity(1), date(2029, 6, 25))
    people: Any = book("practitioner").model._base_manager
    assert people.get(identity_number=identity(1)).first_issued_on == date(2023, 6, 26)


def test_nobody_qualifies_by_hand(clerk: User) -> None:
    record = step(application(1), "admit", clerk, DAY)
    with pytest.raises(Refused, match="角色不能"):
        step(record, "qualify", clerk, DAY)


def test_a_replacement_needs_no_examination_and_a_late_renewal_is_remarked(clerk: User) -> None:
    record = application(1, matter="6", old_valid_to=date(2023, 5, 31))
    with pytest.raises(Refused, match="不需要考试"):
        step(record, "admit", clerk, DAY)
    step(record, "approve", clerk, DAY)
    assert "应在 2023-05-01 前申请换证" in moves_of(record).get(transition="approve").reason


def test_a_cancelled_qualification_is_not_issued_again(clerk: User, head: User) -> None:
    known: dict[str, Any] = {
        "name": "考生1",
        "identity_number": identity(1),
        "category": "09002",
        "certificate_no": "1",
    }
    known |= {"issued_on": date(2017, 7, 3), "valid_to": date(2023, 7, 2), "area": "430405"}
    step(made("practitioner", **known), "cancel", clerk, date(2023, 1, 9), "本人申请")
    record = step(application(1, matter="6", old_valid_to=date(2023, 7, 2)), "approve", clerk, DAY)
    with pytest.raises(Refused, match="已注销，不能再次发证"):
        step(record, "issue", head, DAY)


def test_an_application_is_declined_or_withdrawn_and_one_is_open_at_a_time(clerk: User, head: User) -> None:
    first = application(1)
    with pytest.raises(Refused, match="已有相同的记录"):
        application(2, identity_number=identity(1))
    step(first, "decline", head, DAY, "驾龄不足")
    second = application(3, identity_number=identity(1))
    assert step(second, "withdraw", clerk, DAY, "本人放弃").state == "withdrawn"
