"""预算支付明细: the payments of the year, voucher by voucher; before them those of the last year, added up by item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from random import Random

from yunguan.core.money import Money
from yunguan.demo import last_year
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.ledger import OTHER_FUNDS, Item, items, split
from yunguan.demo.money import of_item
from yunguan.demo.targets import LAST_DAY, YEAR

MONTHLY = 12
SEVERAL_A_YEAR = {2: (4, 11), 3: (2, 7, 12), 4: (3, 6, 9, 12)}
"""Months of what is paid a few times a year; what is paid more often falls on any day."""
PAY_DAYS = {"301": 10, "303": 12, "302": 18}
"""The day of the month about which a class is paid every month."""
REFUNDED = "30211"
REFUND = Money.yuan("860.00")
NOTHING = "本年度无此项预算支出"


def rows(centre: Centre) -> list[Row]:
    """Every payment in the order of its day; what goes out the same day by the same class is one voucher.

    The last year comes first, added up by item.
    """
    chance = centre.random("payment")
    made = [row for item in items() for row in _of_item(chance, item)]
    made += [_zero(fund) for fund in OTHER_FUNDS]
    made.sort(key=_voucher)
    return [*last_year.paid(), *_numbered(made)]


def _of_item(chance: Random, item: Item) -> Iterator[Row]:
    if not item.payments:
        yield _row(item, LAST_DAY, item.spent, item.summary)
        return
    days = _days(chance, item)
    if not item.spent.in_fen:
        yield _row(item, LAST_DAY, item.spent, item.summary)
        return
    whole = item.spent + REFUND if _refunds(item) else item.spent
    parts = split(chance, whole, item.payments, 3 if item.payments == MONTHLY else 50)
    for day, part in zip(days, parts, strict=True):
        yield _row(item, day, part, f"{day.month}月{item.summary}" if item.payments == MONTHLY else item.summary)
    if _refunds(item):
        yield _row(item, date(YEAR, 9, 12), -REFUND, "退回多报的差旅费")


def _refunds(item: Item) -> bool:
    return not item.project and item.economic_class == REFUNDED


def _days(chance: Random, item: Item) -> list[date]:
    """When an item is paid: every month, in certain months, or on any working day from February on."""
    if item.payments == MONTHLY:
        return [_near(date(YEAR, month, PAY_DAYS[item.economic_class[:3]])) for month in range(1, 13)]
    if item.payments in SEVERAL_A_YEAR:
        return [_near(date(YEAR, month, 21)) for month in SEVERAL_A_YEAR[item.payments]]
    return sorted(chance.sample(working_days(date(YEAR, 2, 6), date(YEAR, 12, 27)), item.payments))


def _near(day: date) -> date:
    """The day itself or the next working day."""
    return working_days(day, LAST_DAY)[0]


def _row(item: Item, day: date, amount: Money, summary: str) -> Row:
    return of_item(item, amount) | {"paid_on": day, "payee": item.payee or None, "summary": summary}


def _zero(fund: str) -> Row:
    return {
        "paid_on": LAST_DAY,
        "fund": fund,
        "kind": "project",
        "project__name": None,
        "project": None,
        "economic_class": None,
        "functional_class": None,
        "payee": None,
        "amount": Decimal("0.00"),
        "summary": NOTHING,
    }


def _voucher(row: Row) -> tuple[date, str, str, str]:
    return (row["paid_on"], row["fund"], row["project"] or "", (row["economic_class"] or "")[:3])


def _numbered(ordered: list[Row]) -> Iterator[Row]:
    for number, (_, lines) in enumerate(groupby(ordered, key=_voucher), start=1):
        for line, row in enumerate(lines, start=1):
            yield {"voucher_no": f"{YEAR}-{number:04d}", "line_no": line} | row
