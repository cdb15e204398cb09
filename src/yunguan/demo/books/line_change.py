"""公交线路调整台账: nine lines rerouted, one studied for its fleet, some refused, some under way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from yunguan.demo.books.bus_line import OTHERS, REROUTED, STUDIED, stop_name
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR, aim

STEPS: tuple[tuple[str, Row], ...] = (
    ("proposed", {}),
    ("surveyed", {"survey": "早晚高峰跟车三日，与平行线路重复里程较长"}),
    ("consulted", {"opinions": "公交企业赞成，沿线社区要求保留医院站"}),
    ("visited", {"visit": "会同公交企业实地踏勘，转弯和掉头条件具备"}),
    ("argued", {"argument": "可减少空驶里程，不增加居民步行距离"}),
    ("decided", {}),
    ("announced", {}),
    ("carried_out", {}),
    ("evaluated", {"effect": "日均空驶里程下降，客流基本稳定"}),
)
PAUSES = (5, 8, 6, 5, 6, 3, 12, 40)
"""Working days between the steps."""
UNFINISHED = ("proposed", "surveyed", "consulted", "argued", "announced")
REFUSED = 2


def rows(centre: Centre) -> list[Row]:
    """One row a change, in the order proposed."""
    chance = centre.random("line_change")
    if len(REROUTED) != aim("transit.lines_rerouted"):
        msg = f"调整走向的线路有 {len(REROUTED)} 条，与公布的数不符。"
        raise ValueError(msg)
    days = working_days(date(YEAR, 2, 6), date(YEAR, 8, 15))
    made = []
    for number, line in enumerate(REROUTED):
        last = "evaluated" if number % 3 else "carried_out"
        made.append(_row(chance, line, "rerouting", days[number * len(days) // len(REROUTED)], last))
    made.append(_row(chance, STUDIED, "fleet", date(YEAR, 4, 11), "evaluated"))
    for number, line in enumerate(OTHERS[:REFUSED]):
        made.append(_refused(chance, line, date(YEAR, 3, 7 + number)))
    for number, state in enumerate(UNFINISHED):
        made.append(_row(chance, OTHERS[REFUSED + number], "stops", date(YEAR, 10, 23 + number), state))
    made.append(_row(chance, OTHERS[-1], "extension", date(YEAR - 1, 8, 10), "evaluated"))
    made.sort(key=lambda row: (row["proposed_on"], row["line"]))
    for number, row in enumerate(made, start=1):
        row["change_no"] = f"XL{row['proposed_on'].year}-{number:02d}"
        if row.get("decided_on") and row["state"] != "rejected":
            row["report_no"] = f"衡运客〔{row['decided_on'].year}〕{40 + number}号"
    return made


def _row(chance: Random, line: str, kind: str, proposed: date, state: str) -> Row:
    row: Row = {
        "change_no": "",
        "line": line,
        "line__name": f"{line}路",
        "kind": kind,
        "reason": "降低重复里程，方便沿线居民出行",
        "proposed_on": proposed,
        "proposed_by": "公交企业",
        "state": state,
    }
    day = proposed
    for place, (step, words) in enumerate(STEPS):
        day = later(day, PAUSES[place - 1]) if place else day
        row |= {f"{step}_on": day} | words
        if step == "argued" and kind != "fleet":
            row |= _route(chance)
        if step == state:
            break
    return row


def _route(chance: Random) -> Row:
    stops = chance.randint(14, 32)
    ends = stop_name(chance), stop_name(chance)
    between = "、".join(stop_name(chance) for _ in range(4))
    return {
        "new_from": ends[0],
        "new_to": ends[1],
        "new_path": f"{ends[0]}、{between}、{ends[1]}",
        "new_stops": stops,
        "new_length_km": Decimal(stops * 6) / 10,
    }


def _refused(chance: Random, line: str, proposed: date) -> Row:
    row = _row(chance, line, "shortening", proposed, "argued")
    return row | {"decided_on": later(row["argued_on"], 4), "state": "rejected"}
