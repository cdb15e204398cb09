"""春运期 of the demonstration."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.spring_season import days_of
from yunguan.demo.centre import Centre


def test_every_rush_lasts_forty_days(centre: Centre) -> None:
    assert all((row["last_on"] - row["first_on"]).days == 39 for row in centre.rows("spring_season"))
    assert (days_of(2024)[0], days_of(2024)[-1]) == (date(2024, 1, 26), date(2024, 3, 5))
