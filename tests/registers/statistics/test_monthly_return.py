"""Returns: filed by the unit itself or for it, in time or late, sent back, passed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.statistics.surveys import (
    FILED,
    do,
    enter,
    filed,
    listed,
    owed,
    people,
    reporter,
    rule,
    task,
    version,
)
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


@pytest.fixture
def month() -> Any:
    """May, issued to one unit."""
    clerk, _ = people()
    listed()
    return task(version(), clerk)


def clerk_() -> Any:
    from yunguan.office.people import User  # noqa: PLC0415 - needs the tables

    return User.objects.get(username="clerk-statistics")


def test_a_unit_that_files_itself_reports_directly(month: Any) -> None:
    record = filed(month)
    assert (record.channel, record.on_time, record.returned_times) == ("direct", True, 0)


def test_a_return_that_is_filed_for_a_unit_says_so_and_why(month: Any) -> None:
    record = owed(month)
    enter(record, K1=1, K2=2)
    with pytest.raises(Refused, match="须写明理由"):
        do(record, "file_on_behalf", clerk_(), FILED)
    assert do(record, "file_on_behalf", clerk_(), FILED, reason="企业网络故障").channel == "proxy"


@pytest.mark.parametrize(("day", "on_time"), [(date(2023, 6, 8), True), (date(2023, 6, 9), False)])
def test_a_return_is_in_time_up_to_the_eighth(month: Any, day: date, on_time: bool) -> None:  # noqa: FBT001 - a table
    assert owed(month).due_on == date(2023, 6, 8)
    assert filed(month, on=day).on_time is on_time


def test_a_limit_that_ends_on_a_holiday_ends_on_the_next_working_day() -> None:
    clerk, _ = people()
    listed()
    september = task(version(), clerk, date(2023, 9, 30), date(2023, 10, 7))
    assert owed(september).due_on == date(2023, 10, 8)


def test_days_that_are_granted_count_for_being_in_time(month: Any) -> None:
    record = owed(month)
    change(record=record, values={"days_granted": 4}, user=clerk_(), now=_now())
    assert filed(month, on=date(2023, 6, 12)).on_time is True


def _now() -> Any:
    from tests.factories import NOW  # noqa: PLC0415 - a name of one use

    return NOW


def test_a_return_without_its_required_items_is_not_filed(month: Any) -> None:
    record = owed(month)
    enter(record, K1=1)
    with pytest.raises(Refused, match="还没有填报：旅客周转量"):
        do(record, "file", reporter(), FILED)


def test_a_return_that_comes_back_is_filed_again_and_stays_late_or_in_time(month: Any) -> None:
    record = do(filed(month), "return", clerk_(), date(2023, 6, 7), reason="请核对周转量")
    assert record.due_on == date(2023, 6, 12)
    again = do(record, "file", reporter(), date(2023, 6, 12))
    assert (again.first_filed_on, again.on_time, again.returned_times) == (FILED, True, 1)


def test_an_open_inquiry_holds_the_pass_back(month: Any) -> None:
    rule(month.form_version.form)
    record = filed(month, K3=2000)
    with pytest.raises(Refused, match="还有 1 项数据异动没有办结"):
        do(record, "pass", clerk_(), FILED)


def test_a_unit_may_be_excused(month: Any) -> None:
    assert do(owed(month), "excuse", clerk_(), FILED, reason="全月停业").state == "excused"
