"""A hotline order from receipt to call-back, on every path; what each move asks, and the clock over holidays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.general.cases import order
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import may_move

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 27)
ANSWER: dict[str, Any] = {"finding": "true", "contacted_on": DAY, "reply": "已督促驾校退费。"}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


def handled(clerk: User, **values: Any) -> Any:
    record = step(order(**values), "sign", clerk, DAY)
    return step(step(record, "assign", clerk, DAY), "handle", clerk, DAY)


def replied(clerk: User, head: User, on: date = date(2023, 5, 4), **values: Any) -> Any:
    return step(step(handled(clerk, **values), "draft", clerk, on, **ANSWER), "reply", head, on)


def test_an_order_goes_from_receipt_to_call_back(clerk: User, head: User) -> None:
    record = step(replied(clerk, head), "close", clerk, date(2023, 5, 5), satisfaction="satisfied")
    assert (record.state, record.on_time, record.called_back_on) == ("closed", True, date(2023, 5, 5))  # type: ignore[attr-defined]


def test_the_section_of_the_topic_gets_the_order_and_acts_in_it(clerk: User) -> None:
    record = handled(clerk)
    assert record.kept_by == "driver_training"
    draft = record.workflow.transition("draft")
    assert may_move(record, draft, account(Role.CLERK, "driver_training"))
    assert not may_move(record, draft, account(Role.CLERK, "freight"))


@pytest.mark.parametrize(
    ("handling", "due"),
    [
        ("urgent", date(2023, 4, 27)),
        ("consult", date(2023, 5, 4)),
        ("normal", date(2023, 5, 6)),  # the Saturday made up for 劳动节
        ("complex", date(2023, 5, 19)),
    ],
)
def test_the_limit_is_that_of_the_kind_over_the_holiday(handling: str, due: date) -> None:
    assert order(handling=handling).due_on == due


def test_the_clock_stands_still_while_the_caller_completes_papers(clerk: User) -> None:
    record = step(handled(clerk), "pause", clerk, date(2023, 4, 28), pause_reason="等待合同")
    assert record.due_on is None
    step(record, "resume", clerk, date(2023, 5, 5))
    assert record.due_on == date(2023, 5, 9)


def test_a_head_extends_once_by_so_many_days(clerk: User, head: User) -> None:
    record = step(handled(clerk), "ask_extension", clerk, date(2023, 5, 4), extension_reason="须调取监控")
    with pytest.raises(Refused, match="1 至 15 个工作日"):
        step(record, "extend", head, date(2023, 5, 5), extended_days=16)
    step(record, "extend", head, date(2023, 5, 5), extended_days=3)
    assert (record.state, record.due_on) == ("extended", date(2023, 5, 10))
    with pytest.raises(Refused, match="只能延期一次"):
        step(record, "ask_extension", clerk, date(2023, 5, 6), extension_reason="再延")


def test_no_extension_is_asked_for_after_the_limit(clerk: User) -> None:
    with pytest.raises(Refused, match="2023-05-06 已过"):
        step(handled(clerk), "ask_extension", clerk, date(2023, 5, 8), extension_reason="人手不足")


def test_an_extension_that_is_refused_leaves_the_limit(clerk: User, head: User) -> None:
    record = step(handled(clerk), "ask_extension", clerk, date(2023, 5, 4), extension_reason="人手不足")
    step(record, "refuse_extension", head, date(2023, 5, 4), "事由不充分")
    assert (record.state, record.due_on) == ("resumed", date(2023, 5, 6))


def test_what_is_not_ours_is_returned_by_the_head(clerk: User, head: User) -> None:
    record = step(step(order(), "sign", clerk, DAY), "ask_return", clerk, DAY, return_reason="not_ours")
    assert step(record, "return", head, DAY).state == "returned"


def test_a_return_that_the_head_refuses_is_assigned(clerk: User, head: User) -> None:
    late = date(2023, 5, 4)
    record = step(step(order(), "sign", clerk, DAY), "ask_return", clerk, late, return_reason="unclear")
    step(step(record, "keep", head, late, "可以联系上"), "assign", clerk, late, kept_by="general")
    assert record.kept_by == "general"  # type: ignore[attr-defined]


def test_a_duplicate_is_merged_into_an_order_that_there_is(clerk: User) -> None:
    first, record = order(1), step(order(2), "sign", clerk, DAY)
    with pytest.raises(Refused, match="没有工单“X”"):
        step(record, "merge", clerk, DAY, earlier_no="X")
    assert step(record, "merge", clerk, DAY, earlier_no=first.order_no).state == "merged"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reply": ""}, "须填写“答复内容”"),
        ({"finding": ""}, "须填写“核查结论”"),
        ({"contacted_on": None}, "先行联系日期"),
        ({"finding": "not_asked"}, "投诉举报须核查"),
    ],
)
def test_a_reply_says_what_was_found_and_follows_a_talk(clerk: User, given: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        step(handled(clerk), "draft", clerk, date(2023, 5, 4), **(ANSWER | given))


def test_nobody_approves_a_reply_of_ones_own(clerk: User, head: User) -> None:
    record = step(handled(clerk), "draft", head, date(2023, 5, 4), **ANSWER)
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "reply", head, date(2023, 5, 4))
    step(record, "send_back", head, date(2023, 5, 4), "依据不足")
    assert record.state == "resumed"


def test_a_late_reply_is_late(clerk: User, head: User) -> None:
    assert replied(clerk, head, on=date(2023, 5, 8)).on_time is False


def test_an_unsatisfied_caller_is_served_again_in_a_new_limit(clerk: User, head: User) -> None:
    record = replied(clerk, head)
    with pytest.raises(Refused, match="请重办"):
        step(record, "close", clerk, date(2023, 5, 5), satisfaction="dissatisfied")
    step(record, "redo", clerk, date(2023, 5, 5), "退费金额有误", satisfaction="dissatisfied")
    assert (record.state, record.redone, record.due_on) == ("redoing", 1, date(2023, 5, 11))


def test_only_the_unsatisfied_are_served_again_and_only_so_often(clerk: User, head: User) -> None:
    record = replied(clerk, head, redone=2)
    with pytest.raises(Refused, match="只有回访不满意"):
        step(record, "redo", clerk, date(2023, 5, 5), "试", satisfaction="satisfied")
    with pytest.raises(Refused, match="达到上限 2 次"):
        step(record, "redo", clerk, date(2023, 5, 5), "试", satisfaction="dissatisfied")
    step(record, "close_unsatisfied", head, date(2023, 5, 5), "诉求于法无据", satisfaction="dissatisfied")
    assert record.state == "closed"


def test_nothing_is_closed_without_a_call_back(clerk: User, head: User) -> None:
    with pytest.raises(Refused, match="须回访"):
        step(replied(clerk, head), "close", clerk, date(2023, 5, 5))


def test_a_wrong_assignment_is_made_again(clerk: User) -> None:
    record = step(handled(clerk), "reassign", clerk, DAY, "应由站场科办理")
    assert (record.state, record.due_on) == ("signed", date(2023, 5, 6))
