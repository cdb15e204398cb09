"""公交线路台账: the city's lines, those of the published report among them, and some of the counties."""

from __future__ import annotations

from datetime import date
from random import Random

from yunguan.demo.books.operator import URBAN, operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import YEAR

ELDER = ("116", "127", "147", "153")
REROUTED = ("100", "150", "101", "133", "135", "105", "147", "149", "179")
STUDIED = "508"
OTHERS = tuple(str(number) for number in (102, 103, 106, 107, 109, 111, 113, 115, 118, 121, 124, 128, 131, 136, 139))
ENDED = "119"
PAUSED = "161"
COUNTY_LINES = 14
PLACES = (
    "望岑",
    "榆荫",
    "澄江",
    "雁栖",
    "苇岸",
    "砚池",
    "鹭洲",
    "桐阴",
    "荻花",
    "穗丰",
    "莲塘",
    "松岭",
    "枫林",
    "石桥",
)
KINDS = ("广场", "市场", "小区", "路口", "医院", "学校", "公园", "站")


def rows(centre: Centre) -> list[Row]:
    """One row a line, in the order of their numbers."""
    chance = centre.random("bus_line")
    urban = [row for row in operating(centre, "bus") if row["area"] in URBAN]
    county = [row for row in operating(centre, "bus") if row["area"] not in URBAN]
    numbers = sorted({*ELDER, *REROUTED, STUDIED, *OTHERS, ENDED, PAUSED}, key=int)
    made = [_row(chance, number, f"{number}路", chance.choice(urban[:3])) for number in numbers]
    for number in range(COUNTY_LINES):
        owner = county[number % len(county)]
        made.append(_row(chance, f"X{number + 1:02d}", f"城乡{number + 1}路", owner))
    return made


def stop_name(chance: Random) -> str:
    """The invented name of a stop."""
    return chance.choice(PLACES) + chance.choice(KINDS)


def _row(chance: Random, line_no: str, name: str, owner: Row) -> Row:
    vehicles = chance.randint(6, 22)
    return {
        "line_no": line_no,
        "name": name,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "opened_on": chance.choice(working_days(date(2019, 1, 2), date(YEAR - 1, 6, 30))),
        "first_at": f"{chance.choice((6, 6, 7)):02d}:{chance.choice((0, 15, 30)):02d}",
        "last_at": f"{chance.choice((18, 19, 20, 21)):02d}:{chance.choice((0, 30)):02d}",
        "headway": chance.choice((8, 10, 12, 15, 20)),
        "vehicles": vehicles,
        "electric": vehicles - chance.randint(0, 4),
        "low_floor": chance.randint(4, 6),
        "area": owner["area"],
        "state": "operating",
    } | _end(line_no)


def _end(line_no: str) -> Row:
    if line_no == PAUSED:
        return {"suspended_on": date(YEAR, 9, 4), "state": "suspended"}
    if line_no == ENDED:
        told = {"end_told_on": date(YEAR, 5, 15), "end_doc_no": f"衡运客〔{YEAR}〕31号"}
        return told | {"withdrawn_on": date(YEAR, 6, 30), "state": "withdrawn"}
    return {}
