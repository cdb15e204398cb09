"""Tasks: urged, answered, completed when every step is done, carried over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import key_work, made
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

PERIOD = {"planned_on": date(2023, 3, 1), "planned_end": date(2023, 10, 31)}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "planned"}, []),
        ({"state": "planned", "planned_end": date(2023, 2, 1)}, ["planned_end"]),
        ({"state": "ongoing", "progress": 101}, ["progress"]),
        ({"state": "completed", "progress": 90}, ["result", "completed_on", "progress"]),
        ({"state": "carried"}, ["situation", "carried_on"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("key_work", **(PERIOD | row)) == expected


@pytest.mark.django_db
def test_an_urged_task_is_answered_in_five_working_days(clerk: User, head: User) -> None:
    record = step(key_work(), "start", clerk, date(2023, 3, 6))
    assert record.due_on == date(2023, 10, 31)
    step(record, "urge", head, date(2023, 9, 27), "进度滞后")
    assert record.due_on == date(2023, 10, 10)
    with pytest.raises(Refused, match="进展情况"):
        step(record, "answer", clerk, date(2023, 10, 7))
    step(record, "answer", clerk, date(2023, 10, 7), situation="已完成八成", progress=80)
    assert (record.state, record.due_on) == ("ongoing", date(2023, 10, 31))


@pytest.mark.django_db
def test_a_task_is_completed_when_its_steps_are(clerk: User, head: User) -> None:
    record = step(key_work(), "start", clerk, date(2023, 3, 6))
    milestone = made("key_work_milestone", work=record, step="验收", planned_on=date(2023, 9, 28))
    done: dict[str, Any] = {"progress": 100, "result": "已完成"}
    with pytest.raises(Refused, match="还有 1 个节点"):
        step(record, "complete", head, date(2023, 10, 9), **done)
    step(milestone, "done", clerk, date(2023, 9, 27), result="通过")
    with pytest.raises(Refused, match="须为 100"):
        step(record, "complete", head, date(2023, 10, 9), progress=90, result="已完成")
    step(record, "complete", head, date(2023, 11, 1), **done)
    assert (record.state, record.on_time, record.due_on) == ("completed", False, None)  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_task_is_carried_over_or_stopped(clerk: User, head: User) -> None:
    record = step(key_work(), "start", clerk, date(2023, 3, 6))
    assert step(record, "carry", head, date(2023, 12, 29), situation="转入下年").state == "carried"
    assert step(key_work(2), "stop", head, date(2023, 5, 8), "任务取消").state == "stopped"
