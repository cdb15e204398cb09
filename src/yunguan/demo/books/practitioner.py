"""从业人员名录: drivers, escorts and loaders with their qualifications."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.people import People, Person
from yunguan.demo.targets import LAST_DAY, YEAR

BAND = range(400, 900)
YEARS_VALID = 6
YOUNGEST = 21
CATEGORIES = {
    "01001": (560, "passenger", ("A1", "B1")),
    "02001": (760, "freight", ("A2", "B2")),
    "03001": (310, "dangerous", ("A2", "B2")),
    "03002": (40, "dangerous", ()),
    "03003": (190, "dangerous", ()),
    "09002": (280, "taxi", ("C1", "C2")),
    "09003": (180, "ride_hailing", ("C1", "C2")),
    "13001": (240, "bus", ("A1", "A3")),
}
"""Category of qualification: how many hold it, in which trade, with which driving licences."""


def rows(centre: Centre) -> list[Row]:
    """One row a person, in the order of issue."""
    chance = centre.random("practitioner")
    people = People(chance, BAND)
    made: list[Row] = []
    for category, (count, sector, licences) in CATEGORIES.items():
        owners = operating(centre, sector)
        for _ in range(count):
            owner = chance.choice(owners)
            person = people.born_between(date(YEAR - 57, 1, 1), date(YEAR - 27, 12, 31), women=0.08)
            made.append(_row(chance, person, category, owner, licences))
    made.sort(key=lambda row: (row["issued_on"], row["identity_number"]))
    for number, row in enumerate(made, start=1):
        row["certificate_no"] = f"430400{number:06d}"
    return made


def _row(chance: Random, person: Person, category: str, owner: Row, licences: tuple[str, ...]) -> Row:
    issued = chance.choice(working_days(date(YEAR - 4, 1, 1), LAST_DAY))
    grown = issued.year - person.born.year > YOUNGEST + YEARS_VALID
    first = issued - timedelta(days=365 * chance.choice((0, 0, 0, YEARS_VALID))) if grown else issued
    return {
        "name": person.name,
        "identity_number": person.identity_number,
        "category": category,
        "certificate_no": "",
        "mobile": person.mobile,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "licence_class": chance.choice(licences) if licences else None,
        "first_issued_on": first,
        "issued_on": issued,
        "valid_to": issued.replace(year=issued.year + YEARS_VALID, day=min(issued.day, 28)),
        "expired_on": None,
        "cancelled_on": None,
        "area": owner["area"],
        "state": "valid",
    } | _end(chance, issued)


def _end(chance: Random, issued: date) -> Row:
    """A few have expired (a short qualification) or were given up."""
    draw = chance.random()
    if draw > 0.05 or issued.year >= YEAR:  # noqa: PLR2004 - the share of such people
        return {}
    day = chance.choice(working_days(date(YEAR, 1, 1), LAST_DAY))
    if draw < 0.02:  # noqa: PLR2004 - as above
        return {"valid_to": day - timedelta(days=1), "expired_on": day, "state": "expired"}
    return {"cancelled_on": day, "state": "cancelled"}
