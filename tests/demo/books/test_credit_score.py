"""质量信誉考核评分 of the demonstration."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from yunguan.demo.centre import Centre


@pytest.mark.parametrize("level", ["self", "county", "centre"])
def test_marks_add_up_to_the_totals_of_every_level(centre: Centre, level: str) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in centre.rows("credit_score"):
        sums[row["rating"]] += row[f"{level}_points"] or 0
    for row in centre.rows("credit_rating"):
        if row.get(f"{level}_total") is not None:
            assert sums[row["rating_no"]] == row[f"{level}_total"]


def test_whatever_the_centre_took_off_has_its_reason(centre: Centre) -> None:
    points = {row["item_no"]: row["points"] for row in centre.rows("credit_item")}
    for row in centre.rows("credit_score"):
        if row["centre_points"] is not None:
            assert (row["centre_points"] < points[row["item"]]) is bool(row["grounds"])
