"""预算追加追减: what was added in the course of the year, and in the year before what was added or taken."""

from __future__ import annotations

from datetime import date

from yunguan.demo import last_year
from yunguan.demo.centre import Centre, Row
from yunguan.demo.ledger import items, split
from yunguan.demo.money import of_item
from yunguan.demo.targets import YEAR

ROUNDS = (
    (date(YEAR, 6, 27), f"衡财预追〔{YEAR}〕18号", "人员经费缺口，年中追加"),
    (date(YEAR, 11, 24), f"衡财预追〔{YEAR}〕46号", "年度考核奖励和抚恤、慰问经费追加"),
)
TO_THE_HUNDRED = 10_000
"""Fen in a hundred 元: finance grants round amounts."""


def rows(centre: Centre) -> list[Row]:
    """Each addition in two rounds, to the fen what its item lacked."""
    chance = centre.random("budget_adjustment")
    made: list[Row] = []
    for item in items():
        if not item.added.in_fen:
            continue
        parts = split(chance, item.added, len(ROUNDS), 30, step=TO_THE_HUNDRED)
        for (day, doc_no, reason), part in zip(ROUNDS, parts, strict=True):
            made.append(
                {
                    "year": YEAR,
                    "direction": "increase",
                    **of_item(item, part),
                    "adjusted_on": day,
                    "doc_no": doc_no,
                    "reason": reason,
                }
            )
    made.sort(key=lambda row: (row["adjusted_on"], row["economic_class"]))
    own = [row | {"line_no": f"{YEAR}-追加-{number:02d}"} for number, row in enumerate(made, start=1)]
    return [*last_year.adjusted(), *own]
