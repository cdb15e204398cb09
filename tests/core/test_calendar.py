"""Time limits over the National Day of 2023, which came with two make-up days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.calendar import CalendarDay, CalendarMissing, Pause, Unit, WorkingCalendar
from yunguan.core.calendar_seed import seed_days

CALENDAR = WorkingCalendar.from_days([*seed_days(2022), *seed_days(2023), *seed_days(2024)])
STARTS = st.dates(date(2022, 6, 1), date(2023, 12, 31))
LIMITS = st.integers(0, 60)
UNITS = st.sampled_from(["working", "calendar"])


def day(text: str) -> date:
    return date.fromisoformat(f"2023-{text}")


@pytest.mark.parametrize(
    ("start", "n", "unit", "end"),
    [
        ("09-28", 1, "working", "10-07"),  # the holiday lasts to 6 October, Saturday the 7th is made up
        ("09-28", 5, "working", "10-11"),
        ("10-06", 1, "working", "10-07"),
        ("10-07", 1, "working", "10-08"),
        ("10-13", 1, "working", "10-16"),  # an ordinary weekend
        ("09-27", 2, "calendar", "10-07"),  # would end on Mid-autumn Day
        ("09-27", 1, "calendar", "09-28"),
        ("09-28", 10, "calendar", "10-08"),  # a make-up Sunday is a working day
        ("09-30", 0, "calendar", "10-07"),
    ],
)
def test_a_limit_ends_on_the_right_day(start: str, n: int, unit: Unit, end: str) -> None:
    assert CALENDAR.due(day(start), n, unit) == day(end)


def test_without_rolling_a_calendar_limit_may_end_on_a_holiday() -> None:
    assert CALENDAR.due(day("09-27"), 2, "calendar", roll=False) == day("09-29")


@given(STARTS, LIMITS, UNITS, STARTS)
def test_a_later_start_never_ends_earlier(start: date, n: int, unit: Unit, other: date) -> None:
    first, last = sorted((start, other))
    assert CALENDAR.due(first, n, unit) <= CALENDAR.due(last, n, unit)


@given(STARTS, LIMITS, UNITS)
def test_a_longer_limit_never_ends_earlier_and_ends_on_a_working_day(start: date, n: int, unit: Unit) -> None:
    end = CALENDAR.due(start, n, unit)
    assert CALENDAR.is_working(end)
    assert end <= CALENDAR.due(start, n + 1, unit)


@given(STARTS, st.integers(1, 60))
def test_working_days_up_to_the_end_are_the_limit(start: date, n: int) -> None:
    end = CALENDAR.due(start, n)
    assert CALENDAR.working_days_between(start, end) == n
    assert CALENDAR.working_days_between(end, start) == -n


@given(STARTS, LIMITS, UNITS, st.integers(0, 40), st.integers(0, 20))
def test_a_pause_never_brings_the_end_forward(start: date, n: int, unit: Unit, after: int, days: int) -> None:
    stop = start + timedelta(days=after)
    plain = CALENDAR.due(start, n, unit)
    paused = CALENDAR.due_with_pauses(start, n, unit, [(stop, stop + timedelta(days=days))])
    assert paused is not None
    assert paused >= plain


@pytest.mark.parametrize(
    ("pauses", "end"),
    [
        ([], "09-15"),
        ([("09-11", "09-13")], "09-19"),  # Tuesday and Wednesday do not count
        ([("09-11", "09-11")], "09-15"),
        ([("09-11", "09-13"), ("09-12", "09-13")], "09-19"),  # the same days, paused twice
        ([("09-11", "09-12"), ("09-13", "09-14")], "09-19"),
        ([("09-15", "09-20")], "09-15"),  # stopped on the last day: the limit was used up
    ],
)
def test_days_of_a_pause_do_not_count(pauses: list[tuple[str, str]], end: str) -> None:
    stopped: list[Pause] = [(day(stop), day(go)) for stop, go in pauses]
    assert CALENDAR.due_with_pauses(day("09-08"), 5, "working", stopped) == day(end)


def test_a_clock_that_stands_has_no_end() -> None:
    assert CALENDAR.due_with_pauses(day("09-08"), 5, "working", [(day("09-11"), None)]) is None


def test_a_limit_used_up_before_an_open_pause_keeps_its_end() -> None:
    assert CALENDAR.due_with_pauses(day("09-08"), 5, "working", [(day("09-15"), None)]) == day("09-15")


def test_a_year_without_a_table_refuses_to_compute() -> None:
    only_2023 = WorkingCalendar.from_days(seed_days(2023))
    with pytest.raises(CalendarMissing, match="维护 2024 年的工作日历"):
        only_2023.due(day("12-29"), 1)
    with pytest.raises(CalendarMissing):
        only_2023.due(day("12-20"), 30, "calendar")
    with pytest.raises(CalendarMissing):
        only_2023.working_days_between(day("12-29"), date(2024, 1, 5))


def test_working_days_of_a_year_leave_the_others_off() -> None:
    calendar = WorkingCalendar.from_years({2023: {day("01-03"), day("01-05")}})
    assert calendar.due(day("01-01"), 2) == day("01-05")
    assert not calendar.is_working(day("01-04"))
    with pytest.raises(CalendarMissing):
        calendar.is_working(date(2024, 1, 1))


def test_a_working_day_of_another_year_is_refused() -> None:
    with pytest.raises(ValueError, match="不属于"):
        WorkingCalendar.from_years({2023: {date(2024, 1, 2)}})


def test_a_day_listed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="两次"):
        WorkingCalendar.from_days([CalendarDay(day("01-03"), True), CalendarDay(day("01-03"), False)])


def test_a_negative_limit_and_a_pause_that_runs_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="期限"):
        CALENDAR.due(day("09-08"), -1)
    with pytest.raises(ValueError, match="早于"):
        CALENDAR.due_with_pauses(day("09-08"), 5, "working", [(day("09-12"), day("09-11"))])
