"""Plates: issued out of what is in stock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, operator
from tests.registers.complaints import complains_about
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

RECEIVED = date(2023, 2, 1)


def issued(**values: Any) -> Record:
    """A plate of a range that was received in February."""
    stock = {
        "batch_no": "一",
        "plate_kind": "charter",
        "level": "3",
        "serial_from": "湘包0001",
        "serial_to": "湘包0100",
    }
    create(book=book("plate_stock"), values=stock | {"received_on": RECEIVED}, user=None, on=START, now=NOW)
    plate = {"serial": "湘包0007", "plate_kind": "charter", "level": "3", "issued_on": date(2023, 3, 1)}
    values = plate | {"operator": operator(1)} | values
    return create(book=book("plate"), values=values, user=None, on=START, now=NOW)


def test_a_plate_does_not_come_back_before_it_went_out() -> None:
    row = {"serial": "湘包0007", "issued_on": date(2023, 3, 1), "returned_on": date(2023, 2, 28)}
    assert complains_about("plate", **row) == ["returned_on"]


@pytest.mark.django_db
def test_a_plate_in_stock_is_issued() -> None:
    assert issued().pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"serial": "湘包0101"}, "没有包含此牌号的号段"),
        ({"serial": "湘班0007"}, "没有包含此牌号的号段"),
        ({"level": "4"}, "与库存号段登记的不一致"),
        ({"issued_on": date(2023, 1, 31)}, "早于该号段入库日期"),
    ],
)
def test_a_plate_that_is_not_in_stock_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        issued(**values)
