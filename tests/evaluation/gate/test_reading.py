"""The dossier as the house has it: goal, problems, money, projects, thresholds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.budget.ledger import adjust, grant, pay, project
from tests.evaluation.cases import monitored, monitoring
from tests.evaluation.house import approved_goal, sound, use
from tests.registers.general.cases import measure, problem
from yunguan.evaluation.gate.check import inspect
from yunguan.evaluation.gate.reading import dossier_of, limits_on
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.selectors import score
from yunguan.office.settings import add_rule_value

pytestmark = pytest.mark.django_db


def test_the_goal_comes_with_its_state_in_words() -> None:
    approved_goal()
    goal = dossier_of(2023, DEPARTMENT).goal
    assert goal is not None
    assert (goal.number, goal.state, goal.state_words) == ("2023-BM", "approved", "已批复")
    assert "24场" in goal.annual_goal


def test_the_goal_of_another_subject_or_year_is_not_its_goal() -> None:
    approved_goal()
    project()
    assert dossier_of(2023, "DLYSFW").goal is None
    assert dossier_of(2024, DEPARTMENT).goal is None


def test_problems_of_two_years_come_with_measure_and_answer() -> None:
    use()
    problem(1, figures="safety.exams、credit.rated")
    measure(problem=problem(2))
    problem(3, problem_no="WT2022-03", raised_on=date(2022, 12, 20))
    dossier = dossier_of(2023, DEPARTMENT)
    assert [(each.number, each.measured) for each in dossier.named] == [("WT2023-01", False), ("WT2023-02", True)]
    assert dossier.named[0].figures == {"safety.exams", "credit.rated"}
    assert [(each.number, each.answer) for each in dossier.earlier] == [("WT2022-03", "")]


def test_a_project_has_its_own_money_and_no_problems() -> None:
    problem(1)
    named: dict[str, Any] = {"kind": "project", "project": project()}
    grant("200000", **named)
    adjust("50000", reason="增加制证数量", **named)
    adjust("100")
    pay("240000", **named)
    dossier = dossier_of(2023, "DLYSFW")
    money = dossier.funds.amounts
    assert (str(money.budget), str(money.executed), dossier.funds.reasons) == (
        "250000.00",
        "240000.00",
        ("增加制证数量",),
    )
    assert (dossier.named, dossier.projects) == ((), ())


def test_the_department_is_read_with_its_projects_and_trees_are_not_scored_twice() -> None:
    project()
    trees = {name: score(2023, name) for name in (DEPARTMENT, "DLYSFW")}
    dossier = dossier_of(2023, DEPARTMENT, trees=trees)
    assert dossier.tree is trees[DEPARTMENT]
    assert dossier.projects == (trees["DLYSFW"],)


def test_the_last_monitoring_of_the_goal_tells_what_was_doubted() -> None:
    goal = approved_goal()
    doubt = {"forecast": "may", "reason": "考场停用。", "measure": "加开场次。"}
    monitored(monitoring(goal, monitoring_no="2023-BM-05", as_of=date(2023, 5, 31)))
    monitored(monitoring(goal, monitoring_no="2023-BM-07"), **doubt)
    monitored(monitoring())
    (watched,) = dossier_of(2023, DEPARTMENT).watched
    assert (watched.item, watched.forecast, watched.forecast_words) == ("output.quantity.exams", "may", "有可能")
    assert watched.as_of == date(2023, 7, 31)


def test_a_threshold_holds_from_its_day_on() -> None:
    known = {"code": "gate.projects.score", "article": "", "doc_no": "市财绩〔2023〕2号"}
    add_rule_value(**known, value=95, effective_from=date(2023, 1, 1))
    assert limits_on(date(2022, 12, 31))["gate.projects.score"] == 99
    assert limits_on(date(2023, 12, 31))["gate.projects.score"] == 95


def test_a_sound_house_has_nothing_that_blocks() -> None:
    sound()
    assert [each.code for each in inspect(dossier_of(2023, DEPARTMENT)) if each.blocks] == []
