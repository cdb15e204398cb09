"""How the examinations for qualifications went: a sitting a month and category, who passed, who came again.

Whoever was issued a first certificate in the year passed in the last sitting before; failures are added so that of the
taxi drivers examined as many passed as published.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People, Person
from yunguan.demo.targets import LAST_DAY, YEAR, aim

BAND = range(987, 990)
TAXI = "09002"
DAY_OF_MONTH = {"01001": 7, "02001": 9, "03001": 13, "03002": 14, "03003": 15, TAXI: 19, "09003": 20, "13001": 8}
TAXI_PASSED = 57
"""Taxi drivers who passed, those who wait for certificates among them: a number that makes the rate exact."""
FAILED, ABSENT = 0.45, 0.12
"""In the other categories: failures and absences for each who passed."""
ISSUED_AFTER = timedelta(days=7)
AGAIN = 0.6


@dataclass
class Candidate:
    """Somebody in a sitting, with the outcome."""

    name: str
    identity_number: str
    mobile: str
    area: str
    outcome: str


@dataclass
class Round:
    """One sitting of one category."""

    number: str
    category: str
    exam_on: date
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def capacity(self) -> int:
        """Seats: the room is never full."""
        return max(10, (len(self.candidates) + 4) // 5 * 5 + 5)


def rounds(centre: Centre) -> list[Round]:
    """Every sitting from December of the year before, in the order of days."""
    maker = _Maker(centre)
    return sorted(maker.all_rounds(), key=lambda each: (each.exam_on, each.category))


class _Maker:
    """Puts people into sittings, category by category."""

    def __init__(self, centre: Centre) -> None:
        self.random: Random = centre.random("exam_rounds")
        self.people = People(self.random, BAND)
        self.first = [row for row in centre.rows("practitioner") if _first_of_the_year(row)]
        self.areas = sorted({row["area"] for row in self.first})

    def all_rounds(self) -> list[Round]:
        found = []
        for category in DAY_OF_MONTH:
            own = _days(category)
            found += own
            self._passed(own, category)
            counted = [each for each in own if each.exam_on.year == YEAR]
            self._others(counted, category)
        return [each for each in found if each.candidates]

    def _passed(self, own: list[Round], category: str) -> None:
        for row in (row for row in self.first if row["category"] == category):
            fitting = [each for each in own if each.exam_on + ISSUED_AFTER <= row["issued_on"]]
            known = (row["name"], row["identity_number"], row["mobile"], row["area"])
            fitting[-1].candidates.append(Candidate(*known, "passed"))
        if category == TAXI:
            last = own[-1]
            there = sum(len(each.candidates) for each in own if each.exam_on.year == YEAR)
            last.candidates += [self._newcomer("passed") for _ in range(TAXI_PASSED - there)]

    def _others(self, own: list[Round], category: str) -> None:
        passed = sum(len(each.candidates) for each in own)
        failed = int(passed * FAILED)
        if category == TAXI:
            failed = passed * 100 // aim("exams.taxi.pass_rate") - passed
        outcomes = ["failed"] * failed + ["absent"] * int((passed + failed) * ABSENT)
        self.random.shuffle(outcomes)
        places: dict[str, list[str]] = defaultdict(list)
        for outcome in outcomes:
            places[self.random.choice(own).number].append(outcome)
        self._seat(own, places)

    def _seat(self, own: list[Round], places: dict[str, list[str]]) -> None:
        """Those who failed come again: some until they pass, some in the next sittings."""
        before: list[Candidate] = []
        for index, each in enumerate(own):
            to_pass = [one for later_one in own[index + 1 :] for one in later_one.candidates if one.outcome == "passed"]
            for outcome in places[each.number]:
                each.candidates.append(self._somebody(each, [*to_pass, *before], outcome))
            before = [one for one in each.candidates if one.outcome != "passed"]

    def _somebody(self, sitting: Round, pool: list[Candidate], outcome: str) -> Candidate:
        there = {one.identity_number for one in sitting.candidates}
        free = [one for one in pool if one.identity_number not in there]
        if free and self.random.random() < AGAIN:
            one = self.random.choice(free)
            return Candidate(one.name, one.identity_number, one.mobile, one.area, outcome)
        return self._newcomer(outcome)

    def _newcomer(self, outcome: str) -> Candidate:
        person: Person = self.people.born_between(date(YEAR - 55, 1, 1), date(YEAR - 24, 12, 31), women=0.1)
        area = self.random.choice(self.areas)
        return Candidate(person.name, person.identity_number, person.mobile, area, outcome)


def _days(category: str) -> list[Round]:
    months = [(YEAR - 1, 11), (YEAR - 1, 12), *((YEAR, month) for month in range(1, 13))]
    days = [later(date(year, month, DAY_OF_MONTH[category]), 0) for year, month in months]
    return [Round(f"{category}-{day:%Y%m}", category, day) for day in days]


def _first_of_the_year(row: Row) -> bool:
    return bool(row["issued_on"] == row["first_issued_on"] and row["issued_on"].year == YEAR)


def applied_on(chance: Random, exam_on: date) -> date:
    """A working day of the window in which people apply for a sitting."""
    return chance.choice(working_days(exam_on - timedelta(days=24), exam_on - timedelta(days=8)))


def within_the_year(day: date) -> date | None:
    """The day, or None where it lies after the year."""
    return day if day <= LAST_DAY else None
