"""Vehicles over the emission limit: sent, repaired, tested again, closed; the limit runs through all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.complaints import complains_about
from tests.registers.maintenance.workshop import VIN, case, repair, running_station, staff
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.record import Record

TAKEN, DONE = date(2023, 3, 22), date(2023, 3, 24)
ROW: dict[str, Any] = {"vin": VIN, "tested_on": date(2023, 3, 20)}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "failed"}, []),
        ({"state": "in_repair"}, ["station", "taken_in_on"]),
        ({"state": "failed", "rounds": 1}, ["rounds"]),
        ({"state": "failed", "taken_in_on": date(2023, 3, 17), "rounds": 1}, ["taken_in_on"]),
    ],
)
def test_a_state_brings_its_dates(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("emission_case", **ROW | row) == expected


def repaired(**values: Any) -> tuple[Any, Record]:
    """A case whose vehicle was repaired, and the station."""
    clerk, head = staff()
    place = running_station(clerk, head)
    record = step(case(), "take_in", clerk, TAKEN, station=place)
    repair(record, place, TAKEN, **{"finished_on": DONE, "certificate_no": "JG-1", "uploaded_on": DONE} | values)
    return step(record, "finish", clerk, DONE), place


@pytest.mark.django_db
def test_a_vehicle_that_passes_again_closes_the_loop() -> None:
    record, _ = repaired()
    clerk = record_user()
    with pytest.raises(Refused, match="请填写复检报告编号"):
        step(record, "close", clerk, date(2023, 3, 27))
    with pytest.raises(Refused, match="不能与首次检验报告相同"):
        step(record, "close", clerk, date(2023, 3, 27), retest_no="HJ-1")
    step(record, "close", clerk, date(2023, 3, 27), retest_no="HJ-2")
    assert (record.state, record.in_time, record.days_open, record.rounds) == ("closed", True, 7, 1)


@pytest.mark.django_db
def test_a_vehicle_that_fails_again_goes_back_and_may_be_late() -> None:
    record, place = repaired()
    clerk = record_user()
    step(record, "fail_again", clerk, date(2023, 3, 27), retest_no="HJ-2")
    with pytest.raises(Refused, match="没有本次进厂的竣工维修记录"):
        step(record, "finish", clerk, date(2023, 3, 28))
    again = date(2023, 3, 28)
    repair(record, place, again, finished_on=again, certificate_no="JG-2", uploaded_on=again)
    step(record, "finish", clerk, again)
    step(record, "close", clerk, date(2023, 4, 20), retest_no="HJ-3")
    assert (record.rounds, record.in_time, record.days_open) == (2, False, 31)


@pytest.mark.django_db
def test_a_repair_counts_when_its_record_was_uploaded() -> None:
    with pytest.raises(Refused, match="还没有上传"):
        repaired(uploaded_on=None)


@pytest.mark.django_db
def test_a_vehicle_goes_only_to_a_station_that_runs() -> None:
    clerk, head = staff()
    place = step(running_station(clerk, head), "suspend", clerk, date(2023, 3, 16), "检定")
    with pytest.raises(Refused, match="没有在运行"):
        step(case(), "take_in", clerk, TAKEN, station=place)


@pytest.mark.django_db
def test_the_limit_runs_on_through_repair_and_over_a_holiday() -> None:
    clerk, head = staff()
    place = running_station(clerk, head)
    record: Any = case(tested_on=date(2023, 9, 4))
    assert (record.due_on, record.overdue_from) == (date(2023, 10, 7), date(2023, 10, 8))
    assert step(record, "take_in", clerk, date(2023, 9, 20), station=place).due_on == date(2023, 10, 7)


@pytest.mark.django_db
def test_a_scrapped_vehicle_ends_the_case() -> None:
    _, head = staff()
    assert step(case(), "end", head, date(2023, 5, 4), "车辆报废").state == "ended"


@pytest.mark.django_db
def test_a_vehicle_has_one_open_case_and_many_failures_are_told() -> None:
    _, head = staff()
    days = [date(2023, month, 6) for month in (3, 5, 7, 9)]
    for number, day in enumerate(days[:3]):
        step(case(case_no=f"HJ-{number}", tested_on=day), "end", head, day, "转出")
    last: Any = case(case_no="HJ-9", tested_on=days[3])
    told = [problem.message for _, problem in book("emission_case").model.problems_among([last])]
    assert told == ["该车一年内已 4 次检验不合格，请核查维修质量或检验数据。"]
    with pytest.raises(Refused):
        case(case_no="HJ-10", tested_on=days[3])


def record_user() -> Any:
    """The clerk whom ``staff`` opened."""
    from yunguan.office.people import User  # noqa: PLC0415 - after Django

    return User.objects.get(username="clerk-maintenance")
