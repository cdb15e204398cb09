"""Figures of satisfaction."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.evaluation.cases import answer, survey
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

pytestmark = pytest.mark.django_db


def test_satisfied_answers_are_counted_among_the_valid_ones() -> None:
    asked = survey()
    for number, grade in enumerate(("very", "fairly", "fairly", "dissatisfied", "unanswered"), start=1):
        answer(asked, number, grade)
    ids = ("asked", "answered", "return_rate", "valid", "satisfied", "rate")
    assert values(*(f"satisfaction.{name}" for name in ids)) == ["10", "5", "50", "4", "3", "75"]


def test_each_public_has_its_own_rate_and_the_whole_is_pooled() -> None:
    operators, passengers = survey(), survey("MYD-2", public="passengers")
    for number in (1, 2, 3):
        answer(operators, number)
    answer(passengers, 1, "dissatisfied")
    ids = ("operators.rate", "passengers.rate", "passengers.valid", "rate")
    assert values(*(f"satisfaction.{name}" for name in ids)) == ["100", "0", "1", "75"]


def test_an_answer_given_after_the_years_end_counts_for_the_year_it_is_about() -> None:
    answer(survey(opened_on=date(2024, 1, 8)), 1, answered_on=date(2024, 1, 9))
    assert values("satisfaction.valid") == ["1"]
    assert values("satisfaction.valid", "satisfaction.answered", year=2023) == ["1", "1"]


def test_a_public_that_nobody_asked_has_no_rate() -> None:
    answer(survey(), 1)
    found = figures(question_of(Period.year(2023)), ["satisfaction.trainees.rate"])
    assert found["satisfaction.trainees.rate"].value is None
