"""客运牌证库存: the batches that the province sent, always before what is in them was handed out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.demo.badges import CARRIED_OVER, Badge, badges, serial
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR

BAND = range(980, 981)
LARGE = 1000
"""From so many plates on, a kind comes in a batch a quarter; fewer come all at once."""
SPARE = 1.12
"""What came, by what was handed out: some stays in store at the year's end."""


def rows(centre: Centre) -> list[Row]:
    """One row a batch, in the order in which they came."""
    chance = centre.random("plate_stock")
    keeper = People(chance, BAND).name(female=True)
    made = [batch | {"keeper": keeper} for badge in badges() for batch in _batches(badge)]
    made.sort(key=lambda row: (row["received_on"], row["serial_from"]))
    return [{"batch_no": f"RK{YEAR}-{number:03d}"} | row for number, row in enumerate(made, start=1)]


def _batches(badge: Badge) -> Iterator[Row]:
    first = 1
    for day, count in _arrivals(badge):
        yield {
            "plate_kind": badge.kind,
            "level": badge.level,
            "serial_from": serial(badge, first),
            "serial_to": serial(badge, first + count - 1),
            "received_on": day,
            "source": "省级运输机构配发" if day > CARRIED_OVER else "上年结转",
        }
        first += count


def _arrivals(badge: Badge) -> list[tuple[date, int]]:
    """The first batch covers more than its share, so that the store never runs dry."""
    whole = int(badge.total * SPARE) // 10 * 10 + 20
    if badge.total < LARGE:
        return [(CARRIED_OVER, whole)]
    quarters = [CARRIED_OVER, *(later(date(YEAR, month, 12), 0) for month in (3, 6, 9))]
    share = whole // 4
    return [(day, share if index else whole - 3 * share) for index, day in enumerate(quarters)]
