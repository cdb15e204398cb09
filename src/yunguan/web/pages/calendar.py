"""The working-day calendar: which days are worked; without it no deadline is computed."""

from __future__ import annotations

import calendar as months
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.numbers import read_date
from yunguan.office.calendar import CalendarDay
from yunguan.office.settings import open_calendar_year, set_calendar_day
from yunguan.web.access import ADMINISTRATORS, open_to
from yunguan.web.words import sentence


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """A year of the calendar; one day is changed at a time."""
    if request.method == "GET":
        return _page(request, _year(request.GET.get("year", "")))
    try:
        day = read_date(request.POST.get("day", "").strip())
    except ValueError as fault:
        return _page(request, _year(""), sentence(fault))
    worked, note = request.POST.get("working") == "1", request.POST.get("note", "").strip()[:50]
    try:
        set_calendar_day(day=day, is_working=worked, note=note)
    except ValueError as fault:
        return _page(request, day.year, str(fault))
    messages.success(request, f"{day:%Y年%m月%d日}已登记为{'工作日' if worked else '休息日'}。")
    return redirect(f"{reverse('calendar')}?year={day.year}")


@open_to(ADMINISTRATORS)
@require_POST
def open_year(request: HttpRequest) -> HttpResponse:
    """Write a year in which Monday to Friday are worked; holidays and make-up days follow by hand."""
    year = _year(request.POST.get("year", ""))
    try:
        open_calendar_year(year=year)
    except ValueError as fault:
        return _page(request, year, str(fault))
    messages.success(request, f"{year} 年已按周一至周五生成，请再按放假安排逐日登记节假日和调休。")
    return redirect(f"{reverse('calendar')}?year={year}")


def _year(text: str) -> int:
    fits = text.isascii() and text.isdecimal() and 2000 <= int(text) <= 2100  # noqa: PLR2004 - a sane span
    return int(text) if fits else timezone.localdate().year


def _page(request: HttpRequest, year: int, complaint: str = "") -> HttpResponse:
    known = {each.day: each for each in CalendarDay.objects.filter(day__year=year)}
    years = sorted(set(CalendarDay.objects.values_list("day__year", flat=True).distinct().order_by()) | {year})
    context = {
        "year": year,
        "years": years,
        "next_year": years[-1] + 1,
        "known": bool(known),
        "months": [_month(year, month, known) for month in range(1, 13)] if known else [],
        "special": [each for each in known.values() if each.note],
        "complaint": complaint,
    }
    return render(request, "web/admin/calendar.html", context, status=422 if complaint else 200)


def _month(year: int, month: int, known: dict[date, CalendarDay]) -> dict[str, Any]:
    weeks = months.Calendar().monthdatescalendar(year, month)
    return {"month": month, "weeks": [[_day(day, month, known) for day in week] for week in weeks]}


def _day(day: date, month: int, known: dict[date, CalendarDay]) -> dict[str, Any]:
    found = known.get(day)
    if day.month != month or found is None:
        return {"number": "", "css": "", "note": ""}
    ordinary = found.is_working == (day.weekday() < 5)  # noqa: PLR2004 - Saturday
    css = ("work" if found.is_working else "rest") + ("" if ordinary else " special")
    return {"number": day.day, "css": css, "note": found.note}


urlpatterns = [
    path("administration/calendar/", calendar, name="calendar"),
    path("administration/calendar/years/", open_year, name="calendar-year"),
]
