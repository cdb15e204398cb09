"""Limits that a stored column tells of: the last day of a rule's limit, and whether a day lies within it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from yunguan.core.calendar import CalendarMissing, Pause, WorkingCalendar
from yunguan.office.calendar import CalendarDay
from yunguan.office.rules import RuleMissing, rule_on
from yunguan.office.workflow.deadlines import UNITS

MARGIN = timedelta(days=40)
"""How far beyond a limit the calendar is read: longer than any holiday at its end."""


def last_day(rule: str, begun: date, granted: int = 0, pauses: Sequence[Pause] = ()) -> date | None:
    """The last day of a rule's limit of days or months with the days granted beyond it.

    None where an open pause holds the clock, or where rule or calendar know nothing of these days.
    """
    try:
        value = rule_on(rule, begun)
        if value.unit == "月":
            end = months_later(begun, value.value) + timedelta(days=granted)
            return _calendar(end, end).due(end, 0)
        days = value.value + granted
        held = sum(((go - stop).days for stop, go in pauses if go), start=0)
        calendar = _calendar(begun, begun + timedelta(days=2 * days + held))
        return calendar.due_with_pauses(begun, days, UNITS[value.unit], pauses)
    except (RuleMissing, CalendarMissing):
        return None


def months_later(day: date, months: int) -> date:
    """The same day of a later month; where the month is shorter, its last day (民法典第二百零二条)."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def within(day: date | None, limit: date | None) -> bool | None:
    """Whether something was done by its last day; None where either day is unknown."""
    return None if day is None or limit is None else day <= limit


def _calendar(first: date, last: date) -> WorkingCalendar:
    days = CalendarDay.objects.filter(day__gte=first, day__lte=last + MARGIN)
    return WorkingCalendar.from_days(days.values_list("day", "is_working", "note"))
