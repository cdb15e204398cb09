"""Rows that the house makes itself: history, interval, log and batch as of an import."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import NOW, START, operator
from yunguan.office.workflow.tables import Move, StateInterval
from yunguan.registers.book import book
from yunguan.registers.importing.made import write_made
from yunguan.registers.selectors import batches_of
from yunguan.registers.statistics.vehicle import Vehicle


@pytest.mark.django_db
def test_made_rows_have_all_that_belongs_to_a_record() -> None:
    owner: Any = operator(1)
    rows = [
        Vehicle(plate=f"湘D0000{number}", plate_colour="1", operator=owner, sector="taxi", registered_on=START)
        for number in (1, 2)
    ]
    write_made("vehicle", rows, "测算结果", None, NOW)
    first = Vehicle._base_manager.order_by("plate")[0]
    assert (first.state, first.area, first.history.count()) == ("operating", "430405", 1)
    assert StateInterval.objects.filter(register="vehicle", valid_from=START).count() == len(rows)
    assert Move.objects.filter(register="vehicle").count() == len(rows)
    assert [(each.file_name, each.accepted) for each in batches_of(book("vehicle"))] == [("测算结果", 2)]
