"""群众满意客运站创建台账: stations named the year before, and those that applied in the year."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import YEAR

BEFORE, NAMED = 3, 4
COURSE = ("applied", "assessed", "rectifying", "notice", "declined")
FINDINGS = "候车厅无障碍通道被占用，意见簿回复不及时，请整改。"


def rows(centre: Centre) -> list[Row]:
    """One row an application."""
    chance = centre.random("satisfied_station")
    fit = [row for row in centre.rows("station") if row["state"] == "operating" and row["grade"] in {"1", "2", "3"}]
    states = ["named"] * BEFORE + ["named"] * NAMED + list(COURSE)
    made = []
    for number, (station, state) in enumerate(zip(chance.sample(fit, len(states)), states, strict=True)):
        year = YEAR - 1 if number < BEFORE else YEAR
        row = _row(station, state, year, number)
        if state in {"named", "notice"}:
            row |= {"score": chance.randrange(860, 970) / 10, "satisfaction": chance.randrange(905, 990) / 10}
        made.append(row)
    made[0] |= {"state": "revoked", "revoked_on": date(YEAR, 8, 15)}
    return made


def _row(station: Row, state: str, year: int, number: int) -> Row:
    applied = later(date(year, 4, 10 + number), 0) if state == "named" else later(date(year, 11, 6 + number), 0)
    row: Row = {
        "station": station["station_no"],
        "station__name": station["name"],
        "year": year,
        "applied_on": applied,
        "area": station["area"],
        "state": state,
    }
    if state == "applied":
        return row
    recommended = later(applied, 8)
    if state == "declined":
        return row | {"declined_on": later(applied, 15)}
    row |= {"recommended_on": recommended}
    if state == "rectifying":
        return row | {"findings": FINDINGS, "rectify_on": later(recommended, 6)}
    if state == "notice":
        return row | {"notice_on": date(YEAR, 12, 27)}
    if state == "named":
        return row | {"notice_on": later(recommended, 40), "named_on": later(recommended, 50)}
    return row
