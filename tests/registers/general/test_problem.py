"""Problems of the report: none without a measure, answered a year later, struck off when all is done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import measure, problem
from yunguan.core.finding import Severity
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

DAY = date(2023, 12, 27)


def test_what_was_answered_says_how() -> None:
    assert complains_about("problem", state="answered") == ["answer"]


@pytest.mark.django_db
def test_a_problem_without_measure_is_told_of() -> None:
    model: Any = book("problem").model
    bare, covered = problem(1), problem(2)
    measure(problem=covered)
    (found,) = model.problems_among([bare, covered])
    assert (found[0], found[1].severity) == (0, Severity.WARNING)
    assert bare.year == 2023


@pytest.mark.django_db
def test_a_problem_is_measured_answered_and_struck_off() -> None:
    clerk, head = account(Role.CLERK, "general"), account(Role.HEAD, "general")
    record = problem()
    with pytest.raises(Refused, match="还没有改进措施"):
        step(record, "measure", clerk, DAY)
    task = measure(problem=record)
    step(record, "measure", clerk, DAY)
    step(record, "answer", clerk, date(2024, 1, 15), answer="正在推进")
    with pytest.raises(Refused, match="还有 1 项改进措施"):
        step(record, "solve", head, date(2024, 1, 20), answer="已解决")
    step(task, "drop", head, date(2024, 1, 20), "已由法规解决")
    assert step(record, "solve", head, date(2024, 1, 20), answer="已解决").state == "solved"
