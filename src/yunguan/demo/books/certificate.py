"""从业资格证发放台账: certificates of two years, on paper until the electronic ones came in April of the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.replacements import replacements
from yunguan.demo.targets import LAST_DAY, YEAR

ELECTRONIC_SINCE = date(2022, 4, 18)
ALL_ELECTRONIC_SINCE = date(YEAR, 1, 1)
ALSO_ON_PAPER, STILL_ON_PAPER = 0.1, 0.35
FAILED = 2
"""The last certificates of the year whose signature failed."""


def rows(centre: Centre) -> list[Row]:
    """One row an issue, in the order of days."""
    chance = centre.random("certificate")
    changed = {person["identity_number"] + person["category"]: day for person, _, day in replacements(centre)}
    made = sorted([*_terms(chance, centre, changed), *_replaced(chance, centre)], key=_when)
    serial: dict[int, int] = {}
    for row in made:
        year = row["issued_on"].year
        serial[year] = serial.get(year, 0) + 1
        row["issue_no"] = f"衡从证{year}{serial[year]:06d}"
    _fail_last(made)
    return made


def _terms(chance: Random, centre: Centre, changed: dict[str, date]) -> Iterator[Row]:
    """First issues and renewals, as the list of people has them."""
    for person in centre.rows("practitioner"):
        if person["issued_on"].year < YEAR - 1:
            continue
        matter = "1" if person["first_issued_on"] == person["issued_on"] else "6"
        row = _row(chance, person, matter, person["issued_on"])
        day = changed.get(person["identity_number"] + person["category"])
        if day is not None:
            yield row | {"replaced_on": day, "state": "replaced"}
        elif person["state"] == "expired":
            yield row | {"expired_on": person["expired_on"], "state": "expired"}
        elif person["state"] == "cancelled":
            yield row | {"cancelled_on": person["cancelled_on"], "state": "cancelled"}
        else:
            yield row


def _replaced(chance: Random, centre: Centre) -> Iterator[Row]:
    for person, matter, day in replacements(centre):
        yield _row(chance, person, matter, day)


def _row(chance: Random, person: Row, matter: str, day: date) -> Row:
    copied = ("name", "identity_number", "category", "certificate_no", "valid_to", "area")
    signed = later(day, chance.randint(0, 2))
    done = {"signed_on": signed, "state": "valid"} if signed <= LAST_DAY else {"state": "pending"}
    return (
        {name: person[name] for name in copied}
        | {
            "matter": matter,
            "medium": _medium(chance, day),
            "issued_on": day,
        }
        | done
    )


def _medium(chance: Random, day: date) -> str:
    draw = chance.random()
    if day < ELECTRONIC_SINCE or (day < ALL_ELECTRONIC_SINCE and draw < STILL_ON_PAPER):
        return "paper"
    return "both" if draw > 1 - ALSO_ON_PAPER else "electronic"


def _fail_last(made: list[Row]) -> None:
    """A signature that failed in the last days is still to be made good."""
    signed = [row for row in made if row["state"] == "valid" and row["issued_on"] >= date(YEAR, 12, 20)]
    for row in signed[-FAILED:]:
        row |= {"failed_on": row["signed_on"], "signed_on": None, "state": "failed"}


def _when(row: Row) -> tuple[date, str]:
    return row["issued_on"], row["identity_number"]
