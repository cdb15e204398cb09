"""补贴申报车辆台账 of the demonstration: rural coaches, taxis and electric buses of the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from yunguan.demo.books.operator import COUNTIES
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.subsidies import AFTER_OBJECTION, POOLS, Pool
from yunguan.demo.targets import YEAR

MOST_SEATS = 29
LENGTHS = {24: 7490, 30: 8545, 36: 10490}
"""A bus of so many seats is so long, in millimetres."""
EXCLUDED = ("年内报废，不再营运", "未取得道路运输证", "年内发生较大以上责任事故")
OPEN_CLAIMS = 36


def rows(centre: Centre) -> list[Row]:
    """Every claim, pool by pool in the order of plates."""
    chance = centre.random("subsidy_vehicle")
    made = [row for pool in POOLS for row in _claims(centre, chance, pool)]
    return sorted(made, key=lambda row: (row["plan"], row["plate"], row["plate_colour"]))


def _claims(centre: Centre, chance: Random, pool: Pool) -> Iterator[Row]:
    vehicles = [row for row in centre.rows("vehicle") if _belongs(row, pool)]
    vehicles = vehicles[:OPEN_CLAIMS] if pool.state == "county_review" else vehicles
    owners = _paid_to(centre)
    for number, vehicle in enumerate(vehicles):
        row = _claim(chance, pool, vehicle) | owners(vehicle, number)
        yield row | _decided(chance, pool, number, last=number == len(vehicles) - 1)


def _belongs(vehicle: Row, pool: Pool) -> bool:
    if vehicle["registered_on"] > date(pool.year, 11, 30):
        return False
    if (vehicle["ended_on"] or vehicle["stopped_on"] or date.max) <= date(pool.year, 6, 30):
        return False
    match pool.kind:
        case "taxi_fuel_tax":
            return bool(vehicle["sector"] == "taxi")
        case "bus_electric":
            return bool(vehicle["sector"] == "bus" and vehicle["fuel"] == "5")
        case _:
            rural = vehicle["sector"] == "passenger" and vehicle["area"] in COUNTIES
            return bool(rural and vehicle["seats"] <= MOST_SEATS)


def _paid_to(centre: Centre) -> Callable[[Row, int], Row]:
    """Whose account a vehicle's money goes to: one in three of a company that has an owner beside it is his."""
    people = {row["operator"]: row for row in centre.rows("subsidy_recipient") if row["kind"] == "person"}
    companies = {row["operator"]: row for row in centre.rows("subsidy_recipient") if row["kind"] == "company"}

    def owner(vehicle: Row, number: int) -> Row:
        own = vehicle["operator"]
        rural = vehicle["sector"] == "passenger"
        row = people[own] if rural and own in people and number % 3 == 0 else companies[own]
        return {"recipient": row["recipient_no"], "recipient__name": row["name"], "area": row["area"]}

    return owner


def _claim(chance: Random, pool: Pool, vehicle: Row) -> Row:
    begun = pool.on("claims_from") or date(pool.year, 1, 1)
    closed = pool.on("county_review_on") or begun
    bus = pool.kind == "bus_electric"
    return {
        "plan": pool.number,
        "plate": vehicle["plate"],
        "plate_colour": vehicle["plate_colour"],
        "energy": "electric" if vehicle["fuel"] == "5" else "fuel",
        "seats": vehicle["seats"],
        "length_mm": LENGTHS[vehicle["seats"]] if bus else None,
        "months": _months(chance, vehicle, pool.year),
        "mileage_km": chance.randrange(24_000, 68_000) if bus else None,
        "route": f"{chance.randrange(1, 60)}路" if bus else None,
        "standing": "lowered" if chance.random() < 0.04 else "good",  # noqa: PLR2004 - one in twenty-five
        "claimed_on": chance.choice(working_days(begun, closed)[:-1]),
        "returned_on": None,
        "first_checked_on": None,
        "confirmed_on": None,
        "excluded_on": None,
        "excluded_reason": None,
    }


def _months(chance: Random, vehicle: Row, year: int) -> int:
    """The months in which it was listed; a few ran for less."""
    registered, gone = vehicle["registered_on"], vehicle["ended_on"] or vehicle["stopped_on"] or date.max
    first = registered.month if registered.year == year else 1
    last = gone.month if gone.year == year else 12
    listed = int(last - first + 1)
    return max(1, listed - chance.randrange(1, 4)) if chance.random() < 0.1 else listed  # noqa: PLR2004 - one in ten


def _decided(chance: Random, pool: Pool, number: int, *, last: bool) -> Row:
    """How far the claim has come with its pool."""
    verifying, calculated = pool.on("verifying_on"), pool.on("calculated_on")
    review = pool.on("county_review_on") or date(YEAR, 12, 25)
    if verifying is None or calculated is None:
        state = ("claimed", "first_checked", "first_checked", "returned")[number % 4]
        day = later(review, 2)
        dates = {"first_checked": "first_checked_on", "returned": "returned_on"}
        return {"state": state} | ({dates[state]: day} if state in dates else {})
    checked = later(review, 1 + number % 5)
    decided = chance.choice(working_days(verifying, calculated)[1:-1])
    reached = {"first_checked_on": checked}
    if last and pool.on("reopened_on"):
        return reached | {
            "confirmed_on": decided,
            "excluded_on": pool.on("reopened_on"),
            "excluded_reason": AFTER_OBJECTION,
            "state": "excluded",
        }
    if number % 29 == 28:  # noqa: PLR2004 - one in twenty-nine
        return reached | {
            "excluded_on": decided,
            "excluded_reason": EXCLUDED[number // 29 % len(EXCLUDED)],
            "state": "excluded",
        }
    return reached | {"confirmed_on": decided, "state": "confirmed"}
