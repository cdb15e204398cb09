"""Proposals: months of the limit, talks before and during, classes, and who accepts the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import proposal
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

DAY = date(2023, 3, 6)
TALKS: dict[str, Any] = {"contact_before_on": DAY, "contact_during_on": DAY}
ANSWER: dict[str, Any] = {"reply_no": "衡道运建提〔2023〕1号", "reply_class": "A"}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


@pytest.fixture
def leader() -> User:
    return account(Role.LEADER)


def signed(clerk: User, **values: Any) -> Any:
    return step(proposal(**values), "sign", clerk, DAY, kept_by="urban_transit", handler="承办员")


def replied(clerk: User, head: User, leader: User, **given: Any) -> Any:
    record = step(signed(clerk), "draft", clerk, date(2023, 5, 4), **TALKS)
    step(record, "check", head, date(2023, 5, 5))
    return step(record, "reply", leader, date(2023, 5, 9), **(ANSWER | given))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "assigned", "part": "lead"}, []),
        ({"state": "assigned", "part": "assist"}, ["lead_unit"]),
        ({"state": "replied", "part": "lead"}, ["reply_no", "reply_class", "replied_on"]),
        ({"state": "signed", "part": "lead", "signed_on": date(2023, 2, 1)}, ["signed_on"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("proposal", assigned_on=date(2023, 3, 1), **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({}, date(2023, 6, 1)),
        ({"hard": True}, date(2023, 9, 1)),
        ({"part": "assist", "lead_unit": "市城管局"}, date(2023, 4, 3)),  # 1 April is a Saturday
        ({"assigned_on": date(2023, 7, 4)}, date(2023, 10, 7)),  # 4 October lies in 国庆节, the 7th is made up
        ({"extended_months": 1}, date(2023, 7, 1)),
    ],
)
def test_the_limit_is_of_months_and_ends_on_a_working_day(values: dict[str, Any], due: date) -> None:
    assert proposal(**values).due_on == due


@pytest.mark.django_db
def test_nothing_is_drafted_before_it_was_talked_over(clerk: User) -> None:
    with pytest.raises(Refused, match="办前沟通日期"):
        step(signed(clerk), "draft", clerk, DAY, contact_during_on=DAY)
    opinion = signed(clerk, number=2, part="assist", lead_unit="市城管局")
    assert step(opinion, "draft", clerk, DAY).state == "drafted"


@pytest.mark.django_db
def test_an_answer_is_checked_signed_and_accepted(clerk: User, head: User, leader: User) -> None:
    record = replied(clerk, head, leader)
    assert (record.on_time, record.due_on) == (True, None)
    with pytest.raises(Refused, match="重新办理"):
        step(record, "complete", clerk, date(2023, 5, 20), feedback="dissatisfied", contact_after_on=date(2023, 5, 20))
    step(record, "complete", clerk, date(2023, 5, 20), feedback="satisfied", contact_after_on=date(2023, 5, 20))
    assert record.state == "completed"


@pytest.mark.django_db
def test_an_answer_without_number_or_class_is_not_signed(clerk: User, head: User, leader: User) -> None:
    with pytest.raises(Refused, match="结果分类"):
        replied(clerk, head, leader, reply_class="")


@pytest.mark.django_db
def test_class_b_is_promised_and_followed_up(clerk: User, head: User, leader: User) -> None:
    with pytest.raises(Refused, match="承诺办结日期"):
        replied(clerk, head, leader, reply_class="B")
    promised: dict[str, Any] = {"reply_class": "B", "promised_on": date(2023, 10, 1)}
    record = step(step(signed(clerk, number=2), "draft", clerk, DAY, **TALKS), "check", head, DAY)
    step(record, "reply", leader, DAY, **(ANSWER | promised))
    step(record, "track", clerk, DAY, feedback="fairly", contact_after_on=DAY)
    assert step(record, "fulfil", head, date(2023, 9, 28), "线路已开通").state == "completed"


@pytest.mark.django_db
def test_only_class_b_is_followed_up(clerk: User, head: User, leader: User) -> None:
    with pytest.raises(Refused, match="只有B类件"):
        step(replied(clerk, head, leader), "track", clerk, date(2023, 5, 20), feedback="fairly", contact_after_on=DAY)


@pytest.mark.django_db
def test_an_unsatisfied_deputy_is_answered_again(clerk: User, head: User, leader: User) -> None:
    record = replied(clerk, head, leader)
    after: dict[str, Any] = {"feedback": "dissatisfied", "contact_after_on": date(2023, 5, 15)}
    step(record, "redo", clerk, date(2023, 5, 15), "措施不具体", **after)
    assert (record.redone, record.due_on) == (1, date(2023, 6, 15))
    assert step(record, "draft", clerk, date(2023, 5, 20)).state == "drafted"


@pytest.mark.django_db
def test_a_wrong_assignment_goes_back_in_time_only(clerk: User, head: User) -> None:
    with pytest.raises(Refused, match="2023-03-13"):
        step(signed(clerk), "ask_return", clerk, date(2023, 3, 14), "应由公安办理")
    record = step(signed(clerk, number=2), "ask_return", clerk, date(2023, 3, 10), "应由公安办理")
    assert step(record, "keep", head, date(2023, 3, 11), "仍由我方会办").state == "signed"
    step(record, "ask_return", clerk, date(2023, 3, 11), "应由公安办理")
    assert step(record, "return", head, date(2023, 3, 12)).state == "returned"


@pytest.mark.django_db
def test_an_extension_is_granted_before_the_limit(clerk: User, leader: User) -> None:
    assert step(signed(clerk), "extend", leader, date(2023, 5, 20), "跨部门").due_on == date(2023, 7, 1)
    with pytest.raises(Refused, match="已过"):
        step(signed(clerk, number=2), "extend", leader, date(2023, 6, 5), "跨部门")


@pytest.mark.django_db
def test_a_draft_is_sent_back(clerk: User, head: User) -> None:
    record = step(signed(clerk), "draft", clerk, DAY, **TALKS)
    assert step(record, "send_back", head, DAY, "依据不足").state == "signed"
