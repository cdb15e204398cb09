"""Figures of integrity: grades of the cycles assessed in the year, and who is still to be educated."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.practitioners.cycles import cycle, deduction, item
from tests.registers.practitioners.people import SECTION
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role


@pytest.mark.django_db
def test_grades_add_up_to_the_assessed() -> None:
    clerk, head = account(Role.CLERK, SECTION), account(Role.HEAD, SECTION)
    day = date(2023, 9, 11)
    for record in (cycle(1, previous_grade="AA"), cycle(2)):
        step(step(record, "close", clerk, day), "assess", clerk, day)
    third = cycle(3)
    deduction(third, item(20), "1")
    step(third, "assess_b", head, day)
    cycle(4)
    names = ("ended", "assessed", "aaa", "aa", "a", "b", "education_open", "electronic_rate", "deductions")
    ids = [f"integrity.{name}" for name in names]
    found = figures(question_of(Period.year(2023)), ids)
    assert [found[name].value for name in ids] == [4, 3, 1, 0, 1, 1, 1, 100, 1]
