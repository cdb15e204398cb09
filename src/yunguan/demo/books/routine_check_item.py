"""五全一常态排查结果: what was found to be wrong, item by item."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.check_template_item import FINDINGS, ITEMS, item_code
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

MAJOR = next(place for place, item in enumerate(ITEMS) if item[3] == "major")
MAJOR_ONES = 3
"""How many checks of the year find a major hazard, before the last one."""
LAST_MAJOR = date(YEAR, 12, 10)
"""Up to this day the last one is found; it is not put right by the year's end."""


def rows(centre: Centre) -> list[Row]:
    """One row a failed item, in the order of the checks."""
    chance = centre.random("routine_check_item")
    failing = [row for row in centre.rows("routine_check") if row["items_failed"] and row["state"] == "done"]
    grave = {row["check_no"] for row in chance.sample(failing[: len(failing) // 2], MAJOR_ONES)}
    grave.add([row["check_no"] for row in failing if row["checked_on"] <= LAST_MAJOR][-1])
    minor = [place for place in range(len(ITEMS)) if place != MAJOR]
    made = []
    for check in failing:
        places = chance.sample(minor, check["items_failed"])
        if check["check_no"] in grave:
            places[0] = MAJOR
        made += [_row(check, place) for place in sorted(places)]
    return made


def _row(check: Row, place: int) -> Row:
    return {
        "routine": check["check_no"],
        "item": item_code(check["template"], place),
        "result": "failed",
        "finding": FINDINGS[place],
        "area": check["area"],
    }
