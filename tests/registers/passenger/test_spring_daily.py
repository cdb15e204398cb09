"""Daily reports of the spring rush: the hour, the leaps to be explained, corrections."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, operator, step
from tests.registers.passenger.spring_world import BEFORE, daily, season
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 1, 10)


@pytest.fixture
def county() -> User:
    return account(Role.COUNTY, "county_430481")


@pytest.mark.parametrize(
    ("told_on", "told_at", "expected"),
    [(DAY, "16:00", True), (DAY, "16:01", False), (DAY, "09:30", True), (date(2023, 1, 11), "08:00", False)],
)
def test_a_report_is_in_time_until_four_in_the_afternoon(
    county: User, told_on: date, told_at: str, *, expected: bool
) -> None:
    found = step(daily(season()), "report", county, told_on, reported_at=told_at)
    assert found.on_time is expected  # type: ignore[attr-defined]


def test_a_report_says_when_it_was_told(county: User) -> None:
    with pytest.raises(Refused, match="请填写上报时间"):
        step(daily(season()), "report", county, DAY)


def test_a_day_is_not_reported_beforehand(county: User) -> None:
    with pytest.raises(Refused, match="不能提前上报"):
        step(daily(season()), "report", county, date(2023, 1, 9), reported_at="10:00")


def test_a_leap_against_the_day_before_is_explained(county: User) -> None:
    rush = season()
    daily(rush, date(2023, 1, 9), passengers=3800)
    with pytest.raises(Refused, match="上一日为 3800 人次，波动超过 30%"):
        step(daily(rush), "report", county, DAY, reported_at="15:00")
    told = daily(rush, reporter="常宁市", passengers=3900)
    step(told, "report", county, DAY, reported_at="15:00")


def test_a_leap_against_the_same_lunar_day_of_last_year_is_explained(county: User) -> None:
    before = season(**BEFORE)
    daily(before, date(2022, 1, 20), passengers=9000)
    with pytest.raises(Refused, match="上年同期（农历）为 9000 人次"):
        step(daily(season()), "report", county, DAY, reported_at="15:00")


def test_an_explained_leap_is_taken(county: User) -> None:
    rush = season()
    daily(rush, date(2023, 1, 9), passengers=1000)
    step(daily(rush, remark="学生放假集中返乡"), "report", county, DAY, reported_at="15:00")


def test_a_correction_does_not_make_a_report_late(county: User) -> None:
    clerk = account(Role.CLERK, "passenger")
    found = step(daily(season()), "report", county, DAY, reported_at="15:00")
    step(found, "send_back", clerk, DAY, returned_for="班次与车站不符")
    step(found, "correct", county, date(2023, 1, 11))
    assert (found.on_time, found.reported_on) == (True, DAY)  # type: ignore[attr-defined]
    step(found, "accept", clerk, date(2023, 1, 11))
    assert found.state == "accepted"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"extra_trips": 301}, "加班班次不能多于"),
        ({"seats": 4999}, "超过发出客位 4999 个"),
        ({"vehicles": 0}, "没有投入客车"),
        ({"reporter_kind": "station"}, "客运站填报须写明"),
    ],
)
def test_numbers_of_a_report_must_fit_each_other(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        daily(season(), **values)


def test_a_day_outside_the_rush_is_refused() -> None:
    with pytest.raises(Refused, match="不在2023年春运期间"):
        daily(season(), date(2023, 2, 16))


def test_a_station_reports_for_its_own_area() -> None:
    rush = season()
    station = operator(1, "430405", sector="station")
    found = daily(rush, reporter="中心汽车站", reporter_kind="station", operator=station)
    assert found.lunar_day == -12
