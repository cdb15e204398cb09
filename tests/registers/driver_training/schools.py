"""A school, its papers and what belongs to it, small and valid, for the tests of the section's books."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START, operator
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

SECTION = "driver_training"


def made(register: str, **values: Any) -> Record:
    """A record of a book, entered by nobody in particular."""
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


def company(number: int, area: str = "430405") -> Record:
    """The company of a school."""
    return operator(number, area=area, name=f"第{number}驾校有限公司", sector="driver_training", filing_required=False)


def school(owner: Record, **values: Any) -> Record:
    """A draft of a school's filing."""
    known = {
        "operator": owner,
        "kind": "school",
        "grade": "3",
        "classes": "C1、C2",
        "fleet": 25,
        "contact": "校长",
        "contact_mobile": "13800000000",
    }
    return made("driving_school", **(known | values))


def items(*names: str) -> list[Record]:
    """The list of papers in force from 2022-11-01."""
    common = {"doc_no": "规定", "effective_from": date(2022, 11, 1)}
    return [
        made("school_filing_item", item_no=f"{n:02d}", name=name, order=n, **common) for n, name in enumerate(names, 1)
    ]
