"""Values: the unit's own; nobody changes them once they are filed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.statistics.surveys import FILED, do, enter, filed, listed, made, owed, people, task, version
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change
from yunguan.registers.statistics.monthly_value import MonthlyValue

pytestmark = pytest.mark.django_db


@pytest.fixture
def month() -> Any:
    """May, issued to one unit."""
    clerk, _ = people()
    listed()
    return task(version(), clerk)


def _first() -> Any:
    return MonthlyValue._base_manager.order_by("pk").first()


def clerk_() -> Any:
    from yunguan.office.people import User  # noqa: PLC0415 - needs the tables

    return User.objects.get(username="clerk-statistics")


def test_a_filed_number_is_changed_by_nobody_until_the_return_comes_back(month: Any) -> None:
    record = filed(month)
    with pytest.raises(Refused, match="数据不能修改"):
        change(record=_first(), values={"value": 5}, user=clerk_(), now=NOW)
    do(record, "return", clerk_(), FILED, reason="请核对")
    assert change(record=_first(), values={"value": 5}, user=clerk_(), now=NOW).pk


def test_nothing_is_added_to_a_return_that_was_filed(month: Any) -> None:
    record = filed(month)
    with pytest.raises(Refused, match="不能再增加数据"):
        enter(record, K5=3)


def test_a_number_is_not_negative_and_of_the_form(month: Any) -> None:
    with pytest.raises(Refused, match="不能是负数"):
        enter(owed(month), K1=-1)
    other = made(
        "form_version",
        version_no="旧",
        form=month.form_version.form,
        doc_no="旧",
        effective_from=date(2020, 1, 1),
        effective_to=date(2021, 12, 31),
    )
    item = made("form_item", form_version=other, code="K1", name="客运量", measure="人", place=1)
    with pytest.raises(Refused, match="不属于这份月报的报表版本"):
        made("monthly_value", monthly_return=owed(month), item=item, value=1)


def test_the_unit_and_the_county_enter_numbers() -> None:
    assert book("monthly_value").model.filed_by == {"operator", "county"}
