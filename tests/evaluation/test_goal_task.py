"""The year's main tasks: their money adds up, stays within the goal's, and stands still with the goal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import fen, goal, task
from tests.factories import NOW, account, step
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "message"),
    [({"money_other": 1}, "须等于财政拨款与其他资金之和"), ({"money_total": -1, "money_fiscal": -1}, "不能为负数")],
)
def test_a_task_whose_money_is_wrong_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        task(goal(), **wrong)


def test_tasks_that_want_more_than_the_goal_has_are_asked_about() -> None:
    record = goal(yuan="3000000")
    first, second = task(record, 1, yuan="2000000"), task(record, 2, yuan="1000000")
    model: Any = book("goal_task").model
    assert list(model.problems_among([first, second])) == []
    ((index, problem),) = model.problems_among([model(goal=record, money_total=fen("100"))])
    assert (index, problem.severity) == (0, "warning")
    assert "合计 300.01万元，超过年度资金总额 300.00万元" in problem.message


def test_a_task_of_a_goal_that_was_handed_in_is_not_changed() -> None:
    record = goal()
    mine = task(record)
    step(record, "submit", account(Role.CLERK, "finance"), date(2022, 12, 2))
    mine.refresh_from_db()
    with pytest.raises(Refused, match="目标已上报，不能直接修改"):
        change(record=mine, values={"content": "另一项。"}, user=None, now=NOW)  # type: ignore[arg-type]
