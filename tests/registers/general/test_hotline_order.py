"""Hotline orders: what must be put right in a row, and what is told from its dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, operator
from tests.registers.complaints import complains_about
from yunguan.registers.book import book
from yunguan.registers.services import create

RECEIVED: dict[str, Any] = {"order_no": "A1", "received_on": date(2023, 4, 27), "source": "hotline", "caller": "王某"}
ANSWERED = {"reply": "已退费。", "finding": "true", "replied_on": date(2023, 5, 4)}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "received"}, []),
        ({"state": "received", "caller": ""}, ["caller"]),
        ({"state": "received", "caller": "", "confidential": True}, []),
        ({"state": "received", "earlier_no": "A1"}, ["earlier_no"]),
        ({"state": "signed", "signed_on": date(2023, 4, 26)}, ["signed_on"]),
        ({"state": "returned"}, ["return_reason", "returned_on"]),
        ({"state": "merged", "merged_on": date(2023, 4, 28)}, ["earlier_no"]),
        ({"state": "replied"}, ["reply", "finding", "replied_on"]),
        ({"state": "closed", **ANSWERED}, ["satisfaction", "closed_on"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("hotline_order", **(RECEIVED | row)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "replied", "kept"),
    [
        ({}, date(2023, 5, 8), True),  # five working days over 劳动节 with its make-up day on 6 May
        ({}, date(2023, 5, 9), False),
        ({"extended_days": 2}, date(2023, 5, 10), True),
        ({"paused_on": date(2023, 5, 4), "resumed_on": date(2023, 5, 8)}, date(2023, 5, 10), True),
        ({"handling": "urgent"}, date(2023, 4, 28), True),
        ({"handling": "urgent"}, date(2023, 5, 4), False),
    ],
)
def test_an_order_taken_over_tells_whether_it_was_answered_in_time(
    given: dict[str, Any], replied: date, *, kept: bool
) -> None:
    values = RECEIVED | {"replied_on": replied, "operator": operator(1, sector="taxi")} | given
    values |= {"appeal": "complaint", "topic": "taxi", "summary": "拒载", "content": "拒载一次"}
    record: Any = create(book=book("hotline_order"), values=values, user=None, on=RECEIVED["received_on"], now=NOW)
    assert (record.on_time, record.place, record.sector) == (kept, "430405", "taxi")
