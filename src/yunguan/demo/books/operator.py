"""经营业户名录: the carriers, stations, shops and schools of the city."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.core.area import load_areas
from yunguan.demo.centre import Centre, Row
from yunguan.demo.companies import Companies
from yunguan.demo.days import working_days
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR, aim

BAND = range(960, 980)
URBAN = tuple(sorted(load_areas().members("430400U")))
COUNTIES = tuple(sorted(load_areas().members("430400C")))
KEY_SECTORS = {"passenger": 22, "dangerous": 19}
"""Carriers of the urban area that count as 两客一危, by trade."""
URBAN_REQUIRED = {
    "passenger": 26,
    "dangerous": 19,
    "station": 7,
    "bus": 5,
    "taxi": 13,
    "ride_hailing": 11,
    "maintenance": 96,
    "rental": 12,
}
"""Operators of the urban area that must file a plan; schools are all there are, freight is the rest."""
URBAN_FREE = {"freight": 236, "rental": 9, "driver_training": 1}
COUNTY = {
    "passenger": 34,
    "dangerous": 16,
    "station": 24,
    "bus": 10,
    "taxi": 15,
    "ride_hailing": 6,
    "maintenance": 44,
    "freight": 392,
}
COUNTY_REQUIRED = {"passenger", "dangerous", "station"}
GONE = {"freight": 34, "ride_hailing": 4, "rental": 3, "taxi": 2}
"""Operators that stopped or gave up during the last years."""
SCHOOLS_SUSPENDED, SCHOOLS_ENDED, SCHOOLS_FOUNDED = 2, 3, 6
"""Schools that paused or gave up during the year, and those founded towards its end that are still to file."""
GRADES = ("AAA", "AA", "AA", "A", "A", "A", "B")


def rows(centre: Centre) -> list[Row]:
    """Every operator, by area and then by name as the clerk sorts it."""
    chance = centre.random("operator")
    maker = _Maker(chance)
    made = [*_urban(maker), *_county(maker), *_gone(maker), *_schools_in_motion(maker)]
    return sorted(made, key=lambda row: (row["area"], row["sector"], row["uscc"]))


class _Maker:
    """Draws one operator after another."""

    def __init__(self, chance: Random) -> None:
        self.random = chance
        self.companies = Companies(chance)
        self.people = People(chance, BAND)
        self._licences = 0

    def operator(self, sector: str, area: str, *, required: bool, key: bool = False, shop: bool = False) -> Row:
        company = self.companies.shop(sector, area) if shop else self.companies.company(sector, area)
        chief = self.people.born_between(date(1960, 1, 1), date(1992, 12, 31), women=0.15)
        opened = self._day(date(2003, 1, 1), date(YEAR - 1, 12, 31))
        self._licences += 1
        return {
            "name": company.name,
            "uscc": company.uscc,
            "entity_kind": "3" if shop else "1",
            "sector": sector,
            "key_carrier": key,
            "filing_required": required,
            "legal_representative": chief.name,
            "manager": chief.name if self.random.random() < 0.6 else self.people.name(female=False),  # noqa: PLR2004
            "mobile": chief.mobile,
            "address": company.address,
            "licence_no": f"430400{self._licences:06d}",
            "licence_valid_to": self._day(date(YEAR + 1, 1, 1), date(YEAR + 4, 12, 31)),
            "credit_grade": self.random.choice(GRADES) if not shop else None,
            "opened_on": opened,
            "suspended_on": None,
            "cancelled_on": None,
            "area": area,
            "state": "operating",
        }

    def _day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.random.randrange((last - first).days + 1))


def _urban(maker: _Maker) -> Iterator[Row]:
    required = {**URBAN_REQUIRED, "driver_training": aim("training.schools.urban")}
    required["freight"] = aim("safety.emergency_plan.required") - sum(required.values())
    for sector, count in required.items():
        for number in range(count):
            key = number < KEY_SECTORS.get(sector, 0)
            yield maker.operator(sector, _urban_area(maker.random), required=True, key=key)
    for sector, count in URBAN_FREE.items():
        for _ in range(count):
            yield maker.operator(sector, _urban_area(maker.random), required=False, shop=sector == "freight")


def _county(maker: _Maker) -> Iterator[Row]:
    counts = {**COUNTY, "driver_training": aim("training.schools.county")}
    for sector, count in counts.items():
        for number in range(count):
            area = COUNTIES[number % len(COUNTIES)]
            shop = sector == "freight" and number % 3 > 0
            key = sector in KEY_SECTORS and number % 2 == 0
            yield maker.operator(sector, area, required=sector in COUNTY_REQUIRED, key=key, shop=shop)


def _gone(maker: _Maker) -> Iterator[Row]:
    """Those that no longer work: suspended, or cancelled (some of them after a suspension)."""
    days = working_days(date(2021, 1, 1), date(YEAR, 12, 20))
    for sector, count in GONE.items():
        for number in range(count):
            area = maker.random.choice(URBAN + COUNTIES)
            row = maker.operator(sector, area, required=False, shop=sector == "freight")
            row["opened_on"] = min(row["opened_on"], date(2020, 6, 30))
            first, second = sorted(maker.random.sample(days, 2))
            if number % 3 == 0:
                row |= {"suspended_on": first, "state": "suspended"}
            else:
                row |= {
                    "cancelled_on": second,
                    "suspended_on": first if number % 3 == 1 else None,
                    "state": "cancelled",
                }
            yield row


def _schools_in_motion(maker: _Maker) -> Iterator[Row]:
    """Schools that paused, ended or began in the year: beyond those that the report counts."""
    closing, founding = (
        working_days(date(YEAR, 3, 1), date(YEAR, 12, 8)),
        working_days(date(YEAR, 9, 4), date(YEAR, 11, 30)),
    )
    for number in range(SCHOOLS_SUSPENDED + SCHOOLS_ENDED):
        row = maker.operator("driver_training", _urban_area(maker.random), required=False)
        row["opened_on"] = min(row["opened_on"], date(2020, 6, 30))
        state, column = ("suspended", "suspended_on") if number < SCHOOLS_SUSPENDED else ("cancelled", "cancelled_on")
        yield row | {"state": state, column: maker.random.choice(closing)}
    for _ in range(SCHOOLS_FOUNDED):
        row = maker.operator("driver_training", _urban_area(maker.random), required=False)
        yield row | {"opened_on": maker.random.choice(founding)}


def _urban_area(chance: Random) -> str:
    """The four districts more often than the two parks."""
    return chance.choices(URBAN, weights=[2 if area[4] == "7" else 5 for area in URBAN])[0]


def operating(centre: Centre, *sectors: str) -> list[Row]:
    """The operators of some trades that work, in the order of the workbook; all trades where none is named."""
    return [
        row
        for row in centre.rows("operator")
        if row["state"] == "operating" and (not sectors or row["sector"] in sectors)
    ]
