"""Measures: due, urged, finished, dropped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import measure
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

PERIOD: dict[str, Any] = {"adopted_on": date(2023, 12, 25), "planned_end": date(2024, 8, 31), "problem_id": 1}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "planned"}, []),
        ({"state": "planned", "problem_id": None}, ["problem"]),
        ({"state": "planned", "planned_end": date(2023, 1, 1)}, ["planned_end"]),
        ({"state": "ongoing", "progress": 101}, ["progress"]),
        ({"state": "done"}, ["answer", "done_on"]),
    ],
)
def test_a_measure_has_a_problem_a_day_and_an_answer(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("measure", **(PERIOD | row)) == expected


@pytest.mark.django_db
def test_a_measure_is_urged_and_finished() -> None:
    clerk, head = account(Role.CLERK, "general"), account(Role.HEAD, "general")
    record = measure()
    step(record, "urge", head, date(2023, 12, 28), "未启动")
    assert record.due_on == date(2024, 1, 5)  # five working days over 元旦
    with pytest.raises(Refused, match="进展情况"):
        step(record, "report", clerk, date(2024, 1, 3))
    step(record, "report", clerk, date(2024, 1, 3), progress=100, situation="已推行")
    with pytest.raises(Refused, match="下年度说明"):
        step(record, "finish", head, date(2024, 1, 8))
    step(record, "finish", head, date(2024, 1, 8), answer="示范文本已推行")
    assert (record.state, record.on_time, record.due_on) == ("done", True, None)


@pytest.mark.django_db
def test_half_a_measure_is_not_finished_and_a_needless_one_is_dropped() -> None:
    clerk, head = account(Role.CLERK, "general"), account(Role.HEAD, "general")
    record = step(measure(), "start", clerk, date(2023, 12, 28))
    with pytest.raises(Refused, match="须为 100"):
        step(record, "finish", head, date(2024, 1, 8), progress=60, answer="部分完成")
    assert step(record, "drop", head, date(2024, 1, 8), "并入其他措施").state == "dropped"
