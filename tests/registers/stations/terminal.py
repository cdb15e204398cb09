"""Stations and what they report, for the tests of the section."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START, account, operator
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

REPORTED = date(2023, 1, 10)


def staff() -> tuple[User, User]:
    """Clerk and head of the section."""
    return account(Role.CLERK, "stations"), account(Role.HEAD, "stations")


def station(number: int = 1, **values: Any) -> Record:
    """A second-class station."""
    known: dict[str, Any] = {
        "station_no": f"KZ-{number}",
        "name": f"第{number}汽车站",
        "grade": "2",
        "operator": operator(number, sector="station"),
        "opened_on": date(2010, 1, 1),
    }
    return create(book=book("station"), values=known | values, user=None, on=START, now=NOW)


def year(place: Record, which: int = 2022, user: User | None = None, **values: Any) -> Record:
    """What a station reported of a year on 10 January after it."""
    on = date(which + 1, 1, 10)
    known: dict[str, Any] = {"grade": "2", "passengers": 1000, "revenue": 50_000_00, "reported_on": on}
    values = {"station": place, "year": which} | known | values
    return create(book=book("station_year"), values=values, user=user, on=on, now=NOW)


def month(place: Record, user: User | None = None, **values: Any) -> Record:
    """What a station reported of March 2023."""
    known: dict[str, Any] = {
        "station": place,
        "month_on": date(2023, 3, 1),
        "passengers": 90,
        "revenue": 4_000_00,
        "profit": -500_00,
        "reported_on": date(2023, 4, 6),
    }
    return create(book=book("station_month"), values=known | values, user=user, on=date(2023, 4, 6), now=NOW)


def application(place: Record, user: User | None = None, **values: Any) -> Record:
    """A station that wants to be named."""
    known: dict[str, Any] = {"station": place, "year": 2023, "applied_on": date(2023, 9, 4)}
    return create(book=book("satisfied_station"), values=known | values, user=user, on=date(2023, 9, 4), now=NOW)
