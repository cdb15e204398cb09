"""M站台账: the repair shops of the demonstration that repair what an emission test found."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR

RUNNING = 12
LATER_STATES = ("approved", "suspended", "returned", "applied", "withdrawn")
SERVES = ("both", "petrol", "both", "diesel")


def rows(centre: Centre) -> list[Row]:
    """One row a station, in the order of application."""
    chance = centre.random("m_station")
    shops = [
        row for row in centre.rows("repair_shop") if row["state"] == "filed" and row["shop_class"] in {"041", "042"}
    ]
    by_operator = {row["operator"]: row for row in shops}
    chosen = chance.sample(sorted(by_operator.values(), key=lambda row: row["operator"]), RUNNING + len(LATER_STATES))
    states = ["running"] * RUNNING + list(LATER_STATES)
    firsts = sorted(chance.choice(working_days(date(2021, 3, 1), date(2022, 10, 31))) for _ in range(RUNNING))
    lasts = [date(YEAR, 9, 12), date(2022, 3, 8), date(YEAR, 12, 6), date(YEAR, 12, 25), date(2021, 6, 8)]
    return [
        _station(shop, number, state, applied)
        for number, (shop, state, applied) in enumerate(zip(chosen, states, firsts + lasts, strict=True), start=1)
    ]


def _station(shop: Row, number: int, state: str, applied: date) -> Row:
    serves = SERVES[number % len(SERVES)]
    return {
        "station_no": f"M4304-{number:03d}",
        "name": f"{shop['operator__name']}M站",
        "operator": shop["operator"],
        "operator__name": shop["operator__name"],
        "address": shop["site"],
        "serves": serves,
        "technicians": 2 + number % 4,
        "diagnostic_kit": True,
        "gas_analyser": serves != "diesel",
        "smoke_meter": serves != "petrol",
        "repair_bench": state != "returned",
        "applied_on": applied,
        "area": shop["area"],
        "state": state,
    } | _course(state, applied)


def _course(state: str, applied: date) -> Row:
    if state == "applied":
        return {}
    if state == "returned":
        return {"returned_on": later(applied, 5), "missing_items": "缺排放维修专用工位，请补齐。"}
    course: Row = {"approved_on": later(applied, 8)}
    if state == "approved":
        return course | {"record_system_on": later(applied, 30)}
    running = later(applied, 40)
    course |= {"record_system_on": later(applied, 20), "emission_system_on": running, "running_from": running}
    if state == "suspended":
        return course | {"suspended_on": date(YEAR, 11, 15)}
    return course | ({"withdrawn_on": date(YEAR, 4, 18)} if state == "withdrawn" else {})
