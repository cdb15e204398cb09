"""春运日报: what every county and two stations of the city told, day by day, in two rushes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.core.area import load_areas
from yunguan.demo.books.operator import COUNTIES, URBAN, operating
from yunguan.demo.books.spring_season import NEW_YEAR, days_of
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

DISTRICTS = tuple(area for area in URBAN if area[4] != "7")
USUAL = {"district": 2600, "county": 4300, "station": 3100}
"""Passengers of an ordinary day of the rush."""
GROWTH = 1.38
"""The rush of the year against the one before, in which few travelled."""
LATE, SEATS, LOAD = 0.04, 35, 0.7
EVE, FESTIVE = -1, 6
STATIONS = 2


def rows(centre: Centre) -> list[Row]:
    """One row a unit and day."""
    chance = centre.random("spring_daily")
    made = [row for year in (YEAR - 1, YEAR) for row in _rush(chance, centre, year)]
    return sorted(made, key=lambda row: (row["report_on"], row["reporter"]))


def _rush(chance: Random, centre: Centre, year: int) -> Iterator[Row]:
    names = load_areas().name
    factor = GROWTH if year == YEAR else 1.0
    for area in (*DISTRICTS, *COUNTIES):
        usual = USUAL["district" if area in DISTRICTS else "county"] * factor * chance.uniform(0.7, 1.3)
        yield from _unit(chance, year, usual, {"reporter": names(area), "reporter_kind": "county", "area": area})
    stations = [row for row in operating(centre, "station") if row["area"] in DISTRICTS][:STATIONS]
    for station in stations:
        unit = {"reporter": station["name"], "reporter_kind": "station", "area": station["area"]}
        yield from _unit(chance, year, USUAL["station"] * factor, unit | {"operator": station["uscc"]})


def _unit(chance: Random, year: int, usual: float, unit: Row) -> Iterator[Row]:
    for day in days_of(year):
        passengers = int(usual * _tide((day - NEW_YEAR[year]).days) * chance.uniform(0.93, 1.07))
        trips = max(int(passengers / SEATS / LOAD), 1)
        late = chance.random() < LATE
        yield unit | {
            "season": str(year),
            "report_on": day,
            "passengers": passengers,
            "arrivals": int(passengers * chance.uniform(0.85, 1.15)),
            "vehicles": max(trips // 3, 1),
            "seats": trips * SEATS,
            "trips": trips,
            "extra_trips": int(trips * chance.uniform(0, 0.08)),
            "charter_trips": chance.randrange(0, 9),
            "stranded": 0,
            "accidents": 0,
            "remark": "除夕班车提早收班，客流回落" if (day - NEW_YEAR[year]).days == EVE else None,
            "reported_on": day,
            "reported_at": _told_at(chance, late=late),
            "accepted_on": _next(day),
            "state": "accepted",
        }


def _tide(lunar_day: int) -> float:
    """How much is travelled on a day: swelling before the eve, still on it, highest on the way back."""
    if lunar_day in {EVE, 0}:
        return 0.45
    if lunar_day < 0:
        return 1.25 + lunar_day * 0.03
    return 1.4 if lunar_day <= FESTIVE else max(1.35 - (lunar_day - FESTIVE) * 0.03, 0.8)


def _told_at(chance: Random, *, late: bool) -> str:
    minute = chance.randrange(60)
    return f"16:{max(minute, 1):02d}" if late else f"{chance.choice((14, 15, 15)):02d}:{minute:02d}"


def _next(day: date) -> date:
    return day + timedelta(days=1)
