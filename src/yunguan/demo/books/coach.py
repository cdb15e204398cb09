"""教练员台账: the coaches of the urban schools and of the first school of each county."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.schools import county_schools, of_school, shares, urban_schools
from yunguan.demo.targets import LAST_DAY, YEAR, aim

BAND = range(982, 985)
CREDITS = ("AAA", "AA", "AA", "AA", "A", "A", "B")
SKILLS = (None, None, None, "4", "4", "3", "2")
BEYOND = {"preparing": 14, "paused": 11, "left": 43, "barred": 3}
"""Urban coaches who do not teach at the year's end."""


def rows(centre: Centre) -> list[Row]:
    """One row a coach, school by school; first those who teach."""
    maker = _Maker(centre)
    return [*maker.teaching(), *maker.beyond()]


class _Maker:
    """Draws one coach after another."""

    def __init__(self, centre: Centre) -> None:
        self.random: Random = centre.random("coach")
        self.people = People(self.random, BAND)
        self.urban, self.county = urban_schools(centre), county_schools(centre)

    def teaching(self) -> Iterator[Row]:
        """As many urban ones as published; a county's school has one a vehicle."""
        counts = shares(aim("training.coaches"), [school["fleet"] for school in self.urban])
        counts += [school["fleet"] for school in self.county]
        for school, count in zip([*self.urban, *self.county], counts, strict=True):
            for _ in range(count):
                yield self._coach(school)

    def beyond(self) -> Iterator[Row]:
        for state, count in BEYOND.items():
            for _ in range(count):
                yield self._coach(self.random.choice(self.urban)) | self._end(state)

    def _end(self, state: str) -> Row:
        day = self.random.choice(working_days(date(YEAR, 4, 3), date(YEAR, 12, 20)))
        if state == "preparing":
            hired = self.random.choice(working_days(date(YEAR, 12, 1), date(YEAR, 12, 27)))
            nothing = dict.fromkeys(("prepared_on", "started_on", "credit", "credit_year"))
            return {"hired_on": hired, "state": state} | nothing
        return {f"{state}_on": day, "state": state}

    def _coach(self, school: Row) -> Row:
        person = self.people.born_between(date(YEAR - 58, 1, 1), date(YEAR - 33, 12, 31), women=0.12)
        hired = self.random.choice(working_days(date(2019, 1, 2), date(YEAR - 1, 12, 20)))
        prepared = later(hired, self.random.randint(5, 12))
        heavy = "A2" in school["classes"]
        return of_school(school) | {
            "name": person.name,
            "identity_number": person.identity_number,
            "mobile": person.mobile,
            "teaching": self.random.choice(("05002",) * 12 + ("05001", "05003" if heavy else "05002")),
            "classes": self.random.choice(("C1", "C1、C2", "C1、C2", "A2、B2" if heavy else "C1")),
            "licensed_on": person.born + timedelta(days=365 * self.random.randint(19, 23)),
            "skill": self.random.choice(SKILLS),
            "contract_to": LAST_DAY + timedelta(days=self.random.randint(20, 900)),
            "hired_on": hired,
            "prepared_on": prepared,
            "started_on": later(prepared, 1),
            "credit": self.random.choice(CREDITS),
            "credit_year": YEAR - 1,
            "state": "teaching",
        }
