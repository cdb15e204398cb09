"""年度主要任务 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import kept, take_over
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_the_tasks_of_the_centre_use_its_money_and_those_of_a_project_no_more(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "goal_task")
    tasks = kept("goal_task").select_related("goal")
    goals = {task.goal for task in tasks}
    left = {goal.subject: goal.money_total - sum(t.money_total for t in tasks if t.goal == goal) for goal in goals}
    assert left == {"department": 0, "DLYSFW": 24_000_00, "YBSJ": 0, "LLRYPX": 0}
