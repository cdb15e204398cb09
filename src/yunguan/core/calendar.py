"""WorkingCalendar: which days are worked in China, and when a time limit ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, NamedTuple

_DAY = timedelta(days=1)

Unit = Literal["working", "calendar"]
"""Working days (工作日), or calendar days (日) where the rule says so."""

Pause = tuple[date, date | None]
"""The day the clock was stopped and the day it was set going again, None while it stands."""


class CalendarMissing(ValueError):  # noqa: N818 - a missing calendar is what it is
    """No table of working days covers the day asked about."""


class CalendarDay(NamedTuple):
    """One day of the table; `note` says why, such as 国庆节 or 国庆节调休上班."""

    date: date
    is_working: bool
    note: str = ""


@dataclass(frozen=True)
class WorkingCalendar:
    """Known days, worked or not. A day outside the table raises CalendarMissing wherever it is needed."""

    days: Mapping[date, bool]

    @classmethod
    def from_days(cls, days: Iterable[tuple[date, bool, str]]) -> WorkingCalendar:
        """From rows of the table (CalendarDay or plain tuples); raises ValueError when a day occurs twice."""
        known: dict[date, bool] = {}
        for day, is_working, _ in days:
            if day in known:
                raise ValueError(f"工作日历中 {day} 出现了两次，请删去一行")
            known[day] = is_working
        return cls(MappingProxyType(known))

    @classmethod
    def from_years(cls, years: Mapping[int, Collection[date]]) -> WorkingCalendar:
        """From the working days of whole years; every other day of these years is a day off."""
        known = {day: day in worked for year, worked in years.items() for day in _days_of(year)}
        for day in (day for worked in years.values() for day in worked if not known.get(day)):
            raise ValueError(f"工作日 {day} 不属于所列的年份，请改正")
        return cls(MappingProxyType(known))

    def is_working(self, day: date) -> bool:
        if day not in self.days:
            raise CalendarMissing(f"工作日历中没有 {day.year} 年 {day.month} 月 {day.day} 日，{_maintain(day.year)}")
        return self.days[day]

    def due(self, start: date, n: int, unit: Unit = "working", *, roll: bool = True) -> date:
        """The last day of a limit of `n` days, counted from the day after `start`.

        With `roll` a limit that ends on a day off ends on the next working day (民法典第二百零三条).
        """
        day = start
        for _ in range(_checked(n)):
            day = self._next(day, unit)
        return self._rolled(day) if roll else day

    def due_with_pauses(
        self, start: date, n: int, unit: Unit, pauses: Sequence[Pause], *, roll: bool = True
    ) -> date | None:
        """Like `due`, leaving out the days of each pause; None while an open pause holds the clock.

        Time spent on completing, testing or hearing is no part of a limit (行政许可法第四十五条). The day of
        stopping still counts; as with `start`, counting goes on from the day after the day of resuming.
        """
        _check_pauses(pauses)
        day, left = start, _checked(n)
        while left:
            day = self._next(day, unit)
            if any(stop < day and go is None for stop, go in pauses):
                return None
            left -= not any(stop < day <= go for stop, go in pauses if go)
        return self._rolled(day) if roll else day

    def working_days_between(self, first: date, last: date) -> int:
        """Working days after `first` up to and with `last`; negative when `last` lies earlier."""
        if last < first:
            return -self.working_days_between(last, first)
        span = (last - first).days
        return sum(self.is_working(first + _DAY * n) for n in range(1, span + 1))

    def _next(self, day: date, unit: Unit) -> date:
        day += _DAY
        return day if unit == "calendar" else self._rolled(day)

    def _rolled(self, day: date) -> date:
        while not self.is_working(day):
            day += _DAY
        return day


def _maintain(year: int) -> str:
    return f"无法计算期限，请管理员先按国务院办公厅的放假安排维护 {year} 年的工作日历"


def missing_year(year: int) -> CalendarMissing:
    """The complaint that a whole year has no table."""
    return CalendarMissing(f"没有 {year} 年的工作日历，{_maintain(year)}")


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + _DAY * n for n in range((date(year, 12, 31) - first).days + 1))


def _checked(n: int) -> int:
    if n < 0:
        raise ValueError(f"期限不能是 {n} 天，请填写零或正整数")
    return n


def _check_pauses(pauses: Sequence[Pause]) -> None:
    for stop, go in pauses:
        if go is not None and go < stop:
            raise ValueError(f"暂停计时的止日 {go} 早于起日 {stop}，请改正")
