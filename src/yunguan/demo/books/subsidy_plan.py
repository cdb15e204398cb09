"""补贴资金分配台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.subsidies import POOLS, Pool, formula_of


def rows(centre: Centre) -> list[Row]:
    """Every pool, one that is audited and one that has only begun among them."""
    del centre
    return [_row(pool) for pool in POOLS]


def _row(pool: Pool) -> Row:
    formula = {"formula": pool.formula, "formula__name": formula_of(pool).name} if pool.formula else {}
    return (
        {
            "plan_no": pool.number,
            "name": pool.name,
            "kind": pool.kind,
            "year": pool.year,
            "amount": pool.amount,
            "source_doc_no": pool.source,
            "state": pool.state,
        }
        | formula
        | dict(pool.days)
        | dict(pool.numbers)
    )
