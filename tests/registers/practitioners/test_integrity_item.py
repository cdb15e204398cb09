"""The table of points: what must be put right."""

from __future__ import annotations

from datetime import date

from tests.registers.complaints import complains_about


def test_an_item_costs_points_and_ends_after_it_begins() -> None:
    row = {"points": 0, "effective_from": date(2022, 7, 1), "effective_to": date(2022, 6, 30)}
    assert complains_about("integrity_item", **row) == ["points", "effective_to"]
    assert complains_about("integrity_item", points=5, effective_from=date(2022, 7, 1)) == []
