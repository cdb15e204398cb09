"""教学场地台账: the grounds of the urban schools and of the first school of each county."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.schools import IN_FORCE, county_schools, of_school, urban_schools
from yunguan.demo.targets import LAST_DAY, YEAR

ROADS = ("望岑路", "榆荫路", "澄江路", "雁栖路", "苇岸路", "砚池路", "鹭洲路")
DEFECTS = ("坡道起步项目标线模糊，未设防溜设施。", "场地与公共道路之间缺隔离设施。", "夜间照明不足，不能满足夜间教学。")
LARGE_FLEET = 45
RECTIFYING, CLOSED = (4, 11, 19), (7, 23)
"""Which of the grounds are being put right or were given up."""


def rows(centre: Centre) -> list[Row]:
    """One row a ground; large schools have two, the commercial ground one of its own."""
    chance = centre.random("training_site")
    commercial = [row for row in centre.rows("driving_school") if row["kind"] == "commercial"]
    schools = [
        *urban_schools(centre),
        *(row for row in commercial if row["state"] in IN_FORCE),
        *county_schools(centre),
    ]
    owners = [school for school in schools for _ in range(2 if school["fleet"] >= LARGE_FLEET else 1)]
    return [_row(chance, number, owner) for number, owner in enumerate(owners, start=1)]


def _row(chance: Random, number: int, school: Row) -> Row:
    capacity = max(school["fleet"], 20)
    leased = chance.random() < 0.7  # noqa: PLR2004 - most grounds are leased
    opened = chance.choice(working_days(date(2019, 1, 2), date(YEAR - 1, 10, 31)))
    row = of_school(school) | {
        "site_no": f"衡驾场{number:03d}",
        "address": f"衡阳市{chance.choice(ROADS)}{chance.randrange(1, 400)}号",
        "square_metres": capacity * chance.randint(210, 330),
        "capacity": capacity,
        "right": "leased" if leased else "owned",
        "right_to": LAST_DAY + timedelta(days=chance.randint(-60, 1500)) if leased else None,
        "checked_on": chance.choice(working_days(date(YEAR, 2, 1), date(YEAR, 8, 31))),
        "opened_on": opened,
        "state": "in_use",
    }
    return row | _end(chance, number)


def _end(chance: Random, number: int) -> Row:
    if number in RECTIFYING:
        asked = date(YEAR, 11, 20) if number == RECTIFYING[0] else date(YEAR, 12, 18)
        return {"rectify_asked_on": asked, "defects": chance.choice(DEFECTS), "state": "rectifying"}
    if number in CLOSED:
        return {"closed_on": chance.choice(working_days(date(YEAR, 9, 1), LAST_DAY)), "state": "closed"}
    return {}
