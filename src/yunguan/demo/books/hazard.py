"""安全隐患台账: what the checks found, put right by the year's end but for the last weeks'."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.books.check_template_item import ITEMS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import calendar, later
from yunguan.demo.targets import LAST_DAY, YEAR

DAYS = {"general": 15, "major": 60}
LATE = 0.06
"""Share that is put right after its limit."""
REFUSED_EVERY = 60
NEWEST = date(YEAR, 12, 27)
"""Found from this day on, a hazard is not yet issued at the year's end."""
STEPS = ("submitted_on", "issued_on", "supervised_on", "answered_on", "closed_on")


def rows(centre: Centre) -> list[Row]:
    """One row a hazard, in the order found."""
    chance = centre.random("hazard")
    checks = {row["check_no"]: row for row in centre.rows("routine_check")}
    found = centre.rows("routine_check_item")
    made = [_row(chance, item, checks[item["routine"]], number) for number, item in enumerate(found, start=1)]
    return sorted(made, key=lambda row: row["hazard_no"])


def _row(chance: Random, item: Row, check: Row, number: int) -> Row:
    place = int(item["item"][-2:]) - 1
    level = ITEMS[place][3]
    return {
        "hazard_no": f"YH{YEAR}-{number:04d}",
        "source": "routine_check",
        "routine": item["routine"],
        "item": item["item"],
        "operator": check["operator"],
        "operator__name": check["operator__name"],
        "found_on": check["checked_on"],
        "position": ITEMS[place][0],
        "description": item["finding"],
        "level": level,
        "proposal": "限期整改并报送佐证材料",
        "responsible": check["responsible"],
        "area": check["area"],
    } | _course(chance, check["checked_on"], level, number)


def _course(chance: Random, found: date, level: str, number: int) -> Row:
    """How far it has come by the year's end."""
    submitted = later(found, 1)
    if found >= NEWEST:
        return {"state": "draft"} if number % 2 else {"submitted_on": submitted, "state": "submitted"}
    issued = later(submitted, 1)
    if number % REFUSED_EVERY == 0 and level == "general":
        return {"submitted_on": submitted, "closed_on": issued, "state": "rejected"}
    limit = calendar().due(issued, DAYS[level], "calendar")
    known: Row = {"submitted_on": submitted, "rectify_by": limit}
    known |= _ordered(level, issued, number)
    late = chance.random() < LATE
    spent = DAYS[level] + (chance.randint(3, 9) if late else -chance.randint(2, 12))
    answered = later(issued + timedelta(days=spent), 0)
    if answered > LAST_DAY:
        return known | {"state": "supervised" if level == "major" else "issued"}
    known |= {
        "answered_on": answered,
        "measures": "已按要求整改，并对责任人进行教育",
        "evidence": "整改前后照片和整改报告",
    }
    closed = later(answered, chance.randint(1, 4))
    if closed > LAST_DAY:
        return known | {"state": "answered"}
    return known | {"recheckers": "彭岳川、罗静", "closed_on": closed, "state": "closed"}


def _ordered(level: str, issued: date, number: int) -> Row:
    if level == "general":
        return {"issued_on": issued}
    return {"supervised_on": issued, "reported_on": issued, "supervision_no": f"衡运督办〔{YEAR}〕{number}号"}
