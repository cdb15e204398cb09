"""Stock of plates: ranges that are well formed and never overlap."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import NOW, START
from tests.registers.complaints import complains_about
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create


def received(batch: str, first: str, last: str) -> Record:
    values = {"batch_no": batch, "plate_kind": "charter", "level": "3", "serial_from": first, "serial_to": last}
    return create(book=book("plate_stock"), values=values | {"received_on": START}, user=None, on=START, now=NOW)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"serial_from": "湘包0001", "serial_to": "湘包0100"}, []),
        ({"serial_from": "0001", "serial_to": "湘包0100"}, ["serial_from"]),
        ({"serial_from": "湘包0001", "serial_to": "湘班0100"}, ["serial_to"]),
        ({"serial_from": "湘包0100", "serial_to": "湘包0001"}, ["serial_to"]),
    ],
)
def test_a_range_runs_upwards_under_one_prefix(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("plate_stock", **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last"), [("湘包0100", "湘包0200"), ("湘包0001", "湘包0500"), ("湘包0050", "湘包0060")]
)
def test_a_range_that_overlaps_another_is_refused(first: str, last: str) -> None:
    received("一", "湘包0001", "湘包0100")
    with pytest.raises(Refused, match="与批号“一”重叠"):
        received("二", first, last)


@pytest.mark.django_db
def test_the_same_serials_under_another_prefix_do_not_overlap() -> None:
    received("一", "湘包0001", "湘包0100")
    assert received("二", "湘加0001", "湘加0100").pk
