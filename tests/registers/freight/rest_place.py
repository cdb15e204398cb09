"""Homes of drivers and indicators of green freight, for the tests of the section."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START, account, step
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

APPLIED = date(2023, 3, 6)


def staff() -> tuple[User, User]:
    """Clerk and head of the section."""
    return account(Role.CLERK, "freight"), account(Role.HEAD, "freight")


def home(**values: Any) -> Record:
    """An application for a home that will have everything."""
    known: dict[str, Any] = {
        "home_no": "SJ-1",
        "name": "一号司机之家",
        "home_kind": "park",
        "runner": "一号物流园",
        "parking_spaces": 60,
        "beds": 10,
        "showers": 4,
        "washers": 2,
        "toilets": 8,
        "hot_water": True,
        "meal_heating": True,
        "applied_on": APPLIED,
        "area": "430405",
    }
    return create(book=book("driver_home"), values=known | values, user=None, on=APPLIED, now=NOW)


def assessed(clerk: User, **values: Any) -> Record:
    """A home that was built and assessed by itself."""
    record = step(home(**values), "approve", clerk, date(2023, 3, 13))
    return step(record, "assess", clerk, date(2023, 9, 18), self_score=850)


def running(clerk: User, head: User) -> Record:
    """A home that runs since 1 November."""
    accepted = step(assessed(clerk), "accept", head, date(2023, 10, 17), score=880, experts=5)
    return step(accepted, "open", clerk, date(2023, 11, 1))


def target(**values: Any) -> Record:
    """An indicator that is to fall from 20 to 16 in three years."""
    known: dict[str, Any] = {
        "target_no": "LS-1",
        "name": "百公里油耗",
        "unit_word": "升",
        "base_year": 2022,
        "base_value": 2000,
        "goal_year": 2025,
        "goal_value": 1600,
        "department": "市交通运输局",
        "doc_no": "交运发〔2022〕32号",
    }
    return create(book=book("green_freight_target"), values=known | values, user=None, on=START, now=NOW)


def progress(goal: Record, user: User | None = None, **values: Any) -> Record:
    """What was reached in 2023: planned 19, reached 19."""
    known: dict[str, Any] = {
        "target": goal,
        "year": 2023,
        "measured_on": date(2023, 12, 20),
        "planned": 1900,
        "actual": 1900,
        "evidence": "年度进展材料",
        "reported_on": date(2023, 12, 22),
    }
    values = known | values
    return create(book=book("green_freight_progress"), values=values, user=user, on=date(2023, 12, 22), now=NOW)
