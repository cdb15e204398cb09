"""Bus lines, changes and rights that the section's tests begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests import factories
from tests.factories import NOW, START, account, operator
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.services import create

MARCH = date(2023, 3, 14)


def made(register: str, on: date = MARCH, **values: Any) -> Any:
    """A new record in the first state."""
    return create(book=book(register), values=values, user=None, on=on, now=NOW)


def step(record: Any, code: str, user: User | None, on: date, reason: str = "", **given: Any) -> Any:
    """Make one move and hand the record back as what it is."""
    return factories.step(record, code, user, on, reason, **given)


def clerk() -> User:
    return account(Role.CLERK, "urban_transit")


def head() -> User:
    return account(Role.HEAD, "urban_transit")


def line(number: int = 116, **values: Any) -> Any:
    """A bus line that runs."""
    known: dict[str, Any] = {
        "line_no": str(number),
        "name": f"{number}路",
        "opened_on": date(2020, 5, 1),
        "vehicles": 10,
    }
    known |= {"first_at": "06:30", "last_at": "21:00"}
    owner = values.pop("operator", None) or operator(number % 1000, sector="bus")
    return made("bus_line", on=START, operator=owner, **(known | values))


def version(of: Any, number: int = 1, since: date = date(2020, 5, 1), until: date | None = None) -> Any:
    """Where a line went from one day on."""
    known: dict[str, Any] = {
        "from_stop": "望岑广场",
        "to_stop": "雁栖站",
        "path": "望岑广场、雁栖站",
        "stops": 20,
        "length_km": 124,
    }
    return made("bus_line_version", line=of, number=number, effective_from=since, effective_to=until, **known)
