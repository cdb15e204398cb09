"""Figures of the problems of the survey."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import made
from yunguan.office.people import Role


@pytest.mark.django_db
def test_a_problem_is_solved_from_the_day_on_which_it_was() -> None:
    head, day = account(Role.HEAD, "general"), date(2023, 9, 25)
    for number in (1, 2):
        known = {
            "problem_no": f"T{number}",
            "found_on": day,
            "found_by": "主任",
            "method": "visit",
            "raised_by": "企业",
        }
        record = made("survey_problem", on=day, content="停车难", **known)
        step(record, "assign", head, day, kept_by="freight", measure="协调")
        if number == 1:
            step(record, "solve", head, date(2023, 10, 9), result="已解决")
    ids = ("collected", "solved", "solved_rate", "confirmed")
    assert values(*(f"party.survey_problems.{name}" for name in ids)) == ["2", "1", "50", "0"]
