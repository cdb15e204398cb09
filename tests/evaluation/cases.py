"""Rows of the year cycle for the tests: money in 元, everything else with a usual value."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, account, step
from yunguan.core.money import Money
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.services import create

DECLARED, ASKED = date(2022, 11, 14), date(2023, 11, 6)


def project(code: str = "DLYSFW", **more: Any) -> Any:
    """A project of the budget."""
    known = {"code": code, "name": "道路运输服务成本经费", "first_year": 2023}
    return made("project", DECLARED, **(known | more))


def goal(code: str = "BM", year: int = 2023, *, yuan: str = "12738400", **more: Any) -> Any:
    """A complete draft: of the whole department, or with ``project=`` of that project."""
    about = {"kind": "project", "attribute": "new"} if more.get("project") else {"kind": "department"}
    known = {
        "goal_no": f"{year}-{code}",
        "year": year,
        "goal_title": "整体支出",
        "starts_on": date(year, 1, 1),
        "ends_on": date(year, 12, 31),
        "money_total": fen(yuan),
        "money_fiscal": fen(yuan),
        "money_other": 0,
        "annual_goal": "全年完成考核不少于24场。",
        "declared_on": DECLARED,
    }
    return made("performance_goal", DECLARED, **(known | about | more))


def task(of: Any, number: int = 1, *, yuan: str = "1000", **more: Any) -> Any:
    """A task of a goal."""
    known = {"goal": of, "task_no": number, "task_title": "安全考核", "content": "组织安全考核。"}
    amounts = {"money_total": fen(yuan), "money_fiscal": fen(yuan), "money_other": 0}
    return made("goal_task", DECLARED, **(known | amounts | more))


def approved(code: str = "DLYSFW", **more: Any) -> Any:
    """A project's goal that was handed in by a clerk and approved by a reviewer of the bureau."""
    record = goal(code, **{"project": project(code), "yuan": "200000"} | more)
    step(record, "submit", person(Role.CLERK), date(2022, 12, 2))
    return step(record, "approve", person(Role.REVIEWER), date(2022, 12, 30), doc_no="衡财预〔2023〕1号")


def monitoring(of: Any = None, **more: Any) -> Any:
    """The look at a goal as of the end of July."""
    known = {"goal": of or approved(), "as_of": date(2023, 7, 31), "opened_on": date(2023, 8, 1)}
    return made("performance_monitoring", date(2023, 8, 1), **({"monitoring_no": "2023-DLYSFW-07"} | known | more))


def monitored(of: Any, **more: Any) -> Any:
    """An indicator that will be reached."""
    known = {"monitoring": of, "item_id": "output.quantity.exams", "item_title": "考核场次"}
    return made("monitoring_item", date(2023, 8, 2), **(known | {"target": "≥24场", "forecast": "will"} | more))


def self_evaluation(of: Any = None, **more: Any) -> Any:
    """The self-evaluation of a goal, opened after the year's end."""
    known = {"evaluation_no": "2023-DLYSFW-ZP", "goal": of or approved(), "opened_on": date(2024, 1, 15)}
    return made("self_evaluation", date(2024, 1, 15), **(known | more))


def survey(number: str = "MYD-1", **more: Any) -> Any:
    """Ten operators are asked; fairly satisfied counts."""
    known = {
        "survey_no": number,
        "survey_title": "经营业户满意度调查",
        "year": 2023,
        "public": "operators",
        "method": "online",
        "question": "您对中心的服务是否满意？",
        "satisfied_from": "fairly",
        "sent_out": 10,
        "opened_on": ASKED,
    }
    return made("survey", ASKED, **(known | more))


def answer(to: Any, number: int, grade: str = "satisfied", **more: Any) -> Any:
    """One answer without a name."""
    known = {"survey": to, "answer_no": number, "answered_on": ASKED, "grade": grade}
    return made("survey_answer", ASKED, **(known | more))


def person(role: Role, section: str = "finance") -> User:
    """An account of that role, the same each time it is asked for."""
    unit = "" if role is Role.REVIEWER else "centre" if role is Role.LEADER else section
    name = f"{role}-{unit}"
    return User.objects.filter(username=name).first() or account(role, unit, name)


def fen(yuan: str) -> int:
    """Money as a row holds it."""
    return Money.yuan(yuan).in_fen


def made(register: str, on: date, *, user: Any = None, **values: Any) -> Any:
    """A row of a book."""
    return create(book=book(register), values=values, user=user, on=on, now=NOW)
