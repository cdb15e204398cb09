"""Grades: thresholds, vetoes, the bonus and its cap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.registers.passenger.parts.grades import BEST_FIRST, Mark, grade_of, shown, total_of

THRESHOLDS = [("AAA", 8500), ("AA", 7000), ("A", 6000)]


@pytest.mark.parametrize(
    ("total", "grade"), [(8500, "AAA"), (8499, "AA"), (7000, "AA"), (6999, "A"), (6000, "A"), (5999, "B"), (0, "B")]
)
def test_a_grade_begins_at_its_threshold(total: int, grade: str) -> None:
    assert grade_of(total, THRESHOLDS) == grade


def test_the_strictest_veto_decides() -> None:
    assert grade_of(9000, THRESHOLDS, ["AA", "B"]) == "B"
    assert grade_of(6500, THRESHOLDS, ["AA"]) == "A"


def test_the_bonus_counts_up_to_its_cap() -> None:
    marks = [Mark("base", 9000), Mark("bonus", 800), Mark("bonus", 700), Mark("veto", None)]
    assert total_of(marks, 1000) == 10000


def test_without_a_mark_for_a_base_item_there_is_no_total() -> None:
    assert total_of([Mark("base", 9000), Mark("base", None)], 1000) is None
    assert total_of([], 1000) is None


def test_marks_are_shown_without_idle_zeros() -> None:
    assert [shown(tenths) for tenths in (875, 900, 1000, 0)] == ["87.5", "90", "100", "0"]


@given(st.integers(0, 11000), st.integers(0, 11000), st.lists(st.sampled_from(BEST_FIRST), max_size=3))
def test_more_marks_never_lower_the_grade_and_a_veto_never_raises_it(one: int, other: int, vetoes: list[str]) -> None:
    low, high = sorted((one, other))
    place = BEST_FIRST.index
    assert place(grade_of(high, THRESHOLDS, vetoes)) <= place(grade_of(low, THRESHOLDS, vetoes))
    assert place(grade_of(low, THRESHOLDS, vetoes)) >= place(grade_of(low, THRESHOLDS))
