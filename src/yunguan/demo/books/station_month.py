"""客运站月度经营情况台账: a year in which most stations lose money and some owe wages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from yunguan.demo.books.station_year import months
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY, YEAR

SEASON = (13, 10, 7, 8, 8, 7, 9, 9, 8, 10, 6, 5)
"""The months' shares in hundredths of the year."""
PROFITABLE, OWING = 0.12, 0.3
WAGES = 2_450
"""What a worker is owed for a month, in 元."""
INSURANCE_SHARE = Decimal("0.36")


def rows(centre: Centre) -> list[Row]:
    """One row a station and month that is over and was handed in."""
    chance = centre.random("station_month")
    of_year = {row["station"]: row for row in centre.rows("station_year") if row["year"] == YEAR}
    made = []
    for station in centre.rows("station"):
        owing = chance.random() < OWING
        for month in months(YEAR):
            reported = later(date(month.year + month.month // 12, month.month % 12 + 1, 8), 0)
            if (station["closed_on"] or LAST_DAY) > month and reported <= LAST_DAY:
                made.append(_row(chance, of_year[station["station_no"]], station, month, reported, owing=owing))
    return made


def _row(chance: Random, year: Row, station: Row, month: date, reported: date, *, owing: bool) -> Row:
    share = Decimal(SEASON[month.month - 1]) / 100
    revenue = (year["revenue"] * share).quantize(Decimal("0.01"))
    margin = Decimal(chance.randint(1, 9) if chance.random() < PROFITABLE else -chance.randint(4, 38)) / 100
    owed = min((month.month + 1) // 3, 3) if owing else 0
    wages = Decimal(owed * WAGES * station["staff"])
    return {
        "station": station["station_no"],
        "station__name": station["name"],
        "month_on": month,
        "passengers": int(year["passengers"] * share),
        "revenue": revenue,
        "profit": (revenue * margin).quantize(Decimal("0.01")),
        "stopped_lines": chance.randint(0, 3) if owing else 0,
        "wages_owed_months": owed,
        "wages_owed": wages,
        "insurance_owed": (wages * INSURANCE_SHARE).quantize(Decimal("0.01")),
        "measures": "职工情绪总体稳定，企业已列出补发计划，科室每周了解一次。" if owed > 1 else None,
        "reported_on": reported,
        "area": station["area"],
    } | _fate(chance, reported)


def _fate(chance: Random, reported: date) -> Row:
    checked = later(reported, chance.randint(1, 6))
    if checked > LAST_DAY or reported >= date(YEAR, 12, 1):
        sent_back = chance.random() < 0.2  # noqa: PLR2004 - one in five
        return {"state": "returned", "returned_on": later(reported, 1)} if sent_back else {"state": "reported"}
    return {"state": "checked", "checked_on": checked}
