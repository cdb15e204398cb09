"""The published holiday arrangements as rows."""

from datetime import date

import pytest

from yunguan.core.calendar import CalendarDay, CalendarMissing
from yunguan.core.calendar_seed import seed_days


def test_every_day_of_the_year_is_there_once() -> None:
    for year, days in ((2023, 365), (2024, 366)):
        dates = [row.date for row in seed_days(year)]
        assert (dates[0], dates[-1]) == (date(year, 1, 1), date(year, 12, 31))
        assert len(set(dates)) == len(dates) == days


@pytest.mark.parametrize(
    ("month", "day", "is_working", "note"),
    [
        (9, 28, True, ""),
        (9, 29, False, "中秋"),
        (10, 1, False, "国庆节"),
        (10, 5, False, "国庆节调休"),
        (10, 7, True, "国庆节调休上班"),
        (10, 8, True, "国庆节调休上班"),
        (10, 14, False, ""),
    ],
)
def test_holidays_and_make_up_days_say_why(month: int, day: int, is_working: bool, note: str) -> None:  # noqa: FBT001
    rows = {row.date: row for row in seed_days(2023)}
    assert rows[date(2023, month, day)] == CalendarDay(date(2023, month, day), is_working, note)


def test_2023_has_249_working_days() -> None:
    assert sum(row.is_working for row in seed_days(2023)) == 249


@pytest.mark.parametrize("year", [1999, 2003, 2199])
def test_an_unknown_year_is_refused(year: int) -> None:
    with pytest.raises(CalendarMissing, match=f"没有 {year} 年的工作日历"):
        seed_days(year)
