"""司机之家月度运营台账: what the homes that run served month by month."""

from __future__ import annotations

from yunguan.demo.books.station_year import months
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR


def rows(centre: Centre) -> list[Row]:
    """One row a home and month since it opened."""
    chance = centre.random("driver_home_month")
    made = []
    for home in centre.rows("driver_home"):
        opened = home.get("running_from")
        for month in months(YEAR):
            if opened and month >= opened.replace(day=1):
                parked = chance.randrange(900, 2_600)
                complaints = chance.choice((0, 0, 0, 1, 2))
                made.append(
                    {
                        "home": home["home_no"],
                        "home__name": home["name"],
                        "month_on": month,
                        "drivers": parked + chance.randrange(100, 700),
                        "parked": parked,
                        "showers_taken": parked // 6,
                        "complaints": complaints,
                        "settled": max(complaints - (1 if month.month == 12 else 0), 0),  # noqa: PLR2004 - December
                        "area": home["area"],
                    }
                )
    return made
