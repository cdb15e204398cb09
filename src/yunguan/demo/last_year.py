"""The money of the year before, one row an item as its final accounts give it: all invented, and each row says so.

The published report speaks of one year only; what compares it with the year before needs that year's rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.core.money import Money
from yunguan.demo.centre import Row
from yunguan.demo.ledger import Item, last_year_items
from yunguan.demo.money import of_item
from yunguan.demo.targets import YEAR

LAST = YEAR - 1
APPROVED_ON = date(LAST - 1, 12, 30)
ADJUSTED_ON = date(LAST, 9, 22)
CLOSED_ON = date(LAST, 12, 30)
"""The last working day: what was paid in the whole year stands there."""


def granted() -> list[Row]:
    """One row an item, also those of nothing."""
    head = {"year": LAST, "approved_on": APPROVED_ON, "doc_no": f"衡财预〔{LAST}〕1号"}
    return [
        {**head, "line_no": f"{LAST}-{number:03d}", **of_item(item, item.initial), "summary": _said("年初预算", item)}
        for number, item in enumerate(last_year_items(), start=1)
    ]


def adjusted() -> list[Row]:
    """One row an item that something was added to or taken from."""
    changed = [item for item in last_year_items() if item.added.in_fen]
    return [
        {
            "year": LAST,
            "line_no": f"{LAST}-调整-{number:02d}",
            "direction": "increase" if item.added.in_fen > 0 else "decrease",
            **of_item(item, Money.fen(abs(item.added.in_fen))),
            "adjusted_on": ADJUSTED_ON,
            "doc_no": f"衡财预追〔{LAST}〕31号",
            "reason": _said("预算调整", item),
        }
        for number, item in enumerate(changed, start=1)
    ]


def paid() -> list[Row]:
    """One row an item: the whole year's payments."""
    return [row | {"voucher_no": f"{LAST}-决算", "line_no": number} for number, row in enumerate(_paid(), start=1)]


def _paid() -> Iterator[Row]:
    for item in last_year_items():
        yield {
            "paid_on": CLOSED_ON,
            **of_item(item, item.spent),
            "payee": "各收款人（汇总）" if item.spent.in_fen else None,
            "summary": _said("全年支出汇总", item),
        }


def _said(what: str, item: Item) -> str:
    return f"{LAST}年{what}：{item.summary}（演示数据）"
