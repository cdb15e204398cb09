"""补贴拨付台账 of the demonstration: one pool paid out, one in the middle of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.subsidies import DIVIDED, Pool, runs
from yunguan.demo.targets import YEAR

NOT_YET = 8
"""So many payments of the pool that is being paid out still wait, two of them because they came back."""


def rows(centre: Centre) -> list[Row]:
    """Every payment of the approved pools."""
    return [row for pool in DIVIDED if pool.on("approved_on") for row in _of(centre, pool)]


def _of(centre: Centre, pool: Pool) -> Iterator[Row]:
    approved = pool.on("approved_on") or date(YEAR, 12, 11)
    made = list(_amounts(centre, pool))
    waiting = 0 if pool.state == "audited" else NOT_YET
    for number, row in enumerate(made, start=1):
        paid_on = later(approved, 3 + number % 7)
        paid = {"paid_on": paid_on, "voucher_no": f"拨{approved:%Y%m}-{number:03d}", "state": "paid"}
        left = len(made) - number
        if left >= waiting:
            yield row | {"prepared_on": approved} | paid
        elif left < 2:  # noqa: PLR2004 - as said above
            yield row | {"prepared_on": approved} | paid | {"state": "bounced", "bounced_on": later(paid_on, 2)}
        else:
            yield row | {"prepared_on": approved, "state": "prepared"}


def _amounts(centre: Centre, pool: Pool) -> Iterator[Row]:
    last = runs(centre, pool)[-1]
    sums: dict[str, tuple[Row, int, int]] = {}
    for claim, _, amount in last.parts:
        _, vehicles, so_far = sums.get(claim["recipient"], (claim, 0, 0))
        sums[claim["recipient"]] = (claim, vehicles + 1, so_far + amount)
    for recipient, (claim, vehicles, amount) in sorted(sums.items()):
        if amount:
            yield {
                "plan": pool.number,
                "calculation": f"{pool.number}/{last.number}",
                "recipient": recipient,
                "recipient__name": claim["recipient__name"],
                "vehicles": vehicles,
                "amount": Decimal(amount).scaleb(-2),
                "area": claim["area"],
            }
