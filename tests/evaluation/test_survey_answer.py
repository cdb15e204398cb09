"""Answers of surveys: what is valid, what is satisfied, how many there can be, and that nobody is named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.cases import ASKED, answer, person, survey
from tests.factories import NOW, step
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("grade", "void", "expected"),
    [
        ("very", "", (True, True)),
        ("fairly", "", (True, True)),
        ("dissatisfied", "", (True, False)),
        ("unanswered", "", (False, False)),
        ("very", "同一人重复答卷", (False, False)),
    ],
)
def test_an_answer_is_valid_where_it_says_something_and_satisfied_by_the_rule_of_its_survey(
    grade: str, void: str, expected: tuple[bool, bool]
) -> None:
    given = answer(survey(), 1, grade, void_reason=void)
    assert ((given.valid, given.satisfied), given.public) == (expected, "operators")


def test_a_stricter_survey_counts_the_same_answer_otherwise() -> None:
    assert not answer(survey(satisfied_from="satisfied"), 1, "fairly").satisfied


def test_an_answer_lies_within_the_days_of_its_survey() -> None:
    asked = survey(closed_on=date(2023, 11, 24))
    for day in (date(2023, 11, 5), date(2023, 11, 25)):
        with pytest.raises(Refused, match="不在调查的起止日期之内"):
            answer(asked, 1, answered_on=day)


def test_no_more_answers_come_back_than_were_asked_for() -> None:
    asked = survey(sent_out=1)
    first = answer(asked, 1)
    with pytest.raises(Refused, match="答卷数超过发放问卷数 1 份"):
        answer(asked, 2)
    change(record=first, values={"grade": "very"}, user=person(Role.CLERK, "general"), now=NOW)


def test_the_answers_of_a_closed_survey_stay_as_they_are() -> None:
    asked, clerk = survey(), person(Role.CLERK, "general")
    given = answer(asked, 1)
    step(asked, "close", clerk, ASKED)
    given.refresh_from_db()
    with pytest.raises(Refused, match="调查已结束，答卷不能再修改"):
        change(record=given, values={"grade": "very"}, user=clerk, now=NOW)


def test_nobody_who_answers_is_named() -> None:
    assert book("survey_answer").personal == ()
    assert {"name", "mobile", "identity_number"} & book("survey_answer").by_name.keys() == set()
