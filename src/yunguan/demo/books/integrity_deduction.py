"""诚信考核记分台账: the decisions behind the points of the year's cycles, and some that were annulled."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.integrity import key_of, points_lost
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import LAST_DAY

AUTHORITY = "交通运输综合行政执法支队"
ANNULLED_EVERY = 25


def rows(centre: Centre) -> list[Row]:
    """One row a decision, in the order of days."""
    chance = centre.random("integrity_deduction")
    items = centre.rows("integrity_item")
    lost = points_lost(centre)
    made = []
    for cycle in centre.rows("integrity"):
        days = working_days(cycle["cycle_from"], min(cycle["cycle_to"], LAST_DAY))
        for points in lost[key_of(cycle)]:
            item = chance.choice([row for row in items if row["points"] == points])
            made.append(_row(cycle, item, chance.choice(days)))
    annulled = [dict(row) for row in made[::ANNULLED_EVERY]]
    found = sorted([*made, *(_annul(row) for row in annulled)], key=_when)
    return [
        row | {"decision_no": f"衡交执记〔{row['deducted_on'].year}〕{n}号"} for n, row in enumerate(found, start=1)
    ]


def _row(cycle: Row, item: Row, day: date) -> Row:
    return {
        "cycle": cycle["cycle_no"],
        "cycle__name": cycle["name"],
        "item": item["item_no"],
        "item__conduct": item["conduct"],
        "deducted_on": day,
        "authority": AUTHORITY,
        "state": "recorded",
    }


def _annul(row: Row) -> Row:
    """A second decision on the same conduct was annulled on review."""
    return row | {"cancelled_on": later(row["deducted_on"], 20), "state": "cancelled"}


def _when(row: Row) -> tuple[date, str, str]:
    return row["deducted_on"], row["cycle"], row["item"]
