"""Monitoring of goals: both money and indicators are told, another person reviews, the day lies in the goal's year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import goal, monitored, monitoring, person, project
from tests.factories import NOW, step
from yunguan.core.finding import Severity
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change, may_move

pytestmark = pytest.mark.django_db
SUBMITTED, REVIEWED = date(2023, 8, 25), date(2023, 9, 8)
TOLD = {"money_remark": "支付11万元，进度55%。", "conclusion": "进展正常。"}


def test_money_and_indicators_are_both_watched_before_it_is_handed_in() -> None:
    record, clerk = monitoring(), person(Role.CLERK)
    assert record.due_on == date(2023, 9, 1)
    with pytest.raises(Refused, match="先在“绩效监控指标”中登记"):
        step(record, "submit", clerk, SUBMITTED, **TOLD)
    monitored(record)
    with pytest.raises(Refused, match=r"资金执行情况.*监控结论"):
        step(record, "submit", clerk, SUBMITTED)
    step(record, "submit", clerk, SUBMITTED, **TOLD)
    assert (record.state, record.submitted_on, record.conclusion) == ("submitted", SUBMITTED, "进展正常。")


def test_it_is_sent_back_with_a_reason_and_reviewed_by_another() -> None:
    record, clerk, reviewer = monitoring(**TOLD), person(Role.CLERK), person(Role.REVIEWER)
    monitored(record)
    step(record, "submit", clerk, SUBMITTED)
    with pytest.raises(Refused, match="须写明理由"):
        step(record, "send_back", reviewer, REVIEWED)
    step(record, "send_back", reviewer, REVIEWED, "偏差没有说明")
    step(record, "submit", clerk, REVIEWED)
    assert may_move(record, record.workflow.transition("review"), reviewer)
    step(record, "review", person(Role.HEAD), REVIEWED)
    assert (record.state, record.reviewed_on) == ("reviewed", REVIEWED)


def test_a_clerk_does_not_review_and_what_was_handed_in_stays() -> None:
    record, clerk = monitoring(**TOLD), person(Role.CLERK)
    item: Any = monitored(record)
    step(record, "submit", clerk, SUBMITTED)
    with pytest.raises(Refused, match="您的角色不能“审核通过”"):
        step(record, "review", clerk, REVIEWED)
    item.refresh_from_db()
    for kept, values in ((record, {"conclusion": "改。"}), (item, {"target": "≥20场"})):
        with pytest.raises(Refused, match="监控已报送，不能直接修改"):
            change(record=kept, values=values, user=clerk, now=NOW)


def test_the_day_of_the_watch_lies_in_the_year_of_the_goal() -> None:
    with pytest.raises(Refused, match="不在目标的预算年度 2023 年内"):
        monitoring(as_of=date(2022, 7, 31), opened_on=date(2023, 1, 5))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"expected_money": -1}, "全年预计执行数不能为负数"),
        ({"submitted_on": date(2023, 7, 30)}, "报送日期早于监控截止日期"),
    ],
)
def test_a_monitoring_that_contradicts_itself_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        monitoring(**wrong)


def test_watching_a_goal_that_nobody_approved_is_asked_about() -> None:
    record = monitoring(goal("YBSJ", project=project("YBSJ")))
    ((problem),) = record.problems()
    assert (problem.field, problem.severity) == ("goal", Severity.WARNING)
