"""A small centre for the web tests: accounts of every role, and records in two counties that bear a canary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from yunguan.core.period import Period
from yunguan.indicators.services import issue_returns
from yunguan.office.attachments import Attachment, attach
from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
BEGUN = date(2026, 1, 8)
LEIYANG, CHANGNING = "430481", "430482"
CANARY = "金丝雀"
"""Stands in every text of the county that must not be seen."""
USCC = {"耒阳": "91430481MA00000010", "常宁": "91430482MA0000002H"}
IDENTITY = {"耒阳": "430481198001010013", "常宁": "430482198001010036"}

ACCOUNTS: dict[str, tuple[Role, str]] = {
    "clerk": (Role.CLERK, "safety"),
    "head": (Role.HEAD, "safety"),
    "statistics_clerk": (Role.CLERK, "statistics"),
    "finance": (Role.FINANCE, "finance"),
    "leader": (Role.LEADER, "centre"),
    "county": (Role.COUNTY, "county_430481"),
    "operator": (Role.OPERATOR, ""),
    "reviewer": (Role.REVIEWER, ""),
    "administrator": (Role.ADMINISTRATOR, "centre"),
}
EXTRA = {
    "personnel_clerk": (Role.CLERK, "personnel"),
    "urban_clerk": (Role.CLERK, "urban_transit"),
    "urban_head": (Role.HEAD, "urban_transit"),
}
"""Accounts that some tests need beside those of the reviewed table."""


def account(name: str) -> User:
    """One of the accounts, with its password changed already."""
    found = User.objects.filter(username=name).first()
    if found is not None:
        return found
    role, unit = (ACCOUNTS | EXTRA)[name]
    uscc = USCC["耒阳"] if role is Role.OPERATOR else ""
    made = open_account(
        username=name, password=PASSWORD, role=role, display_name=f"测试{role.label}", unit=unit, operator_uscc=uscc
    )
    made.must_change_password = False
    made.save()
    return made


PASSWORD = "a-long-word-for-tests"


def client_of(name: str) -> Client:
    """A browser in which that account is logged in."""
    client = Client()
    client.force_login(account(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def operator(where: str = "耒阳", **values: Any) -> Record:
    """A company of that county; the one of 常宁 bears the canary."""
    mark = CANARY if where == "常宁" else "平安"
    given = {
        "name": f"{where}{mark}运输有限公司",
        "uscc": USCC[where],
        "entity_kind": "1",
        "sector": "passenger",
        "key_carrier": True,
        "filing_required": True,
        "mobile": "13873400001",
        "opened_on": date(2015, 5, 1),
        "area": LEIYANG if where == "耒阳" else CHANGNING,
    }
    return made("operator", "statistics_clerk", given | values)


def plan(company: Record, title: str = "综合应急预案", **values: Any) -> Record:
    """A draft emergency plan of a company."""
    mark = CANARY if company.area == CHANGNING else ""
    given = {
        "operator": company,
        "plan_title": f"{mark}{title}",
        "plan_kind": "general",
        "edition": "2023",
        "published_on": date(2026, 1, 5),
        "risk_assessed": True,
        "resources_surveyed": True,
    }
    return made("emergency_plan", "clerk", given | values)


def submitted(record: Record) -> Record:
    """The same plan, handed in by the clerk."""
    move(record, Order("submit", account("clerk"), date(2026, 1, 20), NOW))
    return record


def practitioner(where: str = "耒阳", **values: Any) -> Record:
    """A driver of that county."""
    mark = CANARY if where == "常宁" else "张平"
    given = {
        "name": f"{mark}师傅",
        "identity_number": IDENTITY[where],
        "category": "01001",
        "certificate_no": f"{mark}0001",
        "mobile": "13973400002",
        "issued_on": date(2020, 1, 1),
        "valid_to": date(2026, 1, 1),
        "area": LEIYANG if where == "耒阳" else CHANGNING,
    }
    return made("practitioner", "statistics_clerk", given | values)


def employee() -> Record:
    """Somebody who works in the general section."""
    unit = made("establishment", "personnel_clerk", {"name": "综合科", "posts": 5, "established_on": date(2010, 1, 1)})
    given = {"name": "张平", "identity_number": IDENTITY["耒阳"], "unit": unit, "post_kind": "worker"}
    return made("staff", "personnel_clerk", given | {"joined_on": date(2010, 1, 1)})


def made(register: str, by: str, values: dict[str, Any]) -> Record:
    """A record made as the pages make it."""
    return create(book=book(register), values=values, user=account(by), on=BEGUN, now=NOW)


@dataclass(frozen=True)
class World:
    """Both counties with a company, a plan and a driver each."""

    companies: dict[str, Record]
    plans: dict[str, Record]
    drivers: dict[str, Record]
    section_return: int


def world() -> World:
    """Set the small centre up."""
    companies = {where: operator(where) for where in USCC}
    plans = {where: submitted(plan(company)) for where, company in companies.items()}
    drivers = {where: practitioner(where, operator=companies[where]) for where in USCC}
    for where, each in plans.items():
        evidence(each, CANARY if where == "常宁" else "评审意见")
    return World(companies, plans, drivers, issued())


def evidence(record: Record, words: str) -> Attachment:
    """A file at a record."""
    content = f"{words}的内容".encode()
    return attach(
        register=record.register,
        record_id=record.pk,
        name=f"{words}.pdf",
        content=content,
        user=account("clerk"),
        now=NOW,
    )


def issued() -> int:
    """The yearly return of the safety section."""
    made = issue_returns(period=Period.year(2026), due_on=date(2027, 1, 20), user=account("finance"), now=NOW)
    return next(each.pk for each in made if each.section == "safety")


def rows_of(register: str) -> Any:
    """The rows of a book, whoever asks."""
    model: Any = book(register).model
    return model._base_manager
