"""Surveys: from which grade on an answer counts, what no longer changes once answers are there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import ASKED, answer, person, survey
from tests.factories import NOW, step
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change


@pytest.mark.parametrize(
    ("lowest", "counted"),
    [("very", ["very"]), ("satisfied", ["very", "satisfied"]), ("fairly", ["very", "satisfied", "fairly"])],
)
def test_the_survey_says_down_to_which_grade_an_answer_is_satisfied(lowest: str, counted: list[str]) -> None:
    model: Any = book("survey").model
    asked = model(satisfied_from=lowest)
    grades = ("very", "satisfied", "fairly", "dissatisfied", "very_dissatisfied", "unanswered", "")
    assert [grade for grade in grades if asked.counts_as_satisfied(grade)] == counted


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"sent_out": 0}, "发放问卷数须大于 0"),
        ({"closed_on": date(2023, 11, 1)}, "结束日期早于开始日期"),
        ({"year": 23}, "须为 2000 至 2100 之间的四位年份"),
        ({"satisfied_from": "dissatisfied"}, "计为满意的最低等级"),
    ],
)
def test_a_survey_that_contradicts_itself_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        survey(**wrong)


@pytest.mark.django_db
def test_a_survey_held_after_the_years_end_counts_for_the_year_it_is_about() -> None:
    assert survey().counted_on == ASKED
    assert survey("MYD-2", opened_on=date(2024, 1, 8)).counted_on == date(2023, 12, 31)


@pytest.mark.django_db
def test_what_answers_were_counted_by_does_not_change_under_them() -> None:
    asked, clerk = survey(), person(Role.CLERK, "general")
    change(record=asked, values={"satisfied_from": "satisfied"}, user=clerk, now=NOW)
    answer(asked, 1)
    with pytest.raises(Refused, match="已有答卷，不能再改"):
        change(record=asked, values={"satisfied_from": "fairly"}, user=clerk, now=NOW)


@pytest.mark.django_db
def test_a_survey_with_answers_is_closed_and_only_its_head_opens_it_again() -> None:
    asked, clerk, head = survey(), person(Role.CLERK, "general"), person(Role.HEAD, "general")
    with pytest.raises(Refused, match="还没有登记一份答卷"):
        step(asked, "close", clerk, ASKED)
    answer(asked, 1)
    step(asked, "close", clerk, date(2023, 11, 24))
    assert (asked.state, asked.closed_on) == ("closed", date(2023, 11, 24))
    with pytest.raises(Refused, match="您的角色不能“重新开放”"):
        step(asked, "reopen", clerk, date(2023, 11, 27), "补录")
    with pytest.raises(Refused, match="须写明理由"):
        step(asked, "reopen", head, date(2023, 11, 27))
    assert step(asked, "reopen", head, date(2023, 11, 27), "补录").state == "open"
