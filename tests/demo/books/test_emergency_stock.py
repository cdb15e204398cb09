"""防汛备汛三到位台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


def test_the_floods_are_counted_city_wide_and_some_are_urged(centre: Centre) -> None:
    rows = centre.rows("emergency_stock")
    assert {row["season"] for row in rows} == {"flood", "ice"}
    assert {row["state"] for row in rows} >= {"in_place", "counted"}
    assert any(row.get("urged_on") for row in rows)


@pytest.mark.django_db
def test_the_workbook_is_taken_over_and_the_flood_vehicles_are_counted_once(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "emergency_stock")
    flood = [row for row in centre.rows("emergency_stock") if row["season"] == "flood"]
    found = values("safety.emergency_stock.counted", "safety.emergency_stock.vehicles")
    assert found == [str(len(flood)), str(sum(row["vehicles"] for row in flood))]
