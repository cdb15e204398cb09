"""防汛备汛三到位台账: counted city-wide before the floods, once more in the urban area before the winter."""

from __future__ import annotations

from datetime import date
from random import Random

from yunguan.demo.books.check_template import SECTORS
from yunguan.demo.books.operator import URBAN, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR

FLOODS = date(YEAR, 4, 3), date(YEAR, 4, 21)
WINTER = date(YEAR, 11, 6), date(YEAR, 11, 24)
SHORT = 0.11
"""Share that lacks one of the three when counted."""
WAITING_EVERY = 5
"""Of those that lack something in the winter, one in so many has not made it good by the year's end."""
THINGS = "雨衣、沙袋、防滑链、铁锹、警示牌、应急灯"


def rows(centre: Centre) -> list[Row]:
    """One row an operator and count."""
    chance = centre.random("emergency_stock")
    owners = operating(centre, *SECTORS)
    floods = [_row(chance, owner, number, FLOODS) for number, owner in enumerate(owners)]
    urban = [owner for owner in owners if owner["area"] in URBAN]
    winter = [_row(chance, owner, number, WINTER) for number, owner in enumerate(urban)]
    return sorted([*floods, *winter], key=lambda row: (row["counted_on"], row["operator"]))


def _row(chance: Random, owner: Row, number: int, span: tuple[date, date]) -> Row:
    counted = chance.choice(working_days(*span))
    known = {
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "season": "ice" if span == WINTER else "flood",
        "counted_on": counted,
        "teams": 1,
        "members": chance.randint(5, 24),
        "vehicles": chance.randint(1, 8),
        "equipment": chance.randint(20, 160),
        "equipment_list": THINGS,
        "leader": owner["manager"],
        "mobile": owner["mobile"],
        "area": owner["area"],
    }
    if chance.random() >= SHORT:
        return known | {"in_place_on": later(counted, 2), "state": "in_place"}
    return known | _short(counted, number, winter=span == WINTER)


def _short(counted: date, number: int, *, winter: bool) -> Row:
    urged = {"urged_on": later(counted, 2), "complete_by": later(counted, 12), "shortfall": "应急车辆未到位"}
    if winter and number % WAITING_EVERY == 0:
        return urged | {"vehicles": 0, "state": "urged"}
    if winter and number % WAITING_EVERY == 1:
        return {"vehicles": 0, "shortfall": "应急车辆未到位", "state": "counted"}
    return urged | {"in_place_on": later(counted, 9), "state": "in_place"}
