"""Monthly reports of schools: the month must be over, numbers must fit, jumps are remarked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role
from yunguan.registers.record import Record
from yunguan.registers.selectors import moves_of

COUNTS = {"enrolled": 40, "trained": 50, "examined": 60, "passed": 30, "in_training": 200, "contracts": 40}
ROW = {"month": "2023-10", "month_end": date(2023, 10, 31), "reported_on": date(2023, 11, 6), "state": "reported"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"month": "2023年10月"}, ["month"]),
        ({"month": "2023"}, ["month"]),
        ({"reported_on": date(2023, 10, 31)}, ["reported_on"]),
        ({"passed": 61}, ["passed"]),
        ({"contracts": 41}, ["contracts"]),
        ({"state": "checked"}, ["checked_on"]),
        ({"state": "returned"}, ["returned_on"]),
    ],
)
def test_numbers_and_days_fit_the_month(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("training_month", **(COUNTS | ROW | row)) == expected


def report(owner: Record, month: str, reported: date, **values: Any) -> Record:
    return made("training_month", operator=owner, month=month, reported_on=reported, **(COUNTS | values))


@pytest.mark.django_db
def test_a_report_is_late_after_the_tenth_or_the_first_day_worked_after_it() -> None:
    owner = company(1)
    on_time: Any = report(owner, "2023-09", date(2023, 10, 10))
    late: Any = report(owner, "2023-10", date(2023, 11, 13))
    rolled: Any = report(owner, "2023-11", date(2023, 12, 11))  # the 10th is a Sunday
    assert (on_time.on_time, late.on_time, rolled.on_time) == (True, False, True)
    assert on_time.month_end == date(2023, 9, 30)


@pytest.mark.django_db
def test_a_report_is_sent_back_corrected_and_checked_within_the_limit() -> None:
    clerk, school = account(Role.CLERK, SECTION), account(Role.OPERATOR, name="school")
    record: Any = report(company(1), "2023-08", date(2023, 9, 20))
    assert record.due_on == date(2023, 10, 10)  # the holiday is left out, its two make-up days are worked
    step(record, "return", clerk, date(2023, 9, 21), "合格人数漏填")
    step(record, "correct", school, date(2023, 9, 22))
    step(record, "check", clerk, date(2023, 9, 25))
    assert (record.state, record.due_on) == ("checked", None)
    assert step(record, "reopen", account(Role.HEAD, SECTION), date(2023, 9, 26), "数字有误").state == "returned"


@pytest.mark.django_db
def test_a_jump_against_the_month_before_is_remarked() -> None:
    clerk, owner = account(Role.CLERK, SECTION), company(1)
    report(owner, "2023-08", date(2023, 9, 5))
    record = step(report(owner, "2023-09", date(2023, 10, 8), trained=10), "check", clerk, date(2023, 10, 9))
    assert "变动超过 60%" in moves_of(record).get(transition="check").reason
