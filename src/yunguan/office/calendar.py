"""The working-day calendar as an editable table; a year that is not in it refuses to compute a deadline."""

from __future__ import annotations

from django.db import models

from yunguan.core.calendar import CalendarDay as Day
from yunguan.core.calendar import WorkingCalendar


class CalendarDay(models.Model):
    """One day: worked or not, with the reason where it departs from the week (holiday, make-up day)."""

    day = models.DateField("日期", primary_key=True)
    is_working = models.BooleanField("工作日")
    note = models.CharField("说明", max_length=50, blank=True, default="")

    class Meta:
        verbose_name = "工作日历"
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {'工作日' if self.is_working else '休息日'}"


def working_calendar() -> WorkingCalendar:
    """The calendar of all years in the table, as a value."""
    return WorkingCalendar.from_days(Day(*row) for row in CalendarDay.objects.values_list("day", "is_working", "note"))


def has_year(year: int) -> bool:
    """Whether the calendar of a year is entered."""
    return CalendarDay.objects.filter(day__year=year).exists()
