"""Prices and contracts of schools."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

PRICE = {
    "licence_class": "C1",
    "charging": "lump",
    "price": 298_000,
    "model_contract": True,
    "effective_from": date(2023, 3, 1),
}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"licence_class": "小车"}, ["licence_class"]),
        ({"price": 0}, ["price"]),
        ({"model_contract": False}, ["refund_terms"]),
        ({"state": "ended"}, ["effective_to"]),
        ({"state": "ended", "effective_to": date(2023, 2, 1)}, ["effective_to"]),
    ],
)
def test_a_price_has_terms(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("school_price", **({"state": "in_force"} | PRICE | row)) == expected


@pytest.mark.django_db
def test_one_price_a_class_holds_at_a_time() -> None:
    owner, clerk = company(1), account(Role.CLERK, SECTION)
    first = made("school_price", operator=owner, **PRICE)
    later = {**PRICE, "effective_from": date(2023, 9, 1)}
    with pytest.raises(Refused, match="已有相同的记录"):
        made("school_price", operator=owner, **later)
    step(first, "end", clerk, date(2023, 8, 31))
    assert made("school_price", operator=owner, **later).state == "in_force"
