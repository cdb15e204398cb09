"""What the tests of the survey need: a unit, a form with items, a rule, a month that is issued and filed."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, account, credit_code, operator
from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.services import create
from yunguan.registers.statistics.monthly_return import MonthlyReturn

MAY = date(2023, 5, 31)
ISSUED = date(2023, 6, 1)
FILED = date(2023, 6, 5)
ITEMS = {"K1": "客运量", "K2": "旅客周转量", "K3": "班车客运量", "K4": "包车客运量", "K5": "期末车辆数"}


def made(register: str, on: date = ISSUED, **values: Any) -> Any:
    """A new row of a book."""
    return create(book=book(register), values=values, user=None, on=on, now=NOW)


def do(record: Any, code: str, user: User | None, on: date, reason: str = "", **given: Any) -> Any:
    """Make a move on the record as the table has it now."""
    fresh = type(record)._base_manager.get(pk=record.pk)
    move(fresh, Order(code, user, on, NOW, given=given, reason=reason))
    return fresh


def people() -> tuple[User, User]:
    """A clerk and the head of the section."""
    return account(Role.CLERK, "statistics"), account(Role.HEAD, "statistics")


def reporter(number: int = 1) -> User:
    """The account of an operator that files for itself."""
    known = User.objects.filter(username=f"企业{number}").first()
    return known or open_account(
        username=f"企业{number}",
        password="x",
        role=Role.OPERATOR,
        display_name=f"企业{number}",
        operator_uscc=credit_code(number),
    )


def unit(number: int = 1, **values: Any) -> Any:
    """A proposed unit of the survey of passenger carriers."""
    known: dict[str, Any] = {
        "unit_no": f"客{number:03d}",
        "operator": operator(number),
        "survey": "passenger",
        "division": "430405001001",
        "industry": "5421",
        "proposed_on": date(2022, 4, 1),
        "evidence": "经营许可证",
    }
    return made("reporting_unit", **(known | values))


def listed(number: int = 1, on: date = date(2023, 1, 3)) -> Any:
    """A unit that is in the directory."""
    head = User.objects.filter(username="head-statistics").first() or account(Role.HEAD, "statistics")
    record = unit(number)
    return do(record, "list", head, on)


def version(**values: Any) -> Any:
    """A form of passenger carriers with its items."""
    form = made("report_form", form_no="交企客1", name="公路客运月报", survey="passenger", issued_by="交通运输部")
    known: dict[str, Any] = {
        "version_no": "交企客1-2022",
        "form": form,
        "doc_no": "国统制〔2021〕100号",
        "effective_from": date(2022, 1, 1),
    }
    found = made("form_version", **(known | values))
    for place, (code, name) in enumerate(ITEMS.items(), start=1):
        made(
            "form_item",
            form_version=found,
            code=code,
            name=name,
            measure="人",
            required=code in {"K1", "K2"},
            place=place,
        )
    return found


def rule(form: Any, rule_no: str = "R1", **values: Any) -> Any:
    """A rule: the parts are not more than the whole."""
    known: dict[str, Any] = {
        "rule_no": rule_no,
        "form": form,
        "name": "班车客运量不大于客运量",
        "left_code": "K3",
        "comparison": "le",
        "against": "items",
        "right_code": "K1",
        "severity": "ask",
        "doc_no": "统计调查制度",
        "effective_from": date(2022, 1, 1),
    }
    return made("check_rule", **(known | values))


def task(held: Any, clerk: User, month_end: date = MAY, issued: date = ISSUED) -> Any:
    """A month that is issued to all units."""
    planned = made("monthly_round", on=issued, form_version=held, month_end=month_end, planned_on=issued)
    return do(planned, "issue", clerk, issued)


def owed(round_: Any, number: int = 1) -> MonthlyReturn:
    """What a unit owes in a month."""
    return MonthlyReturn._base_manager.get(task=round_, unit__unit_no=f"客{number:03d}")


def enter(record: Any, **values: int) -> None:
    """Write the items of a return."""
    items: Any = book("form_item").model._base_manager
    for code, value in values.items():
        item = items.get(form_version=record.task.form_version, code=code)
        made("monthly_value", monthly_return=record, item=item, value=value * 100)


def filed(round_: Any, number: int = 1, on: date = FILED, **values: Any) -> Any:
    """A return that the unit itself has filed."""
    record = owed(round_, number)
    enter(record, **({"K1": 1000, "K2": 50_000} | values))
    return do(record, "file", reporter(number), on)
