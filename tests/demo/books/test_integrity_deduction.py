"""诚信考核记分台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre


def test_the_decisions_come_to_the_points_of_the_cycle(centre: Centre) -> None:
    points = {row["item_no"]: row["points"] for row in centre.rows("integrity_item")}
    lost: Counter[str] = Counter()
    for row in centre.rows("integrity_deduction"):
        lost[row["cycle"]] += points[row["item"]] if row["state"] == "recorded" else 0
    for row in centre.rows("integrity"):
        if row["state"] not in {"running", "due"}:
            assert lost[row["cycle_no"]] == row["points"]


def test_a_decision_counts_once_and_some_were_annulled(centre: Centre) -> None:
    rows = centre.rows("integrity_deduction")
    assert len({row["decision_no"] for row in rows}) == len(rows)
    assert {row["state"] for row in rows} == {"recorded", "cancelled"}
