"""Visits: groups, representatives, and how a visit ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import visit
from yunguan.core.finding import Severity
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

DAY = date(2023, 4, 28)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"people": 2, "state": "received"}, []),
        ({"people": 0, "state": "received"}, ["people"]),
        ({"people": 2, "representatives": 3, "state": "received"}, ["representatives"]),
        ({"people": 2, "state": "answered"}, ["outcome", "reply", "answered_on"]),
    ],
)
def test_a_visit_has_people_and_an_answer(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("petition_visit", visited_on=DAY, **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(("people", "group"), [(4, False), (5, True), (12, True)])
def test_five_people_are_a_group(people: int, group: bool) -> None:  # noqa: FBT001 - the expected answer
    assert visit(people=people).group_visit is group  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_more_than_five_representatives_are_told_of() -> None:
    model: Any = book("petition_visit").model
    record = visit(people=9, representatives=6)
    (problem,) = [problem for _, problem in model.problems_among([record])]
    assert (problem.severity, problem.field) == (Severity.WARNING, "representatives")


@pytest.mark.django_db
def test_a_visit_is_handed_over_answered_and_closed() -> None:
    clerk, head = account(Role.CLERK, "general"), account(Role.HEAD, "general")
    record = step(visit(), "hand_over", clerk, DAY, kept_by="stations")
    assert record.due_on == date(2023, 5, 11)  # fifteen days from the visit, not from the handing over
    step(record, "answer", clerk, DAY, outcome="solved", reply="已发放。")
    assert step(record, "close", head, date(2023, 5, 4)).state == "closed"


@pytest.mark.django_db
def test_a_visit_that_became_a_petition_names_it() -> None:
    clerk = account(Role.CLERK, "general")
    with pytest.raises(Refused, match="信访编号"):
        step(visit(), "answer", clerk, DAY, outcome="petition", reply="已登记。")
    record = step(visit(2), "answer", clerk, DAY, outcome="petition", reply="已登记。", petition_no="XF1")
    assert step(record, "continue", clerk, date(2023, 5, 6), "再次反映").state == "continued"
