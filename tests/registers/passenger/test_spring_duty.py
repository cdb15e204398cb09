"""Duty in the spring rush: who, on which day, and what was handed over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.passenger.spring_world import made, season
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

DAY = date(2023, 1, 21)


def duty(**values: Any) -> Any:
    known = {
        "season": values.get("season") or season(),
        "duty_on": DAY,
        "shift": "day",
        "leader": "李主任",
        "person": "王某",
    }
    return made("spring_duty", **(known | values))


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, "passenger")


def test_a_duty_ends_with_what_was_handed_over(clerk: User) -> None:
    found = duty()
    with pytest.raises(Refused, match="还没有到值班日期"):
        step(found, "serve", clerk, date(2023, 1, 20), handover="平安")
    with pytest.raises(Refused, match="值班情况"):
        step(found, "serve", clerk, DAY)
    step(found, "serve", clerk, DAY, handover="平安，无异常")
    assert (found.state, found.served_on) == ("served", DAY)


def test_whoever_is_replaced_says_by_whom_and_why(clerk: User) -> None:
    found = duty()
    with pytest.raises(Refused, match="替班人员"):
        step(found, "replace", clerk, date(2023, 1, 19), "出差")
    step(found, "replace", clerk, date(2023, 1, 19), "出差", replaced_by="赵某")
    assert found.state == "replaced"


def test_a_duty_that_was_missed_is_noted_by_the_head(db: None) -> None:
    found = step(duty(), "miss", account(Role.HEAD, "passenger"), DAY, "未到岗")
    assert found.state == "absent"


def test_nobody_is_on_duty_for_both_shifts_of_a_day(clerk: User) -> None:
    first = duty()
    with pytest.raises(Refused, match="不能连值两班"):
        duty(season=first.season, shift="night")
    duty(season=first.season, shift="night", person="赵某")


@pytest.mark.django_db
def test_a_duty_outside_the_rush_is_refused() -> None:
    with pytest.raises(Refused, match="春运期间"):
        duty(duty_on=date(2023, 3, 1))
