"""Taxi rights: reminded of, granted anew, expired by the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, operator
from tests.registers.complaints import complains_about
from tests.registers.urban_transit.lines import clerk, head, made, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.clock import run_clock
from yunguan.registers.urban_transit.taxi_right import stage_on

pytestmark = pytest.mark.django_db
ENDS = date(2023, 12, 31)
AGAIN: dict[str, Any] = {"new_valid_to": date(2029, 12, 31), "decision_no": "18号"}


@pytest.fixture
def people() -> tuple[User, User]:
    return clerk(), head()


def right(**values: Any) -> Any:
    known: dict[str, Any] = {
        "right_no": "旧1",
        "holder": "甲明",
        "owned_by": "company",
        "plate": "湘DT1234",
        "valid_to": ENDS,
    }
    owner = values.pop("operator", None) or operator(1, sector="taxi")
    return made("taxi_right", operator=owner, granted_on=date(2018, 1, 1), **(known | values))


def rights() -> Any:
    return book("taxi_right").model._base_manager


def applied(people: tuple[User, User], on: date = date(2023, 11, 1), *, passed: bool = True) -> Any:
    return step(right(), "apply", people[0], on, service_passed=passed)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2023, 10, 1), ""),
        (date(2023, 10, 2), "first"),
        (date(2023, 11, 1), "second"),
        (date(2023, 12, 1), "last"),
        (date(2023, 12, 31), "last"),
    ],
)
def test_reminders_are_due_ninety_sixty_and_thirty_days_before(day: date, stage: str) -> None:
    assert stage_on(ENDS, day) == stage


def test_each_reminder_is_given_once(people: tuple[User, User]) -> None:
    one = right()
    with pytest.raises(Refused, match="还没有到首次提醒"):
        step(one, "remind", people[0], date(2023, 9, 1))
    step(one, "remind", people[0], date(2023, 10, 9))
    with pytest.raises(Refused, match="已提醒过（首次提醒）"):
        step(one, "remind", people[0], date(2023, 10, 10))
    step(one, "remind", people[0], date(2023, 11, 6))
    assert (one.reminder, one.reminded_on, one.due_on) == ("second", date(2023, 11, 6), ENDS)


def test_a_right_granted_anew_follows_the_old_one(people: tuple[User, User]) -> None:
    one = step(applied(people), "regrant", people[1], date(2023, 11, 20), **AGAIN)
    new = rights().get(granted_again=True)
    assert (new.granted_on, new.valid_to, new.plate) == (date(2024, 1, 1), date(2029, 12, 31), "湘DT1234")
    assert (new.right_no, one.state, one.due_on) == ("衡出经〔2023〕0001号", "regranted", ENDS)


def test_the_decision_is_owed_in_twenty_working_days_over_the_holiday(people: tuple[User, User]) -> None:
    one = right(valid_to=date(2023, 11, 30))
    assert step(one, "apply", people[0], date(2023, 9, 20), service_passed=True).due_on == date(2023, 10, 24)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"decision_no": "18号"}, "新期限截止日期"),
        ({"new_valid_to": date(2029, 12, 31)}, "授予决定文号"),
        (AGAIN | {"new_valid_to": date(2030, 1, 2)}, "不超过 6 年"),
        (AGAIN | {"new_valid_to": date(2023, 12, 1)}, "晚于原期限"),
    ],
)
def test_a_new_term_is_said_and_kept_within_bounds(
    people: tuple[User, User], given: dict[str, Any], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        step(applied(people), "regrant", people[1], date(2023, 11, 20), **given)


def test_whoever_failed_the_review_of_service_gets_none(people: tuple[User, User]) -> None:
    one = applied(people, passed=False)
    with pytest.raises(Refused, match="没有合格"):
        step(one, "regrant", people[1], date(2023, 11, 20), **AGAIN)
    assert step(one, "refuse", people[1], date(2023, 11, 20), reason="考核不合格").state == "refused"


def test_nobody_applies_more_than_ninety_days_ahead(people: tuple[User, User]) -> None:
    with pytest.raises(Refused, match="90 日内"):
        applied(people, date(2023, 10, 1))


def test_the_clock_ends_what_nobody_asked_for_and_what_was_granted_anew(people: tuple[User, User]) -> None:
    step(applied(people), "regrant", people[1], date(2023, 11, 20), **AGAIN)
    other = right(right_no="旧2", plate="湘DT5678", operator=operator(2, sector="taxi"))
    assert run_clock(on=ENDS, now=NOW) == []
    run_clock(on=date(2024, 1, 1), now=NOW)
    other.refresh_from_db()
    old = rights().get(right_no="旧1")
    assert (other.state, old.state) == ("expired", "ended")
    assert step(other, "revoke", people[1], date(2024, 1, 5), reason="无人申请").state == "revoked"


def test_two_rights_in_force_for_one_taxi_are_refused() -> None:
    owner = operator(1, sector="taxi")
    right(operator=owner)
    with pytest.raises(Refused, match="已有相同"):
        right(right_no="旧2", operator=owner)


def test_a_right_is_a_taxi_companys() -> None:
    with pytest.raises(Refused, match="巡游出租企业"):
        right(operator=operator(1, sector="bus"))


def test_a_state_brings_its_dates() -> None:
    row: dict[str, Any] = {"operator": operator(1, sector="taxi"), "granted_on": date(2018, 1, 1), "valid_to": ENDS}
    assert complains_about("taxi_right", **row, state="reminded") == ["reminded_on", "reminder"]
    assert complains_about("taxi_right", **row, state="expired") == ["expired_on"]
