"""The workflow runtime: who may move what, when, and what is remembered of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, account, filed_plan, operator, plan, step
from yunguan.core.calendar import CalendarMissing
from yunguan.core.workflow import Workflow
from yunguan.office.calendar import CalendarDay
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Order, Overtaken, Refused, move
from yunguan.office.workflow.tables import Move
from yunguan.registers.book import book
from yunguan.registers.clock import run_clock
from yunguan.registers.selectors import changes_of, intervals_of
from yunguan.registers.tables import Opening

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "safety")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "safety")


def test_a_move_leaves_interval_log_and_history(clerk: User, head: User) -> None:
    record = filed_plan(operator(1), clerk, head, date(2023, 3, 10))
    states = [(i.state, i.valid_from, i.valid_to) for i in intervals_of(record)]
    assert states == [
        ("draft", date(2023, 3, 2), date(2023, 3, 6)),
        ("submitted", date(2023, 3, 6), date(2023, 3, 10)),
        ("filed", date(2023, 3, 10), None),
    ]
    moves = Move.objects.filter(register="emergency_plan").order_by("id")
    assert [m.transition for m in moves] == ["enter", "submit", "file"]
    assert changes_of(record)[0][0].history_change_reason == "准予备案"


def test_whoever_submitted_may_not_approve(head: User) -> None:
    record = step(plan(operator(1)), "submit", head, date(2023, 3, 6))
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "file", head, date(2023, 3, 7), filing_no="备〔2023〕1号")


def test_a_role_without_the_right_is_refused_in_chinese(clerk: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match="您的角色不能“准予备案”"):
        step(record, "file", clerk, date(2023, 3, 7), filing_no="备〔2023〕1号")


def test_what_a_move_asks_for_must_be_given(clerk: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match="须填写“补正内容”"):
        step(record, "ask_supplement", clerk, date(2023, 3, 7))


def test_a_plan_without_its_material_is_not_filed(clerk: User, head: User) -> None:
    record = step(plan(operator(1), risk_assessed=False), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match="缺风险评估结果"):
        step(record, "file", head, date(2023, 3, 7), filing_no="备〔2023〕1号")


def test_the_second_of_two_is_told_who_was_first(clerk: User, head: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    stale = book("emergency_plan").model._default_manager.get(pk=record.pk)
    step(record, "check", clerk, date(2023, 3, 7))
    with pytest.raises(Overtaken, match=str(clerk)):
        move(stale, Order("file", head, date(2023, 3, 8), NOW, given={"filing_no": "备〔2023〕1号"}))


def test_a_move_before_the_present_state_began_is_refused(clerk: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match="早于进入当前状态"):
        step(record, "check", clerk, date(2023, 3, 5))


def test_the_deadline_skips_holidays_and_counts_make_up_days(clerk: User) -> None:
    record = step(plan(operator(1), published_on=date(2023, 9, 20)), "submit", clerk, date(2023, 9, 27))
    assert record.due_on == date(2023, 10, 10)  # 28 September, 7 and 8 October (made up), 9, 10


def test_the_clock_stands_still_while_the_applicant_completes(clerk: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    step(record, "ask_supplement", clerk, date(2023, 3, 8), missing_items="缺资源调查清单")
    assert record.due_on is None
    step(record, "resubmit", clerk, date(2023, 3, 20))
    assert record.due_on == date(2023, 3, 23)


def test_a_year_without_calendar_refuses_to_compute_a_deadline(clerk: User) -> None:
    CalendarDay.objects.filter(day__year=2023).delete()
    with pytest.raises(CalendarMissing, match="2023"):
        step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))


def test_silence_beyond_the_deadline_files_the_plan(clerk: User) -> None:
    record = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    step(record, "deem_filed", None, date(2023, 3, 14))
    assert (record.state, getattr(record, "filed_on")) == ("deemed_filed", date(2023, 3, 14))  # noqa: B009


def test_a_late_submission_is_taken_and_said_to_be_late(clerk: User) -> None:
    record = plan(operator(1), published_on=date(2023, 1, 10))
    step(record, "submit", clerk, date(2023, 3, 6))
    last = Move.objects.filter(register="emergency_plan").order_by("id").last()
    assert last is not None
    assert "逾期" in last.reason


@pytest.mark.parametrize("register", ["operator", "vehicle", "practitioner", "staff", "emergency_plan", "plate"])
def test_every_state_of_a_book_can_be_reached(register: str) -> None:
    workflow: Workflow = book(register).workflow
    reached = {workflow.initial.code}
    while more := {m.target for m in workflow.transitions if set(m.source) & reached} - reached:
        reached |= more
    assert reached == set(workflow.labels)


def test_creating_a_record_opens_the_register_for_its_year(clerk: User) -> None:
    plan(operator(1), clerk)
    assert Opening.objects.filter(register="emergency_plan", year=2023).exists()


def test_the_clock_files_only_what_is_overdue(clerk: User) -> None:
    late = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    early = step(plan(operator(2)), "submit", clerk, date(2023, 3, 10))
    done = run_clock(on=date(2023, 3, 14), now=NOW)
    assert [(record.pk, words) for record, words in done] == [(late.pk, "逾期视为备案")]
    early.refresh_from_db()
    assert early.state == "submitted"


def test_a_filing_number_is_given_out_when_none_is_typed(clerk: User, head: User) -> None:
    numbers = []
    for number in (1, 2):
        record = step(plan(operator(number)), "submit", clerk, date(2023, 3, 6))
        step(record, "file", head, date(2023, 3, 10))
        numbers.append(getattr(record, "filing_no"))  # noqa: B009 - a column of the book
    assert [number[-6:] for number in numbers] == ["〕0001号", "〕0002号"]


def test_a_series_passes_over_numbers_that_are_taken(clerk: User, head: User) -> None:
    first = step(plan(operator(1)), "submit", clerk, date(2023, 3, 6))
    step(first, "file", head, date(2023, 3, 10), filing_no="衡道运预案备〔2023〕0001号")
    second = step(plan(operator(2)), "submit", clerk, date(2023, 3, 6))
    step(second, "file", head, date(2023, 3, 10))
    assert getattr(second, "filing_no").endswith("0002号")  # noqa: B009 - a column of the book
