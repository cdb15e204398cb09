"""Cycles and deductions for the tests of integrity."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import identity
from tests.registers.practitioners.people import made
from yunguan.registers.record import Record

BEGUN, ENDED = date(2022, 9, 1), date(2023, 8, 31)


def cycle(number: int = 1, **values: Any) -> Record:
    """A driver's cycle of twelve months."""
    known = {"cycle_no": str(number), "name": "甲", "identity_number": identity(number), "category": "02001"}
    return made("integrity", area="430405", **(known | {"cycle_from": BEGUN, "cycle_to": ENDED} | values))


def item(points: int, **values: Any) -> Record:
    """A line of the table of points."""
    known = {"item_no": f"{points}分", "conduct": "行为", "points": points, "doc_no": "规定"}
    return made("integrity_item", **(known | {"effective_from": date(2022, 7, 1)} | values))


def deduction(of: Record, line: Record, number: str, **values: Any) -> Record:
    """A decision that costs points."""
    known = {"decision_no": number, "deducted_on": date(2023, 3, 1), "authority": "交通运输综合行政执法支队"}
    return made("integrity_deduction", cycle=of, item=line, **(known | values))
