"""Certificates of the year before that were replaced in the year: whose, why and when."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import YEAR

MATTERS = ("2", "2", "3", "5", "5", "4")
EVERY = 6


def replacements(centre: Centre) -> list[tuple[Row, str, date]]:
    """Person, matter and day; every sixth of those issued a certificate in the year before."""
    chance = centre.random("replacements")
    days = working_days(date(YEAR, 2, 1), date(YEAR, 12, 15))
    held = [row for row in centre.rows("practitioner") if row["issued_on"].year == YEAR - 1 and row["state"] == "valid"]
    return [(row, chance.choice(MATTERS), chance.choice(days)) for row in held[::EVERY]]
