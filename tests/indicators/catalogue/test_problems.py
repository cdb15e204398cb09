"""Figures of problems and measures."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import measure, problem
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def test_a_problem_is_without_measure_until_one_is_fixed() -> None:
    record = problem(1)
    problem(2)
    measure(problem=record)
    step(record, "measure", account(Role.CLERK, "general"), date(2023, 12, 27))
    assert values("problems.named", "problems.without_measure", "problems.measures") == ["2", "1", "1"]


def test_last_years_measures_are_answered_this_year() -> None:
    for number, done in enumerate((date(2023, 3, 1), date(2023, 11, 1), None), start=1):
        measure(number, adopted_on=date(2022, 12, 25), planned_end=date(2023, 9, 30), done_on=done)
    measure(9)
    assert values("problems.last_year_done_rate") == ["33.3"]
