"""Objections: in the notice period, in writing, decided by somebody else, within the days of the rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.subsidies.pools import again, claimed_pool, claims, do, objection, people, plan, published
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def pool() -> Any:
    """A pool on notice from 21 to 30 March."""
    return published(claimed_pool(), *people())


def head() -> Any:
    """The head who is there already."""
    from yunguan.office.people import User  # noqa: PLC0415 - needs the tables

    return User.objects.get(username="head-urban_transit")


@pytest.mark.parametrize("day", [date(2023, 3, 20), date(2023, 3, 31)])
def test_an_objection_outside_the_notice_period_is_refused(pool: Any, day: date) -> None:
    with pytest.raises(Refused, match="须在公示期"):
        objection(pool, received_on=day)


@pytest.mark.parametrize("day", [date(2023, 3, 21), date(2023, 3, 30)])
def test_the_first_and_the_last_day_of_the_notice_count(pool: Any, day: date) -> None:
    assert objection(pool, received_on=day).state == "received"


def test_there_is_no_objection_before_the_notice() -> None:
    with pytest.raises(Refused, match="还没有公示"):
        objection(plan())


def test_an_objection_that_holds_takes_the_plan_back(pool: Any) -> None:
    step(objection(pool), "accept", head(), date(2023, 3, 27), decision="成立")
    assert again(pool).state == "recalculating"


def test_a_second_objection_that_holds_finds_the_plan_taken_back(pool: Any) -> None:
    first, second = objection(pool, 1), objection(pool, 2)
    step(first, "accept", head(), date(2023, 3, 27), decision="成立")
    assert do(second, "accept", head(), date(2023, 3, 27), decision="成立").state == "accepted"


def test_an_objection_that_does_not_hold_leaves_the_plan_on_notice(pool: Any) -> None:
    step(objection(pool), "reject", head(), date(2023, 3, 27), decision="月数与名录一致")
    assert again(pool).state == "on_notice"


def test_an_objection_that_is_not_in_writing_cannot_hold(pool: Any) -> None:
    with pytest.raises(Refused, match="补交书面材料"):
        step(objection(pool, in_writing=False), "accept", head(), date(2023, 3, 27), decision="成立")


def test_a_decision_is_written_down(pool: Any) -> None:
    with pytest.raises(Refused, match="处理意见"):
        step(objection(pool), "reject", head(), date(2023, 3, 27))


def test_an_objection_is_decided_within_five_working_days(pool: Any) -> None:
    assert objection(pool, received_on=date(2023, 3, 30)).due_on == date(2023, 4, 7)


def test_an_objection_speaks_of_a_vehicle_of_its_pool(pool: Any) -> None:
    record = objection(pool, claim=claims(pool)[0])
    record.plan = plan("别的")
    assert "claim" in [problem.field for problem in record.problems()]
