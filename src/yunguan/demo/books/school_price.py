"""驾培收费与合同台账: what schools ask for the ordinary classes, before and after the autumn's talks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.schools import county_schools, of_school, urban_schools
from yunguan.demo.targets import YEAR

RAISED = date(YEAR, 10, 9)
TERMS = "未参加任何科目考试的，扣除已发生费用后退还余款；科目二考试后不退。"


def rows(centre: Centre) -> list[Row]:
    """One row a school, class and price."""
    chance = centre.random("school_price")
    schools = [*urban_schools(centre), *county_schools(centre)]
    return [row for school in schools for name in ("C1", "C2") for row in _prices(chance, school, name)]


def _prices(chance: Random, school: Row, licence_class: str) -> Iterator[Row]:
    low = chance.randrange(19, 30) * 100 + (200 if licence_class == "C2" else 0)
    begun = date(YEAR - 1, 12, 1) if school["filed_on"].year < YEAR else school["filed_on"]
    first = _row(chance, school, licence_class, low) | {"effective_from": begun, "posted_on": begun}
    if begun < RAISED and chance.random() < 0.4:  # noqa: PLR2004 - some schools raised their price
        yield first | {"effective_to": date(YEAR, 10, 8), "state": "ended"}
        higher = _row(chance, school, licence_class, low + chance.randrange(2, 8) * 100)
        yield higher | {"effective_from": RAISED, "posted_on": RAISED}
    else:
        yield first | ({"posted_on": None} if chance.random() < 0.15 else {})  # noqa: PLR2004 - not posted


def _row(chance: Random, school: Row, licence_class: str, price: int) -> Row:
    model = chance.random() < 0.75  # noqa: PLR2004 - most use the model contract
    return of_school(school) | {
        "licence_class": licence_class,
        "charging": chance.choice(("lump", "lump", "in_stages", "by_hour")),
        "price": Decimal(price),
        "model_contract": model,
        "refund_terms": None if model else TERMS,
        "effective_to": None,
        "state": "in_force",
    }
