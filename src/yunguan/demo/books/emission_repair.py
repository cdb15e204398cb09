"""M站维修记录: every stay of the demonstration's vehicles in an M station."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days

WORK = {
    "petrol": ("三元催化转化器失效", "更换三元催化转化器，清洗节气门", "三元催化转化器×1"),
    "diesel": ("喷油器雾化不良", "校准喷油泵，更换喷油器", "喷油器×4"),
    "nox": ("尿素喷射系统堵塞", "清洗选择性催化还原系统，更换尿素喷嘴", "尿素喷嘴×1"),
}


def rows(centre: Centre) -> list[Row]:
    """One row a stay, numbered in the order of taking in."""
    chance = centre.random("emission_repair")
    cases = [row for row in centre.rows("emission_case") if row["taken_in_on"]]
    made = sorted(
        (row for case in cases for row in _stays(chance, case)), key=lambda row: (row["taken_in_on"], row["case"])
    )
    for number, row in enumerate(made, start=1):
        row["record_no"] = f"WX{row['taken_in_on']:%Y%m}{number:05d}"
        if row["finished_on"]:
            row["certificate_no"] = f"JG{row['finished_on']:%Y%m}{number:05d}"
    return made


def _stays(chance: Random, case: Row) -> Iterator[Row]:
    """The last stay is the one that the case tells of; those before ended with another failure."""
    if case["rounds"] > 1:
        between = working_days(case["tested_on"], case["taken_in_on"])
        yield _stay(chance, case, between[0], between[len(between) // 2])
    taken, finished = case["taken_in_on"], case["repaired_on"]
    if finished is None and chance.random() < 0.5:  # noqa: PLR2004 - half of those at work are finished, not uploaded
        finished = later(taken, 2)
    yield _stay(chance, case, taken, finished)


def _stay(chance: Random, case: Row, taken: date, finished: date | None) -> Row:
    kind = "nox" if case["excess"] == "氮氧化物" else "diesel" if case["fuel"] == "2" else "petrol"
    diagnosis, work, parts = WORK[kind]
    return {
        "case": case["case_no"],
        "station": case["station"],
        "station__name": case["station__name"],
        "vin": case["vin"],
        "taken_in_on": taken,
        "diagnosis": diagnosis,
        "work": work,
        "parts": parts,
        "minutes": chance.randrange(70, 420) if finished else None,
        "finished_on": finished,
        "uploaded_on": finished if finished and case["state"] != "in_repair" else None,
        "certificate_no": None,
        "area": case["area"],
    }
