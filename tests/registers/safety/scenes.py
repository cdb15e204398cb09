"""Checklists, checks and hazards that the section's tests begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests import factories
from tests.factories import NOW, START, account, operator
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

MARCH = date(2023, 3, 14)


def made(register: str, on: date = MARCH, user: User | None = None, **values: Any) -> Any:
    """A new record in the first state."""
    return create(book=book(register), values=values, user=user, on=on, now=NOW)


def step(record: Any, code: str, user: User | None, on: date, reason: str = "", **given: Any) -> Any:
    """Make one move and hand the record back as what it is."""
    return factories.step(record, code, user, on, reason, **given)


def clerk() -> User:
    return account(Role.CLERK, "safety")


def head() -> User:
    return account(Role.HEAD, "safety")


def template(number: str = "WQ-1", **values: Any) -> Any:
    """A checklist for passenger carriers, drafted."""
    known: dict[str, Any] = {"template_no": number, "name": "排查清单", "sector": "passenger", "doc_no": "通知"}
    return made("check_template", on=START, **(known | {"effective_from": START} | values))


def item(of: Record, place: int, severity: str = "general") -> Any:
    """One item of a checklist."""
    known: dict[str, Any] = {"aspect": "车辆", "content": f"排查内容{place}", "severity": severity}
    return made("check_template_item", item_code=f"{of}-{place}", template=of, **known)


def list_in_force(boss: User, severities: tuple[str, ...] = ("general", "major")) -> tuple[Any, list[Any]]:
    """A checklist with items, in force since the year began."""
    listed = template()
    items = [item(listed, place, severity) for place, severity in enumerate(severities)]
    return step(listed, "enforce", boss, START), items


def check(of: Record, owner: Record, number: str = "PC1", on: date = MARCH, **values: Any) -> Any:
    """A check of an operator: one item right, one wrong."""
    known: dict[str, Any] = {"inspectors": "甲明、乙亮", "items_passed": 1, "items_failed": 1}
    return made("routine_check", on=on, check_no=number, template=of, operator=owner, checked_on=on, **(known | values))


def failed(of: Record, what: Record, words: str = "灭火器压力不足") -> Any:
    """An item of a check that was found wrong."""
    return made("routine_check_item", routine=of, item=what, result="failed", finding=words)


def hazard(level: str = "general", **values: Any) -> Any:
    """A hazard, drafted."""
    known: dict[str, Any] = {
        "hazard_no": "YH1",
        "source": "special",
        "found_on": MARCH,
        "description": "通道堵塞",
        "level": level,
    }
    owner = values.pop("operator", None) or operator(1)
    return made("hazard", operator=owner, **(known | values))
