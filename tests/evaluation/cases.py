"""Rows of the year cycle for the tests: money in 元, everything else with a usual value."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW
from yunguan.core.money import Money
from yunguan.registers.book import book
from yunguan.registers.services import create

DECLARED = date(2022, 11, 14)


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


def fen(yuan: str) -> int:
    """Money as a row holds it."""
    return Money.yuan(yuan).in_fen


def made(register: str, on: date, *, user: Any = None, **values: Any) -> Any:
    """A row of a book."""
    return create(book=book(register), values=values, user=user, on=on, now=NOW)
