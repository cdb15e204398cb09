"""Figures of coach grades."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import operator, step
from tests.registers.maintenance.workshop import check, coach, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


@pytest.mark.django_db
def test_ratings_and_coaches_looked_at_stand_in_one_figure() -> None:
    clerk, _ = staff()
    owner = operator(1)
    step(coach(owner), "grade", clerk, date(2023, 3, 7), grade="23")
    looked_at = check(owner, check_kind="annual", plate="湘D12345")
    step(looked_at, "pass", clerk, date(2023, 3, 7))
    ids = [f"maintenance.bus_grades{each}" for each in ("", ".rated", ".checked", ".in_force", ".overdue")]
    found = figures(question_of(Period.year(2023), as_of=date(2023, 11, 30)), ids)
    assert [figure.value for figure in found.values()] == [2, 1, 1, 1, 0]


@pytest.mark.django_db
def test_a_grade_that_ran_out_is_overdue_the_day_after() -> None:
    clerk, _ = staff()
    step(coach(operator(1)), "grade", clerk, date(2023, 3, 7), grade="23", valid_to=date(2023, 6, 30))
    days = (date(2023, 6, 30), date(2023, 7, 1))
    asked = [figures(question_of(Period.year(2023), as_of=day), ["maintenance.bus_grades.overdue"]) for day in days]
    assert [figure.value for found in asked for figure in found.values()] == [0, 1]
