"""Names in one cell, and minutes between two moments."""

from __future__ import annotations

from datetime import date

import pytest

from yunguan.registers.safety.parts import clock_time, minutes_between, people_in

DAY, NEXT = date(2023, 6, 1), date(2023, 6, 2)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲明、乙亮", ("甲明", "乙亮")),
        ("甲明，甲明", ("甲明",)),
        ("甲明 乙亮;丙朗", ("甲明", "乙亮", "丙朗")),
        ("", ()),
        (None, ()),
    ],
)
def test_a_cell_holds_each_name_once(text: str | None, names: tuple[str, ...]) -> None:
    assert people_in(text) == names


@pytest.mark.parametrize(
    ("first", "at", "second", "until", "expected"),
    [
        (DAY, "16:05", DAY, "16:40", 35),
        (DAY, "23:50", NEXT, "00:10", 20),
        (DAY, "16:05", DAY, "16:00", -5),
        (DAY, "16:05", None, "16:40", None),
        (DAY, "下午", DAY, "16:40", None),
    ],
)
def test_minutes_run_over_midnight_and_are_unknown_where_a_time_is(
    first: date, at: str, second: date | None, until: str, expected: int | None
) -> None:
    assert minutes_between(first, at, second, until) == expected


def test_what_is_no_time_of_day_is_none() -> None:
    assert clock_time("25:61") is None
