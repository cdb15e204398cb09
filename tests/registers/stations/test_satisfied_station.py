"""Stations that the public is satisfied with: marks, notice, name, and its loss."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.complaints import complains_about
from tests.registers.stations.terminal import application, staff, station
from yunguan.office.workflow.runtime import Refused

APPLIED, ASSESSED, SHOWN = date(2023, 9, 4), date(2023, 9, 11), date(2023, 9, 26)
GOOD: dict[str, Any] = {"score": 900, "satisfaction": 950}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "applied"}, []),
        ({"state": "rectifying"}, ["findings"]),
        ({"state": "notice"}, ["recommended_on", "score", "satisfaction", "notice_on"]),
        ({"state": "applied", "score": 1001}, ["score"]),
    ],
)
def test_a_state_brings_what_belongs_to_it(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("satisfied_station", applied_on=APPLIED, **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "words"), [(GOOD | {"score": 849}, "不到 85 分"), (GOOD | {"satisfaction": 899}, "不到 90%")]
)
def test_a_station_below_the_marks_is_not_shown(given: dict[str, Any], words: str) -> None:
    clerk, _ = staff()
    record = step(application(station()), "recommend", clerk, ASSESSED)
    with pytest.raises(Refused, match=words):
        step(record, "show", clerk, SHOWN, **given)


@pytest.mark.django_db
def test_the_notice_runs_over_the_holiday_before_the_name() -> None:
    clerk, head = staff()
    record = step(application(station()), "recommend", clerk, ASSESSED)
    step(record, "rectify", clerk, date(2023, 9, 12), findings="通道被占用。")
    step(record, "report_back", clerk, date(2023, 9, 20))
    step(record, "show", clerk, SHOWN, **GOOD)
    assert record.due_on == date(2023, 10, 9)
    with pytest.raises(Refused, match="公示到 2023-10-09 为止"):
        step(record, "name", head, date(2023, 10, 9))
    step(record, "name", head, date(2023, 10, 10))
    assert step(record, "revoke", head, date(2023, 12, 1), "发生服务质量事件").state == "revoked"


@pytest.mark.django_db
def test_an_objection_sends_it_back_and_it_may_be_declined() -> None:
    clerk, head = staff()
    record = step(application(station()), "recommend", clerk, ASSESSED)
    step(record, "show", clerk, SHOWN, **GOOD)
    step(record, "object", clerk, date(2023, 9, 27), "旅客投诉属实")
    assert step(record, "decline", head, date(2023, 10, 9), "未达标").state == "declined"
