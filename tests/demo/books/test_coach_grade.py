"""营运客车类型等级评定台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.coach_grade import COUNTED_TO, LAPSED, LOWERED
from yunguan.demo.books.vehicle_check import COACHES_LOOKED_AT
from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY, aim


def test_gradings_and_coaches_looked_at_come_to_the_published_figure(centre: Centre) -> None:
    graded = [row for row in centre.rows("coach_grade") if row.get("graded_on")]
    counted = [row for row in graded if row["graded_on"].year == COUNTED_TO.year and row["graded_on"] <= COUNTED_TO]
    assert len(counted) + COACHES_LOOKED_AT == aim("maintenance.bus_grades")


def test_a_coach_holds_one_grade(centre: Centre) -> None:
    held = Counter(row["vin"] for row in centre.rows("coach_grade") if row["state"] == "graded")
    assert set(held.values()) == {1}


def test_some_reviews_are_overdue_and_some_grades_were_lowered(centre: Centre) -> None:
    rows = centre.rows("coach_grade")
    assert sum(row["state"] == "graded" and row["valid_to"] < LAST_DAY for row in rows) == LAPSED
    lowered = [row for row in rows if row.get("previous_grade") and row["grade"] > row["previous_grade"]]
    assert len(lowered) == LOWERED
