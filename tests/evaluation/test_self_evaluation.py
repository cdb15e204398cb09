"""Self-evaluations: signed by another, handed in, returned, handed in again, accepted by the bureau, made public."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import approved, goal, person, project, self_evaluation
from tests.evaluation.house import FILED, ready
from tests.factories import NOW, account, step
from yunguan.core.finding import Severity
from yunguan.evaluation.selectors import submissions
from yunguan.evaluation.services import edit_score, explain, review
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change, may_move
from yunguan.registers.year_end import carry_over

pytestmark = pytest.mark.django_db
FILLED = {"goal_result": "考核26场，完成目标。", "filled_by": "经办员", "phone": "0734-0000000"}
JAN = [date(2024, 1, day) for day in range(15, 32)]


def signed(**more: Any) -> Any:
    record = self_evaluation(**FILLED | more)
    ready("DLYSFW")
    return step(record, "sign", person(Role.HEAD), JAN[1])


def submitted() -> Any:
    return step(signed(), "submit", person(Role.CLERK), JAN[2])


def test_it_is_due_ninety_days_after_it_was_opened_and_counts_for_the_goals_year() -> None:
    record = self_evaluation()
    assert (record.due_on, record.counted_on, record.round) == (date(2024, 4, 15), date(2023, 12, 31), "first")


def test_it_is_signed_by_another_once_the_goals_result_is_told() -> None:
    record = self_evaluation()
    with pytest.raises(Refused, match=r"年度总体目标实际完成情况.*填表人.*联系电话"):
        step(record, "sign", person(Role.HEAD), JAN[1])
    with pytest.raises(Refused, match="您的角色不能“签发”"):
        step(record, "sign", person(Role.CLERK), JAN[1])
    own = self_evaluation(approved("YBSJ"), evaluation_no="2023-YBSJ-ZP", user=person(Role.HEAD), **FILLED)
    with pytest.raises(Refused, match="不能是同一人"):
        step(own, "sign", person(Role.HEAD), JAN[1])
    assert step(own, "sign", person(Role.LEADER), JAN[1]).state == "signed"


def test_a_signature_is_taken_back_with_a_reason() -> None:
    record = signed()
    with pytest.raises(Refused, match="须写明理由"):
        step(record, "unsign", person(Role.HEAD), JAN[2])
    assert step(record, "unsign", person(Role.HEAD), JAN[2], "数据有误").state == "drafting"


def test_what_is_signed_is_not_changed() -> None:
    record = signed()
    with pytest.raises(Refused, match="自评已签发，不能直接修改"):
        change(record=record, values={"goal_result": "改。"}, user=person(Role.CLERK), now=NOW)


def test_the_bureau_returns_it_and_the_second_round_has_a_clock_of_its_own() -> None:
    record, reviewer = submitted(), person(Role.REVIEWER)
    assert record.due_on == date(2024, 3, 4)
    with pytest.raises(Refused, match="退回意见"):
        step(record, "return", reviewer, JAN[4])
    step(record, "return", reviewer, JAN[4], return_reason="缺偏差原因")
    assert (record.round, record.due_on) == ("again", date(2024, 2, 2))
    step(record, "rework", person(Role.CLERK), JAN[7])
    assert (record.state, record.due_on) == ("drafting", date(2024, 2, 2))


def test_what_the_gate_wants_put_right_is_not_handed_in() -> None:
    record = step(self_evaluation(**FILLED), "sign", person(Role.HEAD), JAN[1])
    with pytest.raises(Refused, match="还没有得分"):
        step(record, "submit", person(Role.CLERK), JAN[2])
    record.refresh_from_db()
    assert (record.state, submissions(2023, "DLYSFW")) == ("signed", [])


def test_what_was_signed_is_not_scored_otherwise() -> None:
    record = signed()
    told: Any = {"year": 2023, "subject": "DLYSFW", "item": FILED, "user": None}
    with pytest.raises(Refused, match="自评已签发，指标和得分不能再修改"):
        explain(**told, reason="改。", measure="")
    with pytest.raises(Refused, match="自评已签发"):
        edit_score(**told, value="1", why="改。", now=NOW)
    step(record, "unsign", person(Role.HEAD), JAN[2], "数据有误")
    assert explain(**told, reason="改。", measure="").reason == "改。"


def test_what_is_accepted_is_not_reviewed_otherwise() -> None:
    reviewer = person(Role.REVIEWER)
    record = submitted()
    told: Any = {"year": 2023, "subject": "DLYSFW", "item": FILED, "user": reviewer, "now": NOW}
    review(**told, value="30", why="抽查两家无登记")
    step(record, "accept", reviewer, JAN[5])
    with pytest.raises(Refused, match="复核得分不能再修改"):
        review(**told, value="40", why="")


def test_each_hand_in_keeps_the_scores_as_a_round() -> None:
    record = submitted()
    step(record, "return", person(Role.REVIEWER), JAN[4], return_reason="缺偏差原因")
    step(record, "rework", person(Role.CLERK), JAN[5])
    step(record, "sign", person(Role.HEAD), JAN[6])
    step(record, "submit", person(Role.CLERK), JAN[7])
    assert [each.number for each in submissions(2023, "DLYSFW")] == [1, 2]


def test_a_reviewer_moves_only_what_was_handed_in() -> None:
    record, reviewer = signed(), person(Role.REVIEWER)
    moves = record.workflow.transitions
    assert [move.code for move in moves if may_move(record, move, reviewer)] == []
    step(record, "submit", person(Role.CLERK), JAN[2])
    assert [move.code for move in moves if may_move(record, move, reviewer)] == ["return", "accept"]
    with pytest.raises(Refused, match="您的角色不能“审核通过”"):
        step(record, "accept", person(Role.CLERK), JAN[3])


def test_whoever_handed_it_in_does_not_enter_its_acceptance() -> None:
    finance = account(Role.FINANCE, "finance")
    record = step(signed(), "submit", finance, JAN[2])
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "accept", finance, JAN[3])


def test_what_is_accepted_is_made_public_within_twenty_days() -> None:
    record: Any = step(submitted(), "accept", person(Role.REVIEWER), JAN[5])
    assert (record.accepted_on, record.due_on) == (JAN[5], date(2024, 2, 9))
    with pytest.raises(Refused, match=r"公开渠道.*结果应用情况"):
        step(record, "publish", person(Role.CLERK), JAN[6])
    step(record, "publish", person(Role.CLERK), JAN[6], published_where="中心网站", result_use="压减低效支出。")
    assert (record.state, record.published_on) == ("published", JAN[6])


def test_it_is_not_signed_before_the_year_is_over() -> None:
    with pytest.raises(Refused, match="签发日期早于 2023 年度结束"):
        self_evaluation(opened_on=date(2023, 12, 1), signed_on=date(2023, 12, 28))


def test_evaluating_a_goal_that_nobody_approved_is_asked_about() -> None:
    ((problem),) = self_evaluation(goal("YBSJ", project=project("YBSJ"))).problems()
    assert (problem.field, problem.severity) == ("goal", Severity.WARNING)


def test_with_the_new_year_every_approved_goal_is_to_be_evaluated() -> None:
    approved()
    goal("YBSJ", project=project("YBSJ"))
    carry_over(year=2023, user=None, on=date(2024, 1, 2), now=NOW)
    rows: Any = book("self_evaluation").model._default_manager.all()
    assert [(row.evaluation_no, row.opened_on, row.state) for row in rows] == [
        ("2023-DLYSFW-ZP", date(2024, 1, 1), "drafting")
    ]
    assert list(book("self_evaluation").model.carried_over(2023)) == []
