"""驾培月报台账: the months of the urban schools; up to October they come to the published number of learners."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.core.period import Period
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.schools import of_school, shares, urban_schools
from yunguan.demo.targets import YEAR, aim

BUSY = {1: 5, 2: 7, 3: 10, 4: 10, 5: 10, 6: 11, 7: 14, 8: 14, 9: 11, 10: 10, 11: 9, 12: 7}
COUNTED_MONTHS = 10
LATE, PASSING, IN_WRITING = 0.06, (52, 74), (72, 96)
"""Share of late reports; per cent who pass; per cent of the enrolled who signed a contract."""


def rows(centre: Centre) -> list[Row]:
    """One row a school and month, month by month."""
    chance = centre.random("training_month")
    schools = urban_schools(centre)
    counted = _spread(chance, schools, range(1, COUNTED_MONTHS + 1), aim("training.learners"))
    rest = _spread(chance, schools, range(COUNTED_MONTHS + 1, 13), aim("training.learners") // 6)
    return [_row(chance, school, month, trained) for month, school, trained in (*counted, *rest)]


def _spread(chance: Random, schools: list[Row], months: range, total: int) -> Iterator[tuple[int, Row, int]]:
    pairs = [(month, school) for month in months for school in schools]
    weights = [BUSY[month] * school["fleet"] * chance.randint(85, 115) for month, school in pairs]
    for (month, school), trained in zip(pairs, shares(total, weights), strict=True):
        yield month, school, trained


def _row(chance: Random, school: Row, month: int, trained: int) -> Row:
    enrolled = trained * chance.randint(78, 112) // 100
    examined = trained * chance.randint(105, 150) // 100
    return (
        of_school(school)
        | {
            "month": f"{YEAR}-{month:02d}",
            "enrolled": enrolled,
            "trained": trained,
            "examined": examined,
            "passed": examined * chance.randint(*PASSING) // 100,
            "in_training": trained * chance.randint(3, 5),
            "contracts": enrolled * chance.randint(*IN_WRITING) // 100,
        }
        | _days(chance, month)
    )


def _days(chance: Random, month: int) -> Row:
    """Reported in the first days of the next month, a few late; what came in January is still to be checked."""
    end = Period.month(YEAR, month).last
    late = chance.random() < LATE and month < 12  # noqa: PLR2004 - December's are not late yet
    window = working_days(end + timedelta(days=1), end + timedelta(days=8))
    reported = later(end + timedelta(days=12), chance.randint(0, 4)) if late else chance.choice(window)
    if month == 12:  # noqa: PLR2004 - as above
        return {"reported_on": min(reported, date(YEAR + 1, 1, 5)), "state": "reported"}
    return {"reported_on": reported, "checked_on": later(reported, chance.randint(1, 6)), "state": "checked"}
