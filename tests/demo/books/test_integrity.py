"""诚信考核台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.integrity import grade
from yunguan.demo.centre import Centre


def test_grades_follow_from_the_points(centre: Centre) -> None:
    for row in centre.rows("integrity"):
        if row["state"] not in {"running", "due"}:
            assert row["grade"] == grade(row["points"], row["previous_grade"])
            assert row["cycle_from"] < row["cycle_to"] < row["assessed_on"]


def test_every_grade_and_state_occurs(centre: Centre) -> None:
    rows = centre.rows("integrity")
    assert set(Counter(row.get("grade") for row in rows)) == {"AAA", "AA", "A", "B", None}
    assert {row["state"] for row in rows} == {"running", "due", "assessed", "education", "restored"}
