"""Training vehicles: learner plates, second brake, inspection."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

VEHICLE = {
    "plate": "湘DA001学",
    "classes": "C1",
    "dual_brake": True,
    "registered_on": date(2020, 5, 6),
    "inspection_to": date(2023, 5, 31),
}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"plate": "湘DA0012"}, ["plate"]),
        ({"classes": "小车"}, ["classes"]),
        ({"dual_brake": False}, ["dual_brake"]),
        ({"dual_brake": False, "state": "stopped", "stopped_on": date(2023, 1, 3)}, []),
        ({"inspection_to": date(2020, 5, 1)}, ["inspection_to"]),
        ({"state": "stopped"}, ["stopped_on"]),
        ({"state": "ended"}, ["ended_on"]),
    ],
)
def test_a_training_vehicle_is_marked_and_fit(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("training_vehicle", **({"state": "in_use"} | VEHICLE | row)) == expected


@pytest.mark.django_db
def test_a_vehicle_comes_back_inspected_and_goes_for_good() -> None:
    clerk = account(Role.CLERK, SECTION)
    record = made("training_vehicle", operator=company(1), **VEHICLE)
    with pytest.raises(Refused, match="写明理由"):
        step(record, "stop", clerk, date(2023, 5, 4))
    step(record, "stop", clerk, date(2023, 5, 4), "维修")
    with pytest.raises(Refused, match="检验有效期已过"):
        step(record, "resume", clerk, date(2023, 7, 3))
    step(record, "resume", clerk, date(2023, 7, 3), inspection_to=date(2024, 5, 31))
    assert step(record, "end", clerk, date(2023, 12, 1), "报废").state == "ended"


@pytest.mark.django_db
def test_a_vehicle_without_a_second_brake_does_not_come_back() -> None:
    clerk = account(Role.CLERK, SECTION)
    record: Any = step(
        made("training_vehicle", operator=company(1), **VEHICLE), "stop", clerk, date(2023, 3, 1), "拆除"
    )
    record.dual_brake = False
    record.save()
    with pytest.raises(Refused, match="没有副制动"):
        step(record, "resume", clerk, date(2023, 4, 3))
