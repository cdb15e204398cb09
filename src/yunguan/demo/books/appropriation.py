"""年初预算: what was granted for the year, item by item, and the funds that have nothing; before it the last year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo import last_year
from yunguan.demo.centre import Centre, Row
from yunguan.demo.ledger import OTHER_FUNDS, items
from yunguan.demo.money import of_item
from yunguan.demo.targets import YEAR

APPROVED_ON = date(YEAR - 1, 12, 30)
DOC_NO = f"衡财预〔{YEAR}〕1号"


def rows(centre: Centre) -> list[Row]:
    """One row an item: also those of zero, which say that nothing was granted."""
    del centre
    granted = [
        of_item(item, item.initial) | {"summary": item.summary}
        for item in items()
        if item.initial.in_fen or not item.added.in_fen
    ]
    made = [*granted, *(_NOTHING | {"fund": fund} for fund in OTHER_FUNDS)]
    head = {"year": YEAR, "approved_on": APPROVED_ON, "doc_no": DOC_NO}
    own = [head | {"line_no": f"{YEAR}-{number:03d}"} | row for number, row in enumerate(made, start=1)]
    return [*last_year.granted(), *own]


_NOTHING: Row = {
    "kind": "project",
    "project__name": None,
    "project": None,
    "economic_class": None,
    "functional_class": None,
    "amount": Decimal("0.00"),
    "summary": "本年度无此项预算",
}
