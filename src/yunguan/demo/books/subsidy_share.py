"""补贴分配明细 of the demonstration."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.subsidies import DIVIDED, claim_no, runs


def rows(centre: Centre) -> list[Row]:
    """What each run gives to each vehicle."""
    return [
        {
            "calculation": f"{pool.number}/{run.number}",
            "claim": claim_no(claim),
            "weight": Decimal(weight).scaleb(-5),
            "amount": Decimal(amount).scaleb(-2),
            "area": claim["area"],
        }
        for pool in DIVIDED
        for run in runs(centre, pool)
        for claim, weight, amount in run.parts
    ]
