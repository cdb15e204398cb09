"""补贴测算台账 of the demonstration: where it was objected to, two runs."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.subsidies import DIVIDED, Run, runs


def rows(centre: Centre) -> list[Row]:
    """Every run, those before the last superseded by the next."""
    made = []
    for pool in DIVIDED:
        own = runs(centre, pool)
        for run in own:
            newer = own[run.number].run_on if run.number < len(own) else None
            made.append(_row(run) | {"superseded_on": newer, "state": "superseded" if newer else "current"})
    return made


def _row(run: Run) -> Row:
    paid = [claim for claim, _, amount in run.parts if amount]
    return {
        "plan": run.pool.number,
        "run_no": run.number,
        "formula": run.pool.formula,
        "run_on": run.run_on,
        "pool": run.pool.amount,
        "vehicles": len(paid),
        "recipients": len({claim["recipient"] for claim in paid}),
        "allocated": Decimal(sum(amount for _, _, amount in run.parts)).scaleb(-2),
        "remark": run.remark,
    }
