"""春运应急车辆名单: the coaches that carriers held ready in the rush of the year, and those that were called out."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR

BAND = range(982, 983)
EACH, CARRIERS = 2, 15
LISTED = date(YEAR - 1, 12, 28)
CALLED = {3: (date(YEAR, 1, 19), "衡阳东站夜间到达旅客疏运"), 11: (date(YEAR, 1, 28), "返程高峰长途客运站疏运")}
"""Which of the list were called out, when and what for."""


def rows(centre: Centre) -> list[Row]:
    """Two coaches of each of the larger carriers."""
    people = People(centre.random("spring_vehicle"), BAND)
    coaches: dict[str, list[Row]] = {}
    for vehicle in centre.rows("vehicle"):
        if vehicle["sector"] == "passenger" and vehicle["state"] == "operating" and vehicle["registered_on"] < LISTED:
            coaches.setdefault(vehicle["operator"], []).append(vehicle)
    owners = [row for row in operating(centre, "passenger") if len(coaches.get(row["uscc"], [])) >= EACH]
    listed = [(owner, coach) for owner in owners[:CARRIERS] for coach in coaches[owner["uscc"]][:EACH]]
    return [_row(people, number, *each) for number, each in enumerate(listed)]


def _row(people: People, number: int, owner: Row, coach: Row) -> Row:
    driver = people.born_between(date(YEAR - 55, 1, 1), date(YEAR - 30, 12, 31), women=0)
    row = {
        "season": str(YEAR),
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "vehicle_plate": coach["plate"],
        "seats": coach["seats"],
        "depot": "企业停车场",
        "driver_name": driver.name,
        "driver_mobile": driver.mobile,
        "listed_on": LISTED,
        "area": owner["area"],
        "state": "ready",
    }
    if number not in CALLED:
        return row
    day, task = CALLED[number]
    back = {"stood_down_on": day + timedelta(days=1), "state": "stood_down"}
    return row | {"called_on": day, "task": task, "carried": coach["seats"] - 3, "depot": "衡阳东站"} | back
