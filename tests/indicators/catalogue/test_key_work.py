"""Figures of tasks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import key_work, made
from yunguan.office.people import Role


@pytest.mark.django_db
def test_tasks_are_completed_urged_and_their_steps_kept() -> None:
    clerk, head, day = account(Role.CLERK, "general"), account(Role.HEAD, "general"), date(2023, 3, 6)
    first, second = (step(key_work(number), "start", clerk, day) for number in (1, 2))
    for planned in (date(2023, 4, 1), date(2023, 9, 1)):
        name = f"{planned.month}月检查"
        milestone = made("key_work_milestone", work=first, step=name, planned_on=planned, on=day)
        step(milestone, "done", clerk, date(2023, 4, 28), result="完成")
    step(first, "complete", head, date(2023, 10, 9), progress=100, result="完成")
    step(second, "urge", head, date(2023, 9, 1), "滞后")
    ids = ("tasks", "completed", "completed_rate", "urged", "milestones_on_time")
    assert values(*(f"key_work.{name}" for name in ids)) == ["2", "1", "50", "1", "50"]
