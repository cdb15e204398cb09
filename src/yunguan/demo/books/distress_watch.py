"""困难企业监测台账: four companies, month by month; what they owe grows, and one comes to a head in the summer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.office_year import somebody
from yunguan.demo.targets import YEAR

# trade, staff, vehicles, wages a month in 元, insurance a month in 元, first months owed
COMPANIES = (
    ("passenger", 640, 210, 1_980_000, 720_000, 2),
    ("passenger", 86, 41, 268_000, 88_000, 0),
    ("station", 132, 0, 396_000, 121_000, 1),
    ("station", 45, 0, 129_000, 41_000, 0),
)
SETTLED = {1: 7, 3: 10}
"""Company → month in which it paid what it owed."""
HOT = (7, 8)
EVENTS = {
    6: "部分线路停班，职工要求说明。",
    7: "职工代表到主管部门反映欠薪。",
    8: "管理人提出分期偿付计划。",
    12: "年终资金缺口仍在。",
}


def rows(centre: Centre) -> list[Row]:
    """One row a company and month, in the order of the months."""
    chance = centre.random("distress_watch")
    watcher = somebody(centre, chance, "general")
    return [_row(centre, number, month, watcher) for month in range(1, 13) for number in range(len(COMPANIES))]


def _row(centre: Centre, number: int, month: int, watcher: str) -> Row:
    trade, staff, vehicles, wages, insurance, before = COMPANIES[number]
    owner = operating(centre, trade)[number]
    settled = SETTLED.get(number)
    owed = before + month // 2 if settled is None else 0 if month >= settled else month // 3
    hot = number == 0 and month in HOT
    stopped = min(vehicles, vehicles * month // 24) if number == 0 else vehicles // 20
    level = "red" if hot else "yellow" if owed >= 3 else "blue"  # noqa: PLR2004 - the months of the rule
    return {
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "month": date(YEAR, month, 1),
        "staff": staff - (month if number == 0 else 0),
        "months_owed": owed,
        "wages_owed": Decimal(wages) * owed,
        "people_owed": (staff - 20) if owed else 0,
        "insurance_unpaid": Decimal(insurance) * (owed + 1) if owed else Decimal(0),
        "vehicles": vehicles,
        "vehicles_stopped": stopped,
        "mood": "tense" if hot else "uneasy" if owed >= 3 else "stable",  # noqa: PLR2004
        "level": level,
        "events": EVENTS.get(month) if number == 0 else None,
        "measures": "驻企调研组跟进，督促制定偿付计划。" if owed else None,
        "kept_by": "general" if number < 2 else "stations",  # noqa: PLR2004 - carriers first
        "watcher": watcher,
        "reported_on": later(date(YEAR, month, 25), 0) if level != "blue" else None,
    }
