"""出租汽车经营权台账: rights of the urban taxis, most of which end with the year and are granted anew."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import LAST_DAY, YEAR

ENDING = {"regranted": 46, "applied": 9, "refused": 2, "reminded": 4, "expired": 3}
"""What became of the rights that end with the year."""
NEW_TERM = date(YEAR + 6, 12, 31)
EARLIER = date(YEAR, 9, 30)
"""Last day of those that nobody applied for."""


def rows(centre: Centre) -> list[Row]:
    """One row a right, by number."""
    chance = centre.random("taxi_right")
    taxis = [row for row in centre.rows("vehicle") if row["sector"] == "taxi" and row["state"] == "operating"]
    urban = [row for row in taxis if row["area"] in URBAN]
    county = [row for row in taxis if row["area"] not in URBAN]
    states = [state for state, count in ENDING.items() for _ in range(count)]
    made = [_ending(chance, taxi, state) for taxi, state in zip(urban, states, strict=False)]
    made += [_lasting(chance, taxi) for taxi in [*urban[len(states) :], *county]]
    again = [_new(row) for row in made if row["state"] == "regranted"]
    for number, row in enumerate([*made, *again], start=1):
        row["right_no"] = f"衡出经〔{row['granted_on'].year}〕{number:04d}号"
    return [*made, *again]


def _right(chance: Random, taxi: Row, granted: date, ends: date) -> Row:
    return {
        "right_no": "",
        "operator": taxi["operator"],
        "operator__name": taxi["operator__name"],
        "holder": taxi["operator__name"],
        "owned_by": "company" if chance.random() < 0.8 else "person",  # noqa: PLR2004 - four in five
        "plate": taxi["plate"],
        "granted_on": granted,
        "valid_to": ends,
        "granted_again": False,
        "area": taxi["area"],
        "state": "valid",
    }


def _lasting(chance: Random, taxi: Row) -> Row:
    granted = chance.choice(working_days(date(2020, 1, 6), date(YEAR - 1, 12, 20)))
    return _right(chance, taxi, granted, date(granted.year + 6, granted.month, min(granted.day, 28)))


def _ending(chance: Random, taxi: Row, state: str) -> Row:
    row = _right(chance, taxi, date(YEAR - 5, 1, 1), LAST_DAY) | {"state": state}
    reminded = {"reminded_on": chance.choice(working_days(date(YEAR, 10, 9), date(YEAR, 10, 20)))}
    if state == "expired":
        return row | {"valid_to": EARLIER, "expired_on": EARLIER + timedelta(days=8)}
    if state == "reminded":
        return row | {"reminded_on": date(YEAR, 12, 4), "reminder": "last"}
    row |= reminded | {"reminder": "first", "service_passed": state != "refused"}
    if state == "applied":
        return row | {"applied_on": chance.choice(working_days(date(YEAR, 12, 18), date(YEAR, 12, 28)))}
    row["applied_on"] = chance.choice(working_days(date(YEAR, 10, 23), date(YEAR, 11, 17)))
    decided = {"decided_on": chance.choice(working_days(date(YEAR, 11, 27), date(YEAR, 12, 8)))}
    if state == "refused":
        return row | decided
    return row | decided | {"decision_no": f"衡运出〔{YEAR}〕18号", "new_valid_to": NEW_TERM}


def _new(old: Row) -> Row:
    kept = ("operator", "operator__name", "holder", "owned_by", "plate", "decision_no", "area")
    return {name: old[name] for name in kept} | {
        "right_no": "",
        "granted_on": LAST_DAY + timedelta(days=1),
        "valid_to": NEW_TERM,
        "granted_again": True,
        "state": "valid",
    }
