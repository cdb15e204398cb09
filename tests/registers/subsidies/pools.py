"""What the tests of subsidies need: a formula, a pool, vehicles that are claimed, and the way to the notice."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, account, operator, step
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle

BEGUN = date(2023, 3, 1)
POOL = 1_000_001
"""Fen: does not divide evenly."""


def made(register: str, on: date = BEGUN, **values: Any) -> Any:
    """A new row of a book."""
    return create(book=book(register), values=values, user=None, on=on, now=NOW)


def people() -> tuple[User, User]:
    """A clerk and the head of the section."""
    return account(Role.CLERK, "urban_transit"), account(Role.HEAD, "urban_transit")


def formula(
    number: str = "出租-2022", bands: tuple[tuple[int, int | None, int], ...] = ((0, None, 1000),), **values: Any
) -> Any:
    """A formula by months of running, with its coefficients in thousandths."""
    known: dict[str, Any] = {
        "formula_no": number,
        "name": "按在册车辆月数",
        "kind": "taxi_fuel_tax",
        "method": "months",
        "measured_by": "none",
        "doc_no": "湘运〔2022〕1号",
        "effective_from": date(2022, 1, 1),
    }
    made_ = made("subsidy_formula", **(known | values))
    for first, beyond, coefficient in bands:
        made("subsidy_coefficient", formula=made_, energy="any", first=first, beyond=beyond, coefficient=coefficient)
    return made_


def plan(number: str = "2022-出租", **values: Any) -> Any:
    """A pool of the fuel tax of taxis."""
    known: dict[str, Any] = {
        "plan_no": number,
        "name": "2022年度城市交通发展奖励资金费改税补贴",
        "kind": "taxi_fuel_tax",
        "year": 2022,
        "amount": POOL,
        "source_doc_no": "湘财建指〔2023〕9号",
        "started_on": BEGUN,
    }
    return made("subsidy_plan", **(known | values))


def recipient(owner: Any, **values: Any) -> Any:
    """The account of a company."""
    known: dict[str, Any] = {
        "recipient_no": owner.uscc,
        "kind": "company",
        "name": owner.name,
        "operator": owner,
        "bank": "某银行",
        "account_name": owner.name,
        "account_no": "6222000000000001",
    }
    return made("subsidy_recipient", **(known | values))


def vehicle(owner: Any, number: int, **values: Any) -> Any:
    """A taxi of the owner."""
    known: dict[str, Any] = {
        "plate": f"湘D{number:05d}",
        "plate_colour": "1",
        "operator": owner,
        "sector": "taxi",
        "registered_on": date(2020, 1, 1),
    }
    return made("vehicle", **(known | values))


def claim(pool: Any, who: Any, number: int, **values: Any) -> Any:
    """A vehicle claimed in a pool, the vehicle itself being in the list."""
    known: dict[str, Any] = {
        "plan": pool,
        "plate": f"湘D{number:05d}",
        "plate_colour": "1",
        "recipient": who,
        "energy": "fuel",
        "months": 12,
        "claimed_on": date(2023, 3, 6),
    }
    return made("subsidy_vehicle", on=date(2023, 3, 6), **(known | values))


def taxi_company(number: int = 1, **values: Any) -> Any:
    """An owner of taxis with an account."""
    return recipient(operator(number, sector="taxi", **values))


def claimed_pool(months: tuple[int, ...] = (12, 12, 6)) -> Any:
    """A pool in which one company claims a vehicle for each number of months."""
    pool, who = plan(), taxi_company()
    for number, each in enumerate(months, start=1):
        vehicle(who.operator, number)
        claim(pool, who, number, months=each)
    return pool


def verified(pool: Any, clerk: User, head: User) -> Any:
    """The pool with every claim checked by the county and confirmed."""
    step(pool, "open_claims", clerk, date(2023, 3, 2))
    step(pool, "close_claims", clerk, date(2023, 3, 10))
    for each in claims(pool):
        step(each, "first_check", clerk, date(2023, 3, 13))
    step(pool, "sum", clerk, date(2023, 3, 14))
    step(pool, "verify", clerk, date(2023, 3, 15))
    for each in claims(pool):
        step(each, "confirm", head, date(2023, 3, 16))
    return pool


def calculated(pool: Any, clerk: User, head: User) -> Any:
    """The pool divided for the first time."""
    return step(verified(pool, clerk, head), "calculate", clerk, date(2023, 3, 20), formula=formula())


def published(pool: Any, clerk: User, head: User, on: date = date(2023, 3, 21)) -> Any:
    """The pool on notice."""
    return step(calculated(pool, clerk, head), "publish", head, on)


def objection(pool: Any, number: int = 1, **values: Any) -> Any:
    """Something said against the notice, in writing."""
    known: dict[str, Any] = {
        "objection_no": f"异议{number}",
        "plan": pool,
        "objector": "某出租汽车公司",
        "received_on": date(2023, 3, 24),
        "in_writing": True,
        "content": "在册月数少算了",
    }
    return made("subsidy_objection", on=date(2023, 3, 24), **(known | values))


def claims(pool: Any) -> list[SubsidyVehicle]:
    """The claims of a pool by plate."""
    return list(SubsidyVehicle._base_manager.filter(plan=pool).order_by("plate"))


def again(record: Record) -> Any:
    """The record as the table has it now."""
    return type(record)._base_manager.get(pk=record.pk)


def do(record: Any, code: str, user: User | None, on: date, reason: str = "", **given: Any) -> Any:
    """Make a move on the record as the table has it now."""
    fresh = again(record)
    move(fresh, Order(code, user, on, NOW, given=given, reason=reason))
    return fresh
