"""质量信誉考核细则 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.credit import COUNTS


def test_every_trade_that_is_assessed_has_one_table_in_force(centre: Centre) -> None:
    in_force = [row["sector"] for row in centre.rows("credit_scheme") if row["state"] == "in_force"]
    assert sorted(in_force) == sorted(COUNTS)
