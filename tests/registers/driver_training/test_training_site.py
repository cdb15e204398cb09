"""Teaching grounds: what must be put right, and how a defect is put right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

SITE = {"opened_on": date(2020, 5, 6), "right": "owned", "square_metres": 9000, "state": "in_use"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"right": "leased"}, ["right_to"]),
        ({"square_metres": 0}, ["square_metres"]),
        ({"state": "rectifying"}, ["rectify_asked_on", "defects"]),
        ({"state": "closed"}, ["closed_on"]),
        ({"state": "closed", "closed_on": date(2020, 5, 1)}, ["closed_on"]),
    ],
)
def test_a_ground_has_a_size_a_right_and_its_days(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("training_site", **(SITE | row)) == expected


@pytest.mark.django_db
def test_a_defect_is_put_right_in_time_or_the_ground_is_closed() -> None:
    clerk = account(Role.CLERK, SECTION)
    given: dict[str, Any] = {"site_no": "1", "address": "一号路", "capacity": 20, **SITE, "operator": company(1)}
    given.pop("state")
    record: Any = made("training_site", **given)
    with pytest.raises(Refused, match="存在问题"):
        step(record, "ask_to_rectify", clerk, date(2023, 8, 31))
    step(record, "ask_to_rectify", clerk, date(2023, 8, 31), defects="标线不清")
    assert record.due_on == date(2023, 10, 7)  # 30 September and the week after are days off, the 7th is worked
    step(record, "rectified", clerk, date(2023, 9, 20), checked_on=date(2023, 9, 20))
    step(record, "close", clerk, date(2023, 11, 1), "租期届满")
    assert step(record, "reopen", clerk, date(2023, 12, 1), checked_on=date(2023, 12, 1)).state == "in_use"
