"""Hair tests: sampled, reported, followed up; the state never tells what was found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import identity, operator
from tests.registers.complaints import complains_about
from tests.registers.urban_transit.drivers import campaign, drawn, driver, on_the_list
from tests.registers.urban_transit.lines import clerk, made, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db
DAY = date(2023, 11, 10)
REPORTED = date(2023, 12, 28)
REPORT: dict[str, Any] = {"laboratory": "鉴定中心", "report_no": "1号"}
REFERRED: dict[str, Any] = {"referred_to": "公安机关", "referred_on": REPORTED, "disposal": "暂停营运"}


@pytest.fixture
def someone() -> User:
    return clerk()


def sampled(someone: User) -> Any:
    driver(1, "09002", operator(1, sector="taxi"))
    drawn(someone)
    return step(on_the_list().first(), "sample", someone, DAY, bag_no="MF1", collector="采样组")


def reported(someone: User, result: str) -> Any:
    return step(sampled(someone), "report", someone, REPORTED, result=result, **REPORT)


def test_a_negative_result_is_filed(someone: User) -> None:
    one = step(reported(someone, "negative"), "file", someone, REPORTED)
    assert (one.state, one.conclusive) == ("filed", True)


def test_a_positive_result_is_referred_before_it_is_filed(someone: User) -> None:
    one = reported(someone, "positive")
    with pytest.raises(Refused, match="移送单位"):
        step(one, "file", someone, REPORTED)
    assert step(one, "file", someone, REPORTED, **REFERRED).referred_to == "公安机关"


def test_a_result_is_followed_up_in_three_working_days_over_the_new_year(someone: User) -> None:
    assert reported(someone, "negative").due_on == date(2024, 1, 3)


def test_a_sample_that_is_no_good_is_taken_again(someone: User) -> None:
    one = reported(someone, "invalid")
    assert one.conclusive is False
    with pytest.raises(Refused, match="须重新采样"):
        step(one, "file", someone, REPORTED)
    with pytest.raises(Refused, match="新的样本袋号"):
        step(one, "resample", someone, REPORTED)
    step(one, "resample", someone, REPORTED, bag_no="MF2", collector="采样组")
    assert (one.state, one.result, one.bag_no) == ("sampled", None, "MF2")


def test_a_good_sample_is_not_taken_again(someone: User) -> None:
    with pytest.raises(Refused, match="只有样本不合格"):
        step(reported(someone, "negative"), "resample", someone, REPORTED, bag_no="MF2", collector="采样组")


def test_a_result_has_its_laboratory_and_report(someone: User) -> None:
    with pytest.raises(Refused, match=r"检测机构.*检测报告编号"):
        step(sampled(someone), "report", someone, REPORTED, result="negative")


def test_a_bag_is_used_once(someone: User) -> None:
    driver(2, "09002", operator(2, sector="taxi"))
    sampled(someone)
    other = on_the_list().get(identity_number=identity(2))
    with pytest.raises(Refused, match="已被使用"):
        step(other, "sample", someone, DAY, bag_no="MF1", collector="采样组")


def test_whoever_was_away_may_still_come_and_whoever_left_is_excused(someone: User) -> None:
    driver(1, "09002", operator(1, sector="taxi"))
    drawn(someone)
    one = step(on_the_list().get(), "miss", someone, DAY, absent_reason="外出")
    assert step(one, "excuse", someone, DAY, absent_reason="离岗").state == "excused"


def test_a_driver_whom_the_register_does_not_know_is_told(someone: User) -> None:
    values: dict[str, Any] = {"campaign": campaign(), "name": "阳光", "identity_number": identity(7), "trade": "taxi"}
    one = made("hair_test", operator=operator(1, sector="taxi"), **values)
    ((_, doubt),) = book("hair_test").model.problems_among([one])
    assert "从业人员名录中没有此人" in doubt.message


def test_neither_state_nor_list_tells_the_result() -> None:
    model = book("hair_test").model
    assert set(model.personal) >= {"result", "report_no", "disposal"}
    assert not set(model.personal) & {*model.list_fields, *model.filter_fields, *model.search_fields}
    assert not {"阳性", "阴性"} & set(model.workflow.labels.values())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "sampled"}, ["sampled_on", "bag_no", "collector"]),
        ({"state": "listed", "result": "negative"}, ["state"]),
        ({"state": "excused"}, ["excused_on", "absent_reason"]),
    ],
)
def test_a_state_brings_what_belongs_to_it(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("hair_test", **row) == expected
