"""春运期: the spring rushes about the demonstration's year."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row

NEW_YEAR = {2022: date(2022, 2, 1), 2023: date(2023, 1, 22), 2024: date(2024, 2, 10)}
"""The first day of the lunar year."""


def rows(centre: Centre) -> list[Row]:
    """One row a year."""
    del centre
    return [
        {"season_no": str(year), "first_on": days_of(year)[0], "last_on": days_of(year)[-1], "new_year_on": first}
        for year, first in NEW_YEAR.items()
    ]


def days_of(year: int) -> list[date]:
    """The forty days of a rush."""
    return [NEW_YEAR[year] + timedelta(days=number) for number in range(-15, 25)]
