"""Figures of monthly checks and hazards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 14)


def made(register: str, **values: Any) -> Record:
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


def told(*names: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"safety.routine_check.{name}" for name in names])
    return [figure.value for figure in found.values()]


def test_checks_of_one_operator_in_two_months_are_two_checks_of_one_operator() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    listed = made("check_template", template_no="1", name="清单", sector="passenger", doc_no="1", effective_from=START)
    made("check_template_item", item_code="1", template=listed, aspect="车", content="车况", severity="general")
    step(listed, "enforce", head, START)
    owner = operator(1)
    for day in (DAY, date(2023, 4, 14)):
        known = {
            "template": listed,
            "operator": owner,
            "inspectors": "甲明、乙亮",
            "items_passed": 1,
            "items_failed": 0,
        }
        step(made("routine_check", check_no=str(day), checked_on=day, **known), "finish", clerk, day)
    summary = made("monthly_safety_summary", month_on=date(2023, 3, 31), sector="passenger")
    step(step(summary, "compile", clerk, date(2023, 4, 3)), "report", head, date(2023, 4, 4), doc_no="1")
    assert told("checks", "operators", "problems", "summaries", "coverage") == [2, 1, 0, 1, 100]


def test_hazards_that_were_issued_are_told_with_what_became_of_them() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    known: dict[str, Any] = {"source": "special", "found_on": DAY, "description": "堵塞", "level": "general"}
    first, second, _draft = (made("hazard", hazard_no=str(n), operator=operator(n), **known) for n in (1, 2, 3))
    for one in (first, second):
        step(step(one, "submit", clerk, DAY), "issue", head, DAY)
    step(first, "answer", clerk, date(2023, 3, 20), measures="清理", evidence="照片")
    step(second, "answer", clerk, date(2023, 4, 20), measures="清理", evidence="照片")
    step(first, "close", head, date(2023, 3, 22), recheckers="甲明、乙亮")
    assert told("hazards", "closed", "closed_rate", "on_time_rate", "major_hazards") == [2, 1, 50, 50, 0]
