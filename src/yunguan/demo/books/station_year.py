"""客运站年度数据台账: every year since 2015, so that what was lost since then can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import YEAR, targets

BASE = 2015
PASSENGERS, REVENUE = 36_800_000, 612_000_000
"""What all stations carried (人次) and took (元) in the first year."""
BETWEEN = (Decimal("0.74"), Decimal("0.53"), Decimal("0.26"))
"""How much of the way down to 2019 was still to go at the end of 2016, 2017 and 2018."""
PANDEMIC = (Decimal("0.66"), Decimal("0.83"))
"""2020 and 2021 against 2019."""
RECOVERY = Decimal("1.11")
"""The year itself against the year before."""
RETURNED, WAITING = 2, 4
MONTHS = 12
WORDS = {2016: "高铁分流。", 2019: "私家车和网约车分流。", 2020: "新冠疫情期间停班。", 2021: "逐步恢复发班。"}
DEFAULT_WORDS = "线路调整，已与售票系统核对。"


def rows(centre: Centre) -> list[Row]:
    """One row a station and year, in the order of years."""
    chance = centre.random("station_year")
    stations = centre.rows("station")
    weights = [chance.paretovariate(1.3) for _ in stations]
    whole = sum(weights)
    shares = [Decimal(str(round(weight / whole, 9))) for weight in weights]
    return [
        _row(station, share, year, number)
        for year in range(BASE, YEAR + 1)
        for number, (station, share) in enumerate(zip(stations, shares, strict=True))
    ]


def level(what: str, year: int) -> Decimal:
    """A year against 2015, such that the published changes of the year before the report come out."""
    last = 1 + targets()[f"stations.{what}_vs_2015"].value / 100
    in_2019 = last / (1 + targets()[f"stations.{what}_vs_2019"].value / 100)
    known = {BASE: Decimal(1), 2019: in_2019, YEAR - 1: last, YEAR: last * RECOVERY}
    known |= {2016 + n: in_2019 + (1 - in_2019) * share for n, share in enumerate(BETWEEN)}
    known |= {2020 + n: in_2019 * share for n, share in enumerate(PANDEMIC)}
    return known[year]


def _row(station: Row, share: Decimal, year: int, number: int) -> Row:
    passengers = _whole(PASSENGERS * share * level("passengers", year))
    reported = later(date(year + 1, 1, 5 + number % 11), 0) if year < YEAR else later(date(year + 1, 1, 3), number % 3)
    return {
        "station": station["station_no"],
        "station__name": station["name"],
        "year": year,
        "grade": station["grade"],
        "passengers": passengers,
        "departures": max(passengers // 17, 1),
        "revenue": (REVENUE * share * level("revenue", year)).quantize(Decimal("0.01"), ROUND_HALF_UP),
        "explanation": WORDS.get(year, DEFAULT_WORDS),
        "reported_on": reported,
        "area": station["area"],
    } | _fate(year, number, reported)


def _fate(year: int, number: int, reported: date) -> Row:
    """The last year was handed in during January: some reports still wait or were sent back."""
    if year == YEAR and number < RETURNED:
        return {"state": "returned", "returned_on": later(reported, 2)}
    if year == YEAR and number < RETURNED + WAITING:
        return {"state": "reported"}
    return {"state": "checked", "checked_on": later(reported, 1 + number % 2)}


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def months(year: int) -> Iterator[date]:
    """The first days of a year's months."""
    return (date(year, month, 1) for month in range(1, MONTHS + 1))
