"""实车核查不合格项目台账: what was wrong on the vehicles that did not pass at once."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from yunguan.demo.books.check_item import REPLACED
from yunguan.demo.centre import Centre, Row

LEFT = {"rejected", "withdrawn"}


def rows(centre: Centre) -> list[Row]:
    """One row a fault, by check and item."""
    chance = centre.random("vehicle_check_fault")
    items = centre.rows("check_item")
    failed = [row for row in centre.rows("vehicle_check") if row["failed_on"]]
    return [row for check in failed for row in _faults(chance, items, check)]


def _faults(chance: Random, items: list[Row], check: Row) -> Iterator[Row]:
    fitting = [item for item in items if item["applies_to"] in {"all", check["sector"]} and _in_force(item, check)]
    for item in sorted(chance.sample(fitting, chance.choice((1, 1, 1, 2))), key=lambda item: item["item_no"]):
        yield {
            "inspection": check["check_no"],
            "item": item["item_no"],
            "item__name": item["name"],
            "found_on": check["failed_on"],
            "finding": f"{item['name']}不符合要求：{item['requirement']}",
            "area": check["area"],
        } | _end(check, item)


def _in_force(item: Row, check: Row) -> bool:
    day = check["failed_on"]
    return bool(item["effective_from"] <= day and (item["effective_to"] is None or day <= item["effective_to"]))


def _end(check: Row, item: Row) -> Row:
    if check["state"] in LEFT:
        return {"state": "left", "left_on": check[f"{check['state']}_on"]}
    if check["passed_on"]:
        words = "更换后复查合格。" if item["item_no"] in {REPLACED[0], REPLACED[1]} else "修复后复查合格。"
        return {"state": "rectified", "rectified_on": check["passed_on"], "remedy": words}
    return {"state": "open"}
