"""敬老爱老线路台账: the four lines of the published report, one refused, one applied for."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.bus_line import ELDER, OTHERS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import YEAR, aim


def rows(centre: Centre) -> list[Row]:
    """One row an application."""
    if len(ELDER) != aim("transit.elder_friendly_lines"):
        msg = f"敬老爱老线路有 {len(ELDER)} 条，与公布的数不符。"
        raise ValueError(msg)
    areas = {row["line_no"]: row["area"] for row in centre.rows("bus_line")}
    made = [_declared(line, date(YEAR, 3, 6 + number)) for number, line in enumerate(ELDER)]
    made.append(_verified(OTHERS[3], date(YEAR, 4, 10)) | {"ended_on": date(YEAR, 5, 8), "state": "refused"})
    made.append(_applied(OTHERS[4], date(YEAR, 12, 18)))
    return [row | {"area": areas[row["line"]]} for row in made]


def _applied(line: str, day: date) -> Row:
    return {
        "line": line,
        "line__name": f"{line}路",
        "applied_on": day,
        "priority_seats": True,
        "voice": True,
        "barrier_free_stops": False,
        "trained": False,
        "low_floor": 4,
        "state": "applied",
    }


def _verified(line: str, day: date) -> Row:
    return _applied(line, day) | {"verified_on": later(day, 12), "verifiers": "廖承维、邹敏"}


def _declared(line: str, day: date) -> Row:
    fit = {"barrier_free_stops": True, "trained": True}
    given = {"declared_on": later(day, 30), "doc_no": f"衡运客〔{YEAR}〕22号", "state": "declared"}
    return _verified(line, day) | fit | given
