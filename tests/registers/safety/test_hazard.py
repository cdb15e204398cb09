"""Hazards: put right, seen again, closed on evidence; major ones reported and supervised."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import START, operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import MARCH, clerk, hazard, head, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
ANSWER: dict[str, Any] = {"measures": "已清理", "evidence": "照片两张"}


@pytest.fixture
def people() -> tuple[User, User]:
    return clerk(), head()


def issued(people: tuple[User, User], on: date = date(2023, 3, 15), **given: Any) -> Any:
    one = step(hazard(), "submit", people[0], MARCH)
    return step(one, "issue", people[1], on, **given)


def test_a_hazard_is_put_right_and_closed_by_two_who_saw_it(people: tuple[User, User]) -> None:
    one = step(issued(people), "answer", people[0], date(2023, 3, 28), **ANSWER)
    with pytest.raises(Refused, match="2 人以上"):
        step(one, "close", people[1], date(2023, 3, 30), recheckers="甲明")
    step(one, "close", people[1], date(2023, 3, 30), recheckers="甲明、乙亮")
    assert (one.state, one.on_time, one.due_on) == ("closed", True, None)


@pytest.mark.parametrize(
    ("on", "limit"),
    [
        (date(2023, 3, 15), date(2023, 3, 30)),
        (date(2023, 9, 15), date(2023, 10, 7)),
        (date(2023, 4, 14), date(2023, 5, 4)),
    ],
)
def test_the_limit_that_ends_in_a_holiday_ends_with_the_next_working_day(
    people: tuple[User, User], on: date, limit: date
) -> None:
    one = issued(people, on)
    assert (one.rectify_by, one.due_on) == (limit, limit)


def test_a_limit_that_was_typed_is_kept(people: tuple[User, User]) -> None:
    assert issued(people, rectify_by=date(2023, 3, 20)).due_on == date(2023, 3, 20)
    with pytest.raises(Refused, match="早于下发日期"):
        step(
            step(hazard(hazard_no="YH2", operator=operator(2)), "submit", people[0], MARCH),
            "issue",
            people[1],
            date(2023, 3, 15),
            rectify_by=MARCH,
        )


def test_nothing_is_answered_without_evidence(people: tuple[User, User]) -> None:
    with pytest.raises(Refused, match="整改佐证"):
        step(issued(people), "answer", people[0], date(2023, 3, 20), measures="已清理")


def test_what_is_still_wrong_goes_back_with_a_new_limit_and_may_be_late(people: tuple[User, User]) -> None:
    one = step(issued(people), "answer", people[0], date(2023, 3, 20), **ANSWER)
    step(one, "send_back", people[0], date(2023, 3, 22), reason="仍有杂物", rectify_by=date(2023, 3, 31))
    assert (one.state, one.due_on, one.issued_on) == ("issued", date(2023, 3, 31), date(2023, 3, 22))
    step(one, "answer", people[0], date(2023, 4, 3), **ANSWER)
    assert one.on_time is False


def test_a_major_hazard_is_reported_and_supervised(people: tuple[User, User]) -> None:
    one = step(hazard("major"), "submit", people[0], MARCH)
    with pytest.raises(Refused, match="改用“挂牌督办”"):
        step(one, "issue", people[1], MARCH)
    with pytest.raises(Refused, match="挂牌督办文号"):
        step(one, "supervise", people[1], MARCH)
    step(one, "supervise", people[1], MARCH, supervision_no="督办〔2023〕1号", reported_on=MARCH)
    assert (one.state, one.rectify_by) == ("supervised", date(2023, 5, 15))
    step(one, "answer", people[0], date(2023, 4, 10), **ANSWER)
    with pytest.raises(Refused, match="不是一般隐患"):
        step(one, "send_back", people[0], date(2023, 4, 12), reason="未改")
    step(one, "send_back_major", people[0], date(2023, 4, 12), reason="未改")
    assert one.state == "supervised"


def test_only_a_major_hazard_is_supervised(people: tuple[User, User]) -> None:
    one = step(hazard(), "submit", people[0], MARCH)
    with pytest.raises(Refused, match="只有重大隐患"):
        step(one, "supervise", people[1], MARCH, supervision_no="1", reported_on=MARCH)


def test_who_submits_does_not_issue(people: tuple[User, User]) -> None:
    one = step(hazard(), "submit", people[1], MARCH)
    with pytest.raises(Refused, match="不能是同一人"):
        step(one, "issue", people[1], MARCH)


def test_a_hazard_goes_back_to_the_draft_or_is_rejected(people: tuple[User, User]) -> None:
    one = step(step(hazard(), "submit", people[0], MARCH), "return_draft", people[1], MARCH, reason="描述不清")
    assert (one.state, one.found_on) == ("draft", MARCH)
    step(step(one, "submit", people[0], MARCH), "reject", people[1], MARCH, reason="不属隐患")
    assert one.state == "rejected"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"level": "general", "state": "supervised", "rectify_by": MARCH}, ["level"]),
        ({"level": "major", "state": "issued", "rectify_by": MARCH}, ["state"]),
        ({"level": "general", "state": "issued"}, ["rectify_by", "issued_on"]),
        ({"level": "general", "state": "draft", "submitted_on": START}, ["submitted_on"]),
        ({"level": "general", "state": "draft", "item_id": 1}, ["routine"]),
    ],
)
def test_a_level_and_a_state_go_together(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("hazard", found_on=MARCH, **row) == expected
