"""M stations: a filed shop, equipment for its fuels, both systems connected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator, step
from tests.registers.complaints import complains_about
from tests.registers.maintenance.workshop import filed_shop, running_station, staff, station
from yunguan.office.workflow.runtime import Refused

APPLIED = date(2023, 3, 9)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "applied"}, []),
        ({"state": "returned"}, ["missing_items"]),
        ({"state": "approved"}, ["approved_on"]),
        (
            {"state": "running", "approved_on": APPLIED},
            ["running_from", "record_system_on", "emission_system_on"],
        ),
        ({"state": "approved", "approved_on": date(2023, 3, 8)}, ["approved_on"]),
    ],
)
def test_a_state_brings_its_dates(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("m_station", applied_on=APPLIED, **row) == expected


@pytest.mark.django_db
def test_a_repairer_without_a_filed_shop_is_no_station() -> None:
    clerk, head = staff()
    with pytest.raises(Refused, match="先办理维修备案"):
        step(station(operator(1), clerk), "approve", head, date(2023, 3, 13))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"diagnostic_kit": False}, "诊断仪"),
        ({"repair_bench": False}, "专用工位"),
        ({"serves": "petrol", "gas_analyser": False}, "排气分析仪"),
        ({"serves": "diesel", "smoke_meter": False}, "烟度计"),
        ({"technicians": 1}, "须有 2 人"),
    ],
)
def test_a_station_without_its_equipment_is_not_approved(values: dict[str, Any], words: str) -> None:
    clerk, head = staff()
    owner = operator(1)
    filed_shop(owner, clerk, head)
    with pytest.raises(Refused, match=words):
        step(station(owner, clerk, **values), "approve", head, date(2023, 3, 13))


@pytest.mark.django_db
def test_a_station_is_sent_back_and_comes_again() -> None:
    clerk, head = staff()
    owner = operator(1)
    filed_shop(owner, clerk, head)
    record = station(owner, clerk, repair_bench=False)
    step(record, "return", clerk, date(2023, 3, 10), missing_items="缺专用工位。")
    assert step(record, "resubmit", clerk, date(2023, 3, 20)).state == "applied"


@pytest.mark.django_db
def test_a_station_runs_only_with_both_systems() -> None:
    clerk, head = staff()
    owner = operator(1)
    filed_shop(owner, clerk, head)
    record = step(station(owner, clerk), "approve", head, date(2023, 3, 13))
    with pytest.raises(Refused, match="排放检验系统接通日期"):
        step(record, "run", clerk, date(2023, 3, 15), record_system_on=date(2023, 3, 14))


@pytest.mark.django_db
def test_a_station_stands_still_runs_again_and_leaves() -> None:
    clerk, head = staff()
    record = running_station(clerk, head)
    step(record, "suspend", clerk, date(2023, 5, 8), "设备检定")
    step(record, "resume", head, date(2023, 5, 15))
    assert step(record, "withdraw", head, date(2023, 6, 1), "停业").state == "withdrawn"


@pytest.mark.django_db
def test_the_check_ends_on_the_tenth_working_day() -> None:
    record = station(operator(1), applied_on=date(2023, 9, 22))
    assert record.due_on == date(2023, 10, 12)  # 8 days to the made-up 8 October, then four more
