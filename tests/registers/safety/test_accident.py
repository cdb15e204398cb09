"""Accidents: graded, reported within hours, investigated within days, closed when the measures are carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, operator
from tests.registers.safety.scenes import clerk, head, made, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
FINDINGS: dict[str, Any] = {
    "direct_cause": "超速",
    "indirect_cause": "监控缺位",
    "liability": "main",
    "proposal": "责令整改",
}


@pytest.fixture
def people() -> tuple[User, User]:
    return clerk(), head()


def accident(**values: Any) -> Any:
    known: dict[str, Any] = {
        "accident_no": "SG1",
        "occurred_on": DAY,
        "occurred_at": "17:15",
        "place": "省道",
        "sector": "passenger",
    }
    owner = values.pop("operator", None) or operator(1)
    return made("accident", on=DAY, operator=owner, **(known | {"dead": 3, "injured": 0} | values))


def joined(people: tuple[User, User], **values: Any) -> Any:
    named: dict[str, Any] = {"group_lead": "市安委会", "participants": "甲明"}
    return step(accident(**values), "join", people[0], date(2023, 6, 7), **named)


def measure(of: Any) -> Any:
    known: dict[str, Any] = {"number": 1, "content": "警示教育", "responsible": "企业", "ordered_on": date(2023, 8, 1)}
    return made("accident_measure", on=date(2023, 8, 1), accident=of, complete_by=date(2023, 8, 31), **known)


def test_an_accident_is_investigated_answered_and_closed_with_its_measures(people: tuple[User, User]) -> None:
    one = step(joined(people), "review", people[0], date(2023, 7, 20), **FINDINGS)
    step(one, "reply", people[0], date(2023, 8, 1), reply_no="安委〔2023〕1号")
    with pytest.raises(Refused, match="还没有登记整改措施"):
        step(one, "close", people[1], date(2023, 9, 1))
    todo = measure(one)
    with pytest.raises(Refused, match="1 项措施没有核实"):
        step(one, "close", people[1], date(2023, 9, 1))
    step(step(todo, "finish", people[0], date(2023, 8, 20), evidence="照片"), "verify", people[1], date(2023, 8, 25))
    assert step(one, "close", people[1], date(2023, 9, 1)).state == "closed"
    assert one.participated


def test_the_investigation_is_owed_sixty_days_after_the_accident_and_may_be_extended(people: tuple[User, User]) -> None:
    one = joined(people)
    assert one.due_on == date(2023, 8, 4)
    with pytest.raises(Refused, match="最多延长 60 日"):
        step(one, "extend", people[1], date(2023, 8, 1), reason="鉴定", extension_days=61)
    step(one, "extend", people[1], date(2023, 8, 1), reason="鉴定", extension_days=30)
    assert (one.due_on, one.joined_on) == (date(2023, 9, 4), date(2023, 6, 7))  # 3 September is a Sunday


def test_a_limit_that_ends_in_the_national_holiday_ends_after_it() -> None:
    assert accident(occurred_on=date(2023, 8, 2)).due_on == date(2023, 10, 7)  # 1 October


def test_the_reply_is_owed_by_grade(people: tuple[User, User]) -> None:
    one = step(joined(people), "review", people[0], date(2023, 7, 20), **FINDINGS)
    assert one.due_on == date(2023, 8, 4)
    grave = joined(people, accident_no="SG2", dead=30, operator=operator(2))
    assert step(grave, "review", people[0], date(2023, 7, 20), **FINDINGS).due_on == date(2023, 8, 21)


def test_a_report_that_comes_back_is_written_on_the_same_clock(people: tuple[User, User]) -> None:
    one = step(joined(people), "review", people[0], date(2023, 7, 20), **FINDINGS)
    step(one, "return_report", people[0], date(2023, 7, 25), reason="补充鉴定")
    assert (one.joined_on, one.due_on) == (date(2023, 6, 7), date(2023, 8, 9))


def test_an_accident_that_others_investigate_is_noted(people: tuple[User, User]) -> None:
    one = step(accident(), "note", people[0], date(2023, 6, 8), reason="由县市调查")
    assert (one.state, one.participated) == ("noted", False)


def test_a_part_in_an_investigation_names_who_took_it(people: tuple[User, User]) -> None:
    with pytest.raises(Refused, match="中心参与人员"):
        step(accident(), "join", people[0], date(2023, 6, 7), group_lead="市安委会")


def test_the_grade_follows_the_losses_and_a_wrong_one_is_refused() -> None:
    assert accident().grade == "larger"
    with pytest.raises(Refused, match="应为一般事故"):
        accident(accident_no="SG2", operator=operator(2), dead=1, grade="larger")


def test_changed_casualties_change_the_grade(people: tuple[User, User]) -> None:
    one = accident(dead=2)
    values: dict[str, Any] = {"dead": 3, "grade": "", "casualties_changed_on": date(2023, 6, 9)}
    change(record=one, values=values, user=people[0], now=NOW)
    assert one.grade == "larger"


@pytest.mark.parametrize(
    ("unit", "level", "expected"), [("18:15", "20:15", (True, True)), ("18:16", "20:17", (False, False))]
)
def test_reports_are_within_the_hour_and_two(unit: str, level: str, expected: tuple[bool, bool]) -> None:
    reports: dict[str, Any] = {
        "unit_reported_on": DAY,
        "unit_reported_at": unit,
        "level_reported_on": DAY,
        "level_reported_at": level,
    }
    one = accident(**reports)
    assert (one.unit_in_time, one.level_in_time) == expected


def test_a_report_before_the_accident_is_refused() -> None:
    with pytest.raises(Refused, match="早于上一环节"):
        accident(unit_reported_on=DAY, unit_reported_at="17:00")


def test_casualties_told_after_seven_days_are_late_but_taken() -> None:
    one = accident(casualties_changed_on=date(2023, 6, 20))
    (late,) = list(book("accident").model.problems_among([one]))
    assert "逾期" in late[1].message
