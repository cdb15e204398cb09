"""预算追加追减 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, targets


def test_the_additions_are_as_published(centre: Centre) -> None:
    rows = [row for row in centre.rows("budget_adjustment") if row["year"] == YEAR]
    assert sum(row["amount"] for row in rows) == targets()["finance.basic.additions"].value * 10_000
    assert {row["direction"] for row in rows} == {"increase"}
    assert min(row["amount"] for row in rows) > 0
