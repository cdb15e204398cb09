"""教学车辆台账: the training vehicles of the urban schools and of the first school of each county."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.core.codes import vin
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.schools import county_schools, of_school, urban_schools
from yunguan.demo.targets import LAST_DAY, YEAR

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
CLASSES = ("C1", "C1", "C1", "C2")
HEAVY = ("A1", "A2", "B2")
BRANDS = ("岫岩XL7130", "溯风XL7150", "澄川XL7151", "砚行XL7131")
LAPSED, STOPPED, ENDED = 0.015, 0.02, 0.04
"""Shares: inspection run out though in use; beyond the fleet: standing still, given up in the year."""


def rows(centre: Centre) -> list[Row]:
    """One row a vehicle, school by school."""
    maker = _Maker(centre.random("training_vehicle"))
    return [row for school in (*urban_schools(centre), *county_schools(centre)) for row in maker.fleet(school)]


class _Maker:
    """Draws one vehicle after another; numbers of plates and terminals run on."""

    def __init__(self, chance: Random) -> None:
        self.random = chance
        self.number = 0

    def fleet(self, school: Row) -> Iterator[Row]:
        """As many in use as the school declared, and a few beyond that stand still or are gone."""
        for place in range(school["fleet"]):
            yield self._vehicle(school, heavy="A2" in school["classes"] and place % 8 == 0)
        for _ in range(school["fleet"]):
            draw = self.random.random()
            if draw < STOPPED:
                yield self._vehicle(school) | {"stopped_on": self._day(), "state": "stopped"}
            elif draw < STOPPED + ENDED:
                yield self._vehicle(school) | {"ended_on": self._day(), "state": "ended"}

    def _vehicle(self, school: Row, *, heavy: bool = False) -> Row:
        self.number += 1
        registered = self.random.choice(working_days(date(2019, 1, 2), date(YEAR - 1, 12, 20)))
        lapsed = self.random.random() < LAPSED
        days = -self.random.randint(3, 40) if lapsed else self.random.randint(1, 364)
        return of_school(school) | {
            "plate": self._plate(),
            "classes": self.random.choice(HEAVY if heavy else CLASSES),
            "brand": self.random.choice(BRANDS),
            "vin": self._vin(registered),
            "dual_brake": True,
            "terminal_no": f"HY{self.number:014d}",
            "inspection_to": LAST_DAY + timedelta(days=days),
            "insured_to": LAST_DAY + timedelta(days=self.random.randint(1, 364)),
            "registered_on": registered,
            "stopped_on": None,
            "ended_on": None,
            "state": "in_use",
        }

    def _day(self) -> date:
        return self.random.choice(working_days(date(YEAR, 1, 3), date(YEAR, 12, 20)))

    def _plate(self) -> str:
        letter, rest = divmod(self.number, 1000)
        return f"湘D{LETTERS[letter]}{rest:03d}学"

    def _vin(self, registered: date) -> str:
        """A serial with a right check character; the maker's code L0X was given to nobody."""
        years = "ABCDEFGHJKLMNPRSTVWXY"
        tail = f"{years[registered.year - 2010]}D{self.number:06d}"
        return f"L0XJX125{vin.check_digit(f'L0XJX1250{tail}')}{tail}"
