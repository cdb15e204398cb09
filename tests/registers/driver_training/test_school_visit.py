"""Visits: opinions heard, problems followed up in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

DAY = date(2023, 9, 4)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"opinions": "盼整治低价招生"}, []),
        ({}, ["opinions"]),
        ({"opinions": "无", "state": "following"}, ["problem", "owner", "follow_from"]),
        ({"opinions": "无", "state": "closed"}, ["closed_on"]),
        ({"opinions": "无", "state": "closed", "closed_on": date(2023, 9, 1)}, ["closed_on"]),
    ],
)
def test_a_visit_says_what_was_heard(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("school_visit", **({"visited_on": DAY, "state": "visited"} | row)) == expected


@pytest.mark.django_db
def test_a_problem_is_followed_up_answered_and_solved() -> None:
    clerk, head = account(Role.CLERK, SECTION), account(Role.HEAD, SECTION)
    record: Any = made("school_visit", operator=company(1), visited_on=DAY, visitors="甲、乙", opinions="无")
    with pytest.raises(Refused, match="跟进人"):
        step(record, "follow_up", clerk, DAY, problem="场地租约到期")
    step(record, "follow_up", clerk, DAY, problem="场地租约到期", owner="甲")
    assert record.due_on == date(2023, 10, 20)
    step(record, "answer", clerk, date(2023, 9, 20), measure="协调续租")
    step(record, "follow_up", clerk, date(2023, 9, 25), problem="仍未续租", owner="甲")
    step(record, "answer", clerk, date(2023, 9, 28), measure="已续租")
    assert step(record, "solved", head, date(2023, 10, 8)).state == "closed"


@pytest.mark.django_db
def test_a_visit_without_a_problem_is_closed() -> None:
    record = made("school_visit", operator=company(1), visited_on=DAY, visitors="甲", opinions="无")
    assert step(record, "close", account(Role.CLERK, SECTION), DAY).state == "closed"
