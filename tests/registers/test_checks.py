"""Checks and fillers that books share."""

from datetime import date

import pytest

from tests.factories import operator, plan
from yunguan.registers.checks import in_order, owed, years_later


@pytest.mark.django_db
def test_a_date_before_the_one_it_follows_is_named_with_both_columns() -> None:
    found = plan(operator(1))
    found.submitted_on, found.filed_on = date(2023, 5, 2), date(2023, 5, 1)  # type: ignore[attr-defined]
    problems = list(in_order(found, "published_on", "submitted_on", "checked_on", "filed_on"))
    assert [(each.field, each.message) for each in problems] == [("filed_on", "备案日期早于提交日期，请核对两个日期。")]


@pytest.mark.django_db
def test_what_a_state_owes_is_asked_for_in_that_state_only() -> None:
    found = plan(operator(1))
    assert not list(owed(found, ("filed",), "filing_no"))
    found.state = "filed"
    assert [each.field for each in owed(found, ("filed",), "filing_no")] == ["filing_no"]


def test_the_leap_day_becomes_the_first_of_march_where_the_year_has_none() -> None:
    assert years_later(date(2024, 2, 29), 3) == date(2027, 3, 1)
    assert years_later(date(2024, 3, 1), 3) == date(2027, 3, 1)
