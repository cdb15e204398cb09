"""Steps of tasks: on time, late, told of, not needed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import key_work, made
from yunguan.core.finding import Severity
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

PLANNED = date(2023, 9, 28)


def milestone(planned_on: date = PLANNED) -> Any:
    return made("key_work_milestone", work=key_work(), step="验收", planned_on=planned_on)


def test_what_is_done_has_a_day_and_a_result() -> None:
    assert complains_about("key_work_milestone", state="done", planned_on=PLANNED) == ["done_on", "result"]


@pytest.mark.django_db
def test_a_step_after_the_end_of_its_task_is_told_of() -> None:
    (problem,) = milestone(planned_on=date(2023, 12, 1)).problems()
    assert (problem.field, problem.severity) == ("planned_on", Severity.WARNING)


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "kept"), [(PLANNED, True), (date(2023, 10, 7), False)])
def test_a_step_is_kept_by_its_day(day: date, *, kept: bool) -> None:
    clerk = account(Role.CLERK, "general")
    record = milestone()
    assert record.due_on == PLANNED
    with pytest.raises(Refused, match="完成情况"):
        step(record, "done", clerk, day)
    step(record, "done", clerk, day, result="通过")
    assert (record.on_time, record.due_on) == (kept, None)


@pytest.mark.django_db
def test_a_late_step_is_told_of_and_may_be_dropped() -> None:
    head = account(Role.HEAD, "general")
    record = step(milestone(), "tell", head, date(2023, 10, 9), "逾期未完成")
    assert step(record, "drop", head, date(2023, 10, 10), "任务调整").state == "dropped"
