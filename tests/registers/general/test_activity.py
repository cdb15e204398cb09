"""Activities: planned, held with people and an outcome, or called off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

DAY = date(2023, 6, 16)


def planned(title: str, user: Any = None) -> Any:
    return made("activity", user=user, activity_title=title, kind="campaign", planned_on=DAY)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "planned"}, []),
        ({"state": "held"}, ["held_on", "people", "outcome"]),
        ({"state": "held", "held_on": DAY, "people": 0, "outcome": "顺利"}, ["people"]),
        ({"state": "held", "held_on": DAY, "people": 3, "outcome": "顺利", "ended_on": date(2023, 6, 1)}, ["ended_on"]),
    ],
)
def test_what_was_held_had_people_and_an_outcome(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("activity", planned_on=DAY, **row) == expected


@pytest.mark.django_db
def test_an_activity_is_held_or_called_off() -> None:
    clerk = account(Role.CLERK, "safety")
    record = planned("安全咨询日", clerk)
    assert record.kept_by == "safety"
    with pytest.raises(Refused, match="大于 0"):
        step(record, "hold", clerk, DAY, held_on=DAY, people=0, outcome="顺利")
    assert step(record, "hold", clerk, DAY, held_on=DAY, people=80, outcome="顺利").state == "held"
    assert step(planned("应急演示"), "cancel", clerk, DAY, "天气原因").state == "cancelled"
