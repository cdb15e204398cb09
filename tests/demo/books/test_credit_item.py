"""质量信誉考核项目 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_the_items_of_every_table_come_to_its_full_marks(centre: Centre) -> None:
    full = {row["scheme_no"]: row["full_marks"] for row in centre.rows("credit_scheme")}
    sums = dict.fromkeys(full, 0)
    for row in centre.rows("credit_item"):
        sums[row["scheme"]] += row["points"] if row["item_kind"] == "base" else 0
    assert sums == full
