"""Performance goals: what they owe, how they are handed in, approved and adjusted, which go into the next year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import fen, goal, project, task
from tests.factories import NOW, account, step
from yunguan.core.finding import Severity
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused, allowed
from yunguan.registers.book import book
from yunguan.registers.services import change, may_move
from yunguan.registers.year_end import carry_over

pytestmark = pytest.mark.django_db
SUBMITTED, APPROVED, ADJUSTED = date(2022, 12, 2), date(2022, 12, 30), date(2023, 9, 12)


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "finance")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "finance")


@pytest.fixture
def reviewer() -> User:
    return account(Role.REVIEWER)


def approved(clerk: User, head: User) -> Any:
    record = step(goal("DLYSFW", project=project(), yuan="200000"), "submit", clerk, SUBMITTED)
    return step(record, "approve", head, APPROVED, doc_no="衡财预〔2023〕1号")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"money_other": fen("1")}, "须等于财政拨款与其他资金之和"),
        ({"money_other": -1, "money_total": fen("12738400") - 1}, "不能为负数"),
        ({"mid_total": fen("1")}, "中期资金总额小于年度资金总额"),
        ({"ends_on": date(2022, 12, 31), "starts_on": date(2022, 1, 1)}, "不含预算年度 2023 年"),
        ({"ends_on": date(2022, 12, 31)}, "实施结束日期早于实施开始日期"),
        ({"attribute": "new"}, "部门整体支出绩效目标不填项目代码和项目属性"),
        ({"kind": "project", "attribute": "new"}, "须填写项目代码"),
    ],
)
def test_a_goal_that_contradicts_itself_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        goal(**wrong)


def test_a_project_goal_lies_in_the_years_of_its_project_and_says_whether_it_is_new() -> None:
    with pytest.raises(Refused, match="2022年不在实施期内"):
        goal("DLYSFW", 2022, project=project(), declared_on=date(2021, 11, 1))
    with pytest.raises(Refused, match="须填写项目属性"):
        goal("YBSJ", project=project("YBSJ"), attribute=None)


def test_a_goal_names_a_scheme_of_its_own_kind() -> None:
    assert list(goal(scheme="hunan_department_2023").problems()) == []
    with pytest.raises(Refused, match="评价对象与目标类别不一致"):
        goal("BM", 2024, scheme="hunan_project_2023")
    ((problem),) = goal("BM", 2025, scheme="hunan_department_1999").problems()
    assert (problem.field, problem.severity) == ("scheme", Severity.WARNING)


def test_one_subject_has_one_goal_a_year() -> None:
    goal()
    with pytest.raises(Refused, match="2023年已有同一对象的绩效目标“2023-BM”"):
        goal("BM2")
    assert goal("BM", 2024).pk


def test_a_draft_may_be_open_but_what_is_handed_in_is_complete(clerk: User) -> None:
    record = goal("DLYSFW", project=project(), money_other=None, annual_goal="")
    with pytest.raises(Refused, match=r"年度总体目标.*其他资金"):
        step(record, "submit", clerk, SUBMITTED)


def test_the_goal_of_the_whole_department_is_broken_down_into_tasks(clerk: User) -> None:
    record = goal()
    with pytest.raises(Refused, match="先在“年度主要任务”中登记"):
        step(record, "submit", clerk, SUBMITTED)
    task(record)
    step(record, "submit", clerk, SUBMITTED)
    assert record.state == "submitted"


def test_a_goal_is_handed_in_sent_back_and_approved_by_another(clerk: User, head: User) -> None:
    record: Any = step(goal("DLYSFW", project=project()), "submit", clerk, SUBMITTED)
    assert (record.submitted_on, record.due_on) == (SUBMITTED, date(2022, 12, 22))
    with pytest.raises(Refused, match="须写明理由"):
        step(record, "send_back", head, APPROVED)
    step(record, "send_back", head, APPROVED, "指标值偏低")
    step(record, "submit", clerk, APPROVED)
    with pytest.raises(Refused, match="批复文号"):
        step(record, "approve", head, APPROVED)
    step(record, "approve", head, APPROVED, doc_no="衡财预〔2023〕1号")
    assert (record.state, record.approved_on, record.subject) == ("approved", APPROVED, "DLYSFW")


def test_a_reviewer_of_the_bureau_approves_and_a_clerk_does_not(clerk: User, reviewer: User) -> None:
    record = step(goal("DLYSFW", project=project()), "submit", clerk, SUBMITTED)
    approve = record.workflow.transition("approve")
    assert may_move(record, approve, reviewer)
    assert not allowed(record, approve, clerk)
    step(record, "approve", reviewer, APPROVED, doc_no="衡财预〔2023〕1号")
    assert record.state == "approved"


def test_what_was_approved_changes_only_by_an_adjustment_and_another_approval(clerk: User, head: User) -> None:
    record = approved(clerk, head)
    with pytest.raises(Refused, match="先办理“申请调整”"):
        change(record=record, values={"annual_goal": "不少于20场。"}, user=clerk, now=NOW)
    record.refresh_from_db()
    with pytest.raises(Refused, match="调整原因"):
        step(record, "adjust", clerk, ADJUSTED)
    step(record, "adjust", clerk, ADJUSTED, adjust_reason="任务增加")
    change(record=record, values={"annual_goal": "不少于26场。"}, user=clerk, now=NOW)
    step(record, "approve_adjustment", head, date(2023, 9, 20), doc_no="衡财绩〔2023〕9号")
    assert (record.state, record.doc_no, record.annual_goal) == ("approved", "衡财绩〔2023〕9号", "不少于26场。")


def test_a_goal_that_is_not_adjusted_after_all_stands_as_it_was_approved(clerk: User, head: User) -> None:
    record = step(approved(clerk, head), "adjust", clerk, ADJUSTED, adjust_reason="任务增加")
    change(record=record, values={"annual_goal": "不少于26场。"}, user=clerk, now=NOW)
    with pytest.raises(Refused, match="“年度总体目标”已改动"):
        step(record, "keep", head, ADJUSTED, "任务未变")
    change(record=record, values={"annual_goal": "全年完成考核不少于24场。"}, user=clerk, now=NOW)
    step(record, "keep", head, ADJUSTED, "任务未变")
    assert record.state == "approved"


def test_the_goals_of_what_goes_on_begin_the_next_year_without_money_or_promise(clerk: User, head: User) -> None:
    goal()
    approved(clerk, head)
    goal("YBSJ", project=project("YBSJ", last_year=2023))
    carry_over(year=2023, user=None, on=date(2024, 1, 2), now=NOW)
    goals: Any = book("performance_goal").model._default_manager
    following = goals.filter(year=2024).order_by("goal_no")
    assert [goal.goal_no for goal in following] == ["2024-BM", "2024-DLYSFW"]
    assert {(goal.money_total, goal.annual_goal, goal.state) for goal in following} == {(None, "", "drafting")}
    assert [goal.attribute for goal in following] == [None, "continuing"]
    assert list(book("performance_goal").model.carried_over(2023)) == []


def test_a_goal_counts_in_its_year_whenever_it_was_written() -> None:
    assert goal().counts_from == date(2023, 1, 1)
