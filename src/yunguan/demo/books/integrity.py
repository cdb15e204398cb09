"""诚信考核台账: the cycles of drivers that ended in the year, their grades, and some cycles that still run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY, YEAR

DRIVERS = {"01001", "02001", "03001"}
EVERY = 3
PREVIOUS = (None, "A", "AA", "AA", "AA", "AAA")
LOST = ((),) * 14 + ((1,), (3,), (1, 3), (5,), (5, 3), (10,), (10, 5))
FULL = (20,)
FULL_EVERY, NEXT_EVERY = 61, 7
FULL_MARK, AA_BELOW = 20, 10


def rows(centre: Centre) -> list[Row]:
    """One row a cycle, in the order in which they ended."""
    made = sorted(_cycles(centre), key=_when)
    for number, row in enumerate(made, start=1):
        row["cycle_no"] = f"衡诚{YEAR}{number:05d}"
        del row["lost"]
    return made


def points_lost(centre: Centre) -> dict[str, tuple[int, ...]]:
    """What each cycle lost, decision by decision, by ``key_of`` the cycle."""
    return {key_of(row): row["lost"] for row in _cycles(centre)}


def key_of(row: Row) -> str:
    """Whose cycle it is and when it begins."""
    return f"{row['identity_number']}/{row['category']}/{row['cycle_from']}"


def _cycles(centre: Centre) -> list[Row]:
    """Every third driver who has been licensed for longer than a cycle."""
    chance = centre.random("integrity")
    drivers = [row for row in centre.rows("practitioner") if row["category"] in DRIVERS and row["state"] == "valid"]
    held = [row for row in drivers if row["issued_on"].year < YEAR - 1][::EVERY]
    ended = [_row(chance, number, row) for number, row in enumerate(held)]
    graded = [row for row in ended if row["state"] == "assessed"]
    return [*ended, *(_next(chance, row) for row in graded[::NEXT_EVERY])]


def _row(chance: Random, number: int, driver: Row) -> Row:
    begun = driver["issued_on"].replace(year=YEAR - 1, day=min(driver["issued_on"].day, 28))
    ended = begun.replace(year=YEAR) - timedelta(days=1)
    lost = FULL if number % FULL_EVERY == FULL_EVERY - 1 else chance.choice(LOST)
    previous = chance.choice(PREVIOUS)
    copied = ("name", "identity_number", "category", "operator", "operator__name", "area")
    row = {name: driver[name] for name in copied} | {
        "cycle_from": begun,
        "cycle_to": ended,
        "previous_grade": previous,
        "electronic": True,
        "lost": lost,
    }
    closed, assessed = later(ended, 1), later(ended, chance.randint(2, 15))
    if closed > LAST_DAY:
        return row | {"state": "running"}
    row |= {"closed_on": closed, "state": "due"}
    return row | (_assessed(chance, assessed, sum(lost), previous) if assessed <= LAST_DAY else {})


def _next(chance: Random, before: Row) -> Row:
    """The cycle that began when the last one ended and still runs."""
    begun = before["cycle_to"] + timedelta(days=1)
    ended = begun.replace(year=begun.year + 1) - timedelta(days=1)
    copied = ("name", "identity_number", "category", "operator", "operator__name", "area", "electronic")
    own = {"cycle_from": begun, "cycle_to": ended, "previous_grade": before["grade"], "state": "running"}
    return {name: before[name] for name in copied} | own | {"lost": chance.choice(LOST)}


def _assessed(chance: Random, day: date, points: int, previous: str | None) -> Row:
    found: Row = {"points": points, "grade": grade(points, previous), "assessed_on": day, "state": "assessed"}
    if found["grade"] != "B":
        return found
    restored = later(day, chance.randint(8, 20))
    if restored > LAST_DAY or chance.random() < 0.3:  # noqa: PLR2004 - some have not come yet
        return found | {"state": "education"}
    return found | {"restored_on": restored, "education_hours": 24, "state": "restored"}


def grade(points: int, previous: str | None) -> str:
    """As the rules of the year have it."""
    if points >= FULL_MARK:
        return "B"
    if points == 0 and previous in {"AAA", "AA"}:
        return "AAA"
    return "AA" if points < AA_BELOW and previous else "A"


def _when(row: Row) -> tuple[date, str]:
    return row["cycle_to"], row["identity_number"]
