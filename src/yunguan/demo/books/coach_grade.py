"""营运客车类型等级评定台账: grades of new coaches, yearly reviews, last year's grades that they took the place of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.books.vehicle_check import CHECKERS, COACHES_LOOKED_AT
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR, aim, targets
from yunguan.registers.checks import years_later

BAND = range(923, 924)
COUNTED_TO = targets()["maintenance.bus_grades"].as_of
RATED = 84
"""New coaches rated to the end of November; the rest of the figure are reviews and coaches looked at."""
RATED_LATE, REVIEWED_LATE = 7, 9
LAPSED = 12
"""Graded the year before, not brought to the review in the year."""
LOWERED = 6
OPEN = {"accepted": 3, "rework": 4, "refused": 2}
GONE = 3
"""Coaches graded the year before that left the trade in the year."""
GRADES = {"1": ("13", "14", "15"), "2": ("23", "24", "25"), "3": ("32", "33", "34"), "4": ("42", "43", "44")}
LOWER = {"13": "14", "14": "15", "23": "24", "24": "25", "32": "33", "33": "34", "42": "43", "43": "44"}


def rows(centre: Centre) -> list[Row]:
    """One row a rating, numbered in the order of acceptance year by year."""
    maker = _Maker(centre)
    made = sorted(maker.all(), key=lambda row: (row["accepted_on"], row["vin"]))
    counts: dict[int, int] = {}
    for row in made:
        year = row["accepted_on"].year
        counts[year] = counts.get(year, 0) + 1
        row["rating_no"] = f"KP{year}-{counts[year]:04d}"
    return made


class _Maker:
    """Draws one coach after another; each has at most one grade in force."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("coach_grade")
        people = People(self.random, BAND)
        self.checkers = [people.name(female=False) for _ in range(CHECKERS)]
        coaches = [row for row in centre.rows("vehicle") if (row["sector"], row["state"]) == ("passenger", "operating")]
        self.new = [row for row in coaches if row["registered_on"].year == YEAR]
        self.old = [row for row in coaches if row["registered_on"].year < YEAR - 1]
        self.random.shuffle(self.old)

    def all(self) -> Iterator[Row]:
        new = sorted(self.new, key=lambda row: (row["registered_on"], row["vin"]))
        for vehicle in [row for row in new if row["registered_on"] <= COUNTED_TO - timedelta(days=9)][:RATED]:
            yield self._graded(vehicle, "rating", later(vehicle["registered_on"], self.random.randint(1, 6)), None)
        for vehicle in [row for row in new if row["registered_on"] > COUNTED_TO][:RATED_LATE]:
            yield self._graded(vehicle, "rating", later(vehicle["registered_on"], 2), None)
        yield from self._reviews()
        yield from self._open_ones()

    def _reviews(self) -> Iterator[Row]:
        """A review takes the place of last year's grade; some coaches did not come."""
        counted = aim("maintenance.bus_grades") - COACHES_LOOKED_AT - RATED
        for number in range(counted + REVIEWED_LATE + LAPSED):
            vehicle = self.old.pop()
            before = self._graded(vehicle, "rating", self._day(number, counted, YEAR - 1), None)
            if number < counted + REVIEWED_LATE:
                after = self._graded(vehicle, "review", self._day(number, counted, YEAR), before)
                yield after
                before |= {"state": "replaced", "replaced_on": after["graded_on"]}
            yield before
        for _ in range(GONE):
            gone = self._graded(self.old.pop(), "rating", date(YEAR - 1, 9, 15), None)
            yield gone | {"state": "ended", "ended_on": date(YEAR, 5, 10)}

    def _day(self, number: int, counted: int, year: int) -> date:
        late = counted <= number < counted + REVIEWED_LATE
        first, last = (date(year, 12, 1), date(year, 12, 27)) if late else (date(year, 2, 1), date(year, 11, 28))
        return self.random.choice(working_days(first, last))

    def _graded(self, vehicle: Row, kind: str, day: date, before: Row | None) -> Row:
        coach = self._coach(vehicle, kind, day, before)
        grade = coach["previous_grade"] or self.random.choice(GRADES[_type_of(coach["length_mm"])])
        if before and self.lowered < LOWERED and grade in LOWER:
            self.lowered += 1
            grade = LOWER[grade]
        checker, second = self.random.sample(self.checkers, 2)
        return coach | {
            "grade": grade,
            "checker": checker,
            "second_checker": second,
            "graded_on": day,
            "valid_to": years_later(day, 1) - timedelta(days=1),
            "state": "graded",
        }

    lowered = 0

    def _coach(self, vehicle: Row, kind: str, day: date, before: Row | None) -> Row:
        back = working_days(day - timedelta(days=15), day)
        return {
            "rating_kind": kind,
            **{name: vehicle[name] for name in ("operator", "operator__name", "plate", "vin", "seats", "area")},
            "length_mm": before["length_mm"] if before else _length(vehicle["seats"]) + self.random.randrange(0, 400),
            "accepted_on": back[-min(len(back), self.random.randint(1, 4))],
            "report_no": f"KC{day.year}{self.random.randrange(10**7):07d}",
            "previous_grade": before["grade"] if before else None,
            **dict.fromkeys(("findings", "rework_on", "replaced_on", "refused_on", "ended_on")),
        }

    def _open_ones(self) -> Iterator[Row]:
        for state, count in OPEN.items():
            for _ in range(count):
                day = self.random.choice(working_days(date(YEAR, 11, 20), date(YEAR, 12, 20)))
                coach = self._coach(self.old.pop(), "rating", day, None) | {"state": state}
                if state == "rework":
                    coach |= {"rework_on": day, "findings": "座椅间距不足，请按所申报等级调整后复核。"}
                if state == "refused":
                    coach |= {"refused_on": min(later(day, 5), LAST_DAY)}
                yield coach


def _length(seats: int) -> int:
    """About how long a coach of so many seats is, in millimetres."""
    sizes = {19: 5500, 29: 7600, 37: 8500, 45: 10500, 49: 11000, 53: 12200}
    return sizes[seats]


def _type_of(length_mm: int) -> str:
    limits = (("4", 6000), ("3", 9000), ("2", 12000), ("1", 13700))
    return next(kind for kind, most in limits if length_mm <= most)
