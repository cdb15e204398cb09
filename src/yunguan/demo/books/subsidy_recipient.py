"""补贴收款人名册 of the demonstration: the companies of the trades, and owners of rural coaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.demo.books.operator import COUNTIES, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.people import People

BAND = range(982, 990)
TRADES = ("passenger", "bus", "taxi")
BANKS = ("农村商业银行", "邮政储蓄银行", "城市商业银行")
OWNERS = 30
"""So many companies of the counties have an owner of vehicles beside them who is paid in person."""


def rows(centre: Centre) -> list[Row]:
    """Companies first, then people."""
    chance = centre.random("subsidy_recipient")
    people = People(chance, BAND)
    companies = operating(centre, *TRADES)
    rural = [row for row in companies if row["sector"] == "passenger" and row["area"] in COUNTIES]
    made = [*_companies(companies), *_people(people, rural)]
    for number, row in enumerate(made, start=1):
        row["bank"] = f"衡阳{chance.choice(BANKS)}"
        row["account_no"] = f"6299{chance.randrange(10**8):08d}{number:06d}"
    return made


def _companies(companies: list[Row]) -> Iterator[Row]:
    for owner in companies:
        yield _row(owner["uscc"], "company", owner["name"], owner)


def _people(people: People, rural: list[Row]) -> Iterator[Row]:
    for number, owner in enumerate(rural[:OWNERS], start=1):
        person = people.born_between(date(1960, 1, 1), date(1990, 12, 31), women=0.1)
        yield _row(f"个体-{number:03d}", "person", person.name, owner) | {"identity_number": person.identity_number}


def _row(number: str, kind: str, name: str, owner: Row) -> Row:
    return {
        "recipient_no": number,
        "kind": kind,
        "name": name,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "identity_number": None,
        "account_name": name,
        "area": owner["area"],
    }
