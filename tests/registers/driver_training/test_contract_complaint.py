"""Complaints of trainees: accepted in time, mediated, settled and carried out, or referred to the courts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, operator, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.record import Record

DAY = date(2023, 9, 25)
ROW = {"received_on": DAY, "cause": "schedule", "respondent": "某招生点", "state": "received"}


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, SECTION)


def complaint(number: int = 1, **values: Any) -> Record:
    known = {
        "complaint_no": str(number),
        "received_on": DAY,
        "channel": "hotline",
        "complainant": "学员",
        "operator": company(number),
        "cause": "refund",
        "content": "拖延退费",
        "paid": 300_000,
        "refund_asked": 200_000,
    }
    return made("contract_complaint", **(known | values))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"respondent": None}, ["operator"]),
        ({"cause": "refund"}, ["refund_asked"]),
        ({"paid": 100, "refund_asked": 101}, ["refund_asked"]),
        ({"paid": 100, "refund_agreed": 101}, ["refund_agreed"]),
        ({"state": "accepted"}, ["accepted_on"]),
        ({"state": "settled", "accepted_on": DAY}, ["settled_on", "refund_agreed", "result"]),
        ({"state": "referred", "accepted_on": DAY}, ["result", "closed_on"]),
        ({"state": "passed_on"}, ["passed_to", "passed_on_on"]),
        ({"state": "withdrawn", "closed_on": date(2023, 9, 1)}, ["closed_on"]),
    ],
)
def test_a_complaint_says_against_whom_and_for_how_much(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("contract_complaint", **(ROW | row)) == expected


@pytest.mark.django_db
def test_a_carrier_is_not_complained_of_here() -> None:
    with pytest.raises(Refused, match="不是驾驶员培训业户"):
        complaint(operator=operator(2))


def test_a_settled_refund_is_carried_out(clerk: User) -> None:
    record: Any = complaint()
    assert record.due_on == date(2023, 10, 8)  # five working days, two of them make-up days of the holiday
    step(record, "accept", clerk, date(2023, 9, 26))
    assert record.due_on == date(2023, 10, 23)
    step(record, "mediate", clerk, date(2023, 10, 9))
    assert record.due_on == date(2023, 10, 23)
    with pytest.raises(Refused, match="约定退费多于已交费用"):
        step(record, "settle", clerk, date(2023, 10, 10), result="退费", refund_agreed=300_001)
    with pytest.raises(Refused, match="不能小于 0"):
        step(record, "settle", clerk, date(2023, 10, 10), result="退费", refund_agreed=-1)
    step(record, "settle", clerk, date(2023, 10, 10), result="退费", refund_agreed=150_000)
    assert record.due_on == date(2023, 11, 9)
    step(record, "break", clerk, date(2023, 11, 10), "逾期未退")
    step(record, "settle", clerk, date(2023, 11, 13), result="退费", refund_agreed=150_000)
    assert step(record, "fulfil", clerk, date(2023, 11, 15)).state == "fulfilled"


def test_a_mediation_is_extended_once_by_the_head_and_its_day_stays(clerk: User, head: User) -> None:
    record: Any = step(step(complaint(), "accept", clerk, DAY), "mediate", clerk, date(2023, 9, 27))
    with pytest.raises(Refused, match="1 至 10 个工作日"):
        step(record, "extend", head, date(2023, 10, 9), "核实账目", days_granted=11)
    with pytest.raises(Refused, match="1 至 10 个工作日"):
        step(record, "extend", head, date(2023, 10, 9), "核实账目")
    step(record, "extend", head, date(2023, 10, 9), "核实账目", days_granted=5)
    assert (record.due_on, record.mediated_on) == (date(2023, 10, 27), date(2023, 9, 27))
    with pytest.raises(Refused, match="只能延期一次"):
        step(record, "extend", head, date(2023, 10, 10), "再延", days_granted=1)


def test_a_failed_mediation_is_tried_again_or_referred(clerk: User, head: User) -> None:
    record = step(complaint(), "accept", clerk, DAY)
    step(record, "refuse", clerk, date(2023, 9, 27), result="各执一词")
    step(record, "mediate", clerk, date(2023, 9, 28))
    step(record, "refuse", clerk, date(2023, 10, 9), result="各执一词")
    assert step(record, "refer", head, date(2023, 10, 10)).state == "referred"


def test_what_is_not_ours_is_passed_on_and_anybody_may_withdraw(clerk: User) -> None:
    record = complaint()
    with pytest.raises(Refused, match="转往单位"):
        step(record, "pass_on", clerk, DAY)
    assert step(record, "pass_on", clerk, DAY, passed_to="市场监管部门").state == "passed_on"
    assert step(complaint(2), "withdraw", clerk, DAY, "和解").state == "withdrawn"
