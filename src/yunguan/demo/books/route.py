"""客运线路台账: the lines of the passenger carriers, from those within a county to those into other provinces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from yunguan.core.area import load_areas
from yunguan.demo.books.operator import COUNTIES, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import LAST_DAY, YEAR

COUNTS = {"4": 13, "3": 34, "2": 46, "1": 62}
"""Lines by range: into other provinces, other cities, other counties, within one county."""
CLASSES = {"4": "1", "3": "2", "2": "3", "1": "4"}
KM = {"4": (480, 980), "3": (95, 290), "2": (28, 110), "1": (8, 46)}
TRIPS = {"4": (5, 20), "3": (20, 80), "2": (60, 240), "1": (40, 160)}
"""Daily trips, in tenths: a line that runs every other day has half a trip."""
FAR = {
    "4": ("广州", "深圳", "东莞", "佛山", "桂林", "南宁", "南昌"),
    "3": ("长沙", "株洲", "湘潭", "永州", "郴州", "邵阳", "娄底"),
}
FIRST, SECOND, KINDS = "望澄榆荻苇穗雁鹭莲桐", "岑江荫岸塘丰栖洲溪坪", "镇乡村"
TERMS = (4, 4, 5, 6, 8)
CONVERTED, PLANNED = 7, 12
"""Lines within a county that became public transport in the year, and those still planned to."""
SUSPENDED, EXPIRED, STOPPED = 4, 5, 6


def rows(centre: Centre) -> list[Row]:
    """One row a line, those that run farthest first."""
    maker = _Maker(centre)
    made = [row for level, count in COUNTS.items() for row in maker.lines(level, count)]
    _change(maker.random, made)
    for number, row in enumerate(made, start=1):
        row["route_no"] = f"衡班{row['level']}{number:04d}"
    return made


class _Maker:
    """Draws one line after another."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("route")
        self.owners = operating(centre, "passenger")
        self.county = [row for row in self.owners if row["area"] in COUNTIES]
        self.names: set[str] = set()

    def lines(self, level: str, count: int) -> Iterator[Row]:
        for number in range(count):
            owner = self.random.choice(self.county if level == "1" else self.owners)
            yield self._line(level, owner, number)

    def _line(self, level: str, owner: Row, number: int) -> Row:
        start, end, areas = self._ends(level, owner)
        length = Decimal(self.random.randrange(KM[level][0] * 10, KM[level][1] * 10)) / 10
        trips = Decimal(self.random.randrange(*TRIPS[level])) / 10
        begun = self.random.choice(working_days(date(YEAR - 4, 1, 1), date(YEAR, 6, 30)))
        term = self.random.choice([each for each in TERMS if begun.year + each > YEAR])
        return {
            "name": f"{start}—{end}",
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "origin": f"{start}汽车站",
            "destination": f"{end}汽车站",
            **areas,
            "level": level,
            "route_class": CLASSES[level],
            "length_km": length,
            "expressway_km": (length * 7 / 10).quantize(Decimal("0.1")) if level in FAR else Decimal(0),
            "daily_trips": trips,
            "vehicles": max(int(trips / 3), 1),
            "rural": level == "1",
            "tailored": level == "3" and number % 6 == 0,
            "conversion_planned": False,
            "licence_no": f"衡运班许〔{begun.year}〕{self.random.randrange(1, 400)}号",
            "licence_from": begun,
            "licence_to": date(begun.year + term, begun.month, min(begun.day, 28)) - timedelta(days=1),
            "area": owner["area"],
            "state": "licensed",
        }

    def _ends(self, level: str, owner: Row) -> tuple[str, str, Row]:
        home = load_areas().name(owner["area"])
        if level in FAR:
            return home, self.random.choice(FAR[level]), {"origin_area": owner["area"]}
        if level == "2":
            other = self.random.choice([area for area in COUNTIES if area != owner["area"]])
            return home, load_areas().name(other), {"origin_area": owner["area"], "destination_area": other}
        place = "".join(self.random.choice(part) for part in (FIRST, SECOND, KINDS))
        return home, place, {"origin_area": owner["area"], "destination_area": owner["area"]}


def _change(chance: Random, made: list[Row]) -> None:
    """What became of some in the course of the year."""
    local = [row for row in made if row["level"] == "1"]
    for number, row in enumerate(local[: CONVERTED + PLANNED]):
        row["conversion_planned"] = True
        if number < CONVERTED:
            day = chance.choice(working_days(date(YEAR, 3, 1), date(YEAR, 11, 30)))
            day = max(day, row["licence_from"])
            row |= {"state": "converted", "converted_on": day, "conversion_doc_no": f"衡交函〔{YEAR}〕{number + 31}号"}
    others = [row for row in made if row["level"] in {"2", "3"} and row["licence_from"] < date(YEAR - 1, 1, 1)]
    chance.shuffle(others)
    for row in others[:SUSPENDED]:
        row |= {"state": "suspended", "suspended_on": chance.choice(working_days(date(YEAR, 2, 1), LAST_DAY))}
    for row in others[SUSPENDED : SUSPENDED + EXPIRED]:
        day = chance.choice(working_days(date(YEAR, 9, 1), date(YEAR, 12, 20)))
        row |= {"state": "expired", "licence_from": day.replace(year=YEAR - 4, day=1), "licence_to": day - timedelta(1)}
        row |= {"expired_on": day}
    for row in others[SUSPENDED + EXPIRED : SUSPENDED + EXPIRED + STOPPED]:
        day = chance.choice(working_days(date(YEAR, 4, 1), LAST_DAY))
        row |= {"state": "stopped", "stop_told_on": day - timedelta(days=chance.randint(31, 45)), "stopped_on": day}
