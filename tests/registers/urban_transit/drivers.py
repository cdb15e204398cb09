"""Drivers and campaigns that the tests of hair tests begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import identity
from tests.registers.urban_transit.lines import made, step
from yunguan.office.people import User
from yunguan.registers.book import book

CUTOFF = date(2023, 10, 31)
DRAWN = date(2023, 11, 1)


def driver(number: int, category: str, owner: Any, **values: Any) -> Any:
    known: dict[str, Any] = {"name": "阳光", "identity_number": identity(number), "certificate_no": f"4304{number}"}
    known |= {"issued_on": date(2022, 5, 1), "valid_to": date(2028, 5, 1)}
    return made("practitioner", category=category, operator=owner, **(known | values))


def campaign(**values: Any) -> Any:
    known: dict[str, Any] = {
        "campaign_no": "DJ1",
        "name": "毛发检测",
        "doc_no": "通知",
        "reach": "urban",
        "cutoff_on": CUTOFF,
    }
    return made("hair_test_campaign", on=CUTOFF, **(known | values))


def drawn(someone: User, **values: Any) -> Any:
    return step(campaign(**values), "draw", someone, DRAWN)


def on_the_list() -> Any:
    return book("hair_test").model._base_manager.order_by("identity_number")
