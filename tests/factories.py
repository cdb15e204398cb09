"""Makes the people and records that tests need: invented, valid, small."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from stdnum.cn import ric, uscc

from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
START = date(2023, 1, 1)


def credit_code(number: int) -> str:
    """A valid code of a division that does not exist."""
    body = f"91430499MA{number:07d}"
    return body + str(uscc.calc_check_digit(body))


def identity(number: int) -> str:
    """A valid identity number of a division that does not exist."""
    body = f"43049919800101{number:03d}"
    return body + str(ric.calc_check_digit(f"{body}0"))


def account(role: Role, unit: str = "", name: str = "") -> User:
    """An account; the name is the role and unit unless given."""
    return open_account(
        username=name or f"{role}-{unit}", password="x", role=role, display_name=name or f"{role}{unit}", unit=unit
    )


def operator(number: int, area: str = "430405", **values: Any) -> Record:
    """An operator that must file a plan."""
    known = {
        "name": f"第{number}运输有限公司",
        "uscc": credit_code(number),
        "entity_kind": "1",
        "sector": "passenger",
        "key_carrier": False,
        "filing_required": True,
        "opened_on": date(2015, 1, 1),
        "area": area,
    }
    return create(book=book("operator"), values=known | values, user=None, on=START, now=NOW)


def plan(owner: Record, user: User | None = None, **values: Any) -> Record:
    """A draft of an emergency plan, complete enough to be filed."""
    known = {
        "operator": owner,
        "plan_title": "生产安全事故综合应急预案",
        "plan_kind": "general",
        "edition": "2023版",
        "published_on": date(2023, 3, 1),
        "risk_assessed": True,
        "resources_surveyed": True,
    }
    return create(book=book("emergency_plan"), values=known | values, user=user, on=date(2023, 3, 2), now=NOW)


def step(record: Record, code: str, user: User | None, on: date, reason: str = "", **given: Any) -> Record:
    """Make one move."""
    move(record, Order(code, user, on, NOW, given=given, reason=reason))
    return record


def filed_plan(owner: Record, clerk: User, head: User, on: date) -> Record:
    """A plan that was submitted by the clerk and filed by the head."""
    record = step(plan(owner), "submit", clerk, date(2023, 3, 6))
    return step(record, "file", head, on, filing_no=f"备〔2023〕{record.pk}号")
