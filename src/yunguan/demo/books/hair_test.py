"""毛发毒检台账: the urban drivers on the register of the cut-off day, tested but for a few of one trade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from random import Random

from yunguan.demo.books.hair_test_campaign import AUTUMN, CUTOFF
from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR, targets

TRADE_OF = {"13001": "bus", "09003": "ride_hailing", "09002": "taxi"}
KEY_CATEGORIES = ("01001", "03001")
LEFT_EVERY = 70
POSITIVE = ("taxi", "key_carriers")
"""Trades with one positive result each."""
LABORATORY = "岫江司法鉴定中心"


def rows(centre: Centre) -> list[Row]:
    """One row a driver, trade by trade."""
    chance = centre.random("hair_test")
    made: list[Row] = []
    for trade, drivers in _drivers(centre).items():
        made += _of_trade(chance, trade, drivers, len(made))
    return made


def _drivers(centre: Centre) -> dict[str, list[Row]]:
    """Whoever held a valid qualification on the cut-off day, by trade."""
    key = {row["uscc"] for row in centre.rows("operator") if row["key_carrier"]}
    found: dict[str, list[Row]] = defaultdict(list)
    for driver in centre.rows("practitioner"):
        trade = TRADE_OF.get(driver["category"])
        if trade is None and driver["category"] in KEY_CATEGORIES and driver["operator"] in key:
            trade = "key_carriers"
        if trade and driver["area"] in URBAN and _valid(driver):
            found[trade].append(driver)
    return found


def _valid(driver: Row) -> bool:
    ended = driver["expired_on"] or driver["cancelled_on"]
    return driver["issued_on"] <= CUTOFF and (ended is None or ended > CUTOFF)


def _of_trade(chance: Random, trade: str, drivers: list[Row], before: int) -> Iterator[Row]:
    rate = targets()[f"drugs.hair_test_rate.{trade}"].value
    left = {place for place in range(len(drivers)) if place % LEFT_EVERY == LEFT_EVERY - 1}
    missing = round((len(drivers) - len(left)) * (100 - rate) / 100)
    for place, driver in enumerate(drivers):
        known = {
            "campaign": AUTUMN,
            "name": driver["name"],
            "identity_number": driver["identity_number"],
            "trade": trade,
            "operator": driver["operator"],
            "operator__name": driver["operator__name"],
            "area": driver["area"],
        }
        if place in left:
            yield known | {"absent_reason": "已离岗", "excused_on": date(YEAR, 11, 20), "state": "excused"}
        elif place < missing:
            yield known | {
                "absent_reason": "外出未归，已通知平台暂停派单",
                "absent_on": date(YEAR, 12, 20),
                "state": "absent",
            }
        else:
            positive = trade in POSITIVE and place == len(drivers) // 2
            yield known | _tested(chance, before + place + 1, positive=positive)


def _tested(chance: Random, number: int, *, positive: bool) -> Row:
    sampled = chance.choice(working_days(date(YEAR, 11, 6), date(YEAR, 12, 8)))
    reported = later(sampled, chance.randint(3, 6))
    filed = later(reported, chance.randint(1, 3))
    row = {
        "sampled_on": sampled,
        "bag_no": f"MF{YEAR}{number:04d}",
        "collector": chance.choice(("欧阳工作组", "司法鉴定采样一组", "司法鉴定采样二组")),
        "laboratory": LABORATORY,
        "report_no": f"毒检〔{YEAR}〕{number:04d}号",
        "reported_on": reported,
        "result": "positive" if positive else "negative",
        "filed_on": filed,
        "state": "filed",
    }
    if positive:
        row |= {"referred_to": "属地公安机关", "referred_on": filed, "disposal": "暂停营运，提请发证机关处理从业资格"}
    return row
