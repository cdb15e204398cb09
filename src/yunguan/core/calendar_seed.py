"""The State Council's yearly holiday arrangements, as first content of the working-day table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from chinese_calendar import Holiday
from chinese_calendar.constants import holidays, in_lieu_days, workdays

from yunguan.core.calendar import CalendarDay, missing_year

_SATURDAY = 5
_CHINESE: dict[str, str] = {holiday.value: vars(holiday)["chinese"] for holiday in Holiday}


def seed_days(year: int) -> list[CalendarDay]:
    """Every day of the year; raises CalendarMissing for a year whose arrangement is not known."""
    if not any(day.year == year and name == Holiday.national_day.value for day, name in holidays.items()):
        raise missing_year(year)
    return [_day(day) for day in _days_of(year)]


def _day(day: date) -> CalendarDay:
    if day in workdays:
        return CalendarDay(day, is_working=True, note=f"{_CHINESE[workdays[day]]}调休上班")
    if day in in_lieu_days:
        return CalendarDay(day, is_working=False, note=f"{_CHINESE[in_lieu_days[day]]}调休")
    if day in holidays:
        return CalendarDay(day, is_working=False, note=_CHINESE[holidays[day]])
    return CalendarDay(day, is_working=day.weekday() < _SATURDAY)


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
