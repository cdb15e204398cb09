"""A spring rush for the tests: that of 2023, whose lunar year begins on 22 January."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START
from yunguan.registers.book import book
from yunguan.registers.services import create

SEASON = {
    "season_no": "2023",
    "first_on": date(2023, 1, 7),
    "last_on": date(2023, 2, 15),
    "new_year_on": date(2023, 1, 22),
}
BEFORE = {
    "season_no": "2022",
    "first_on": date(2022, 1, 17),
    "last_on": date(2022, 2, 25),
    "new_year_on": date(2022, 2, 1),
}


def made(register: str, **values: Any) -> Any:
    """A record made by the house itself."""
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


def season(**values: Any) -> Any:
    """The rush of 2023, or another."""
    return made("spring_season", **(SEASON | values))


def daily(of: Any, day: date = date(2023, 1, 10), **values: Any) -> Any:
    """A county's report of one day."""
    known = {"reporter": "耒阳市", "reporter_kind": "county", "passengers": 5000, "vehicles": 120, "trips": 300}
    return made("spring_daily", season=of, report_on=day, area="430481", **(known | values))
