"""What runs out: permits, certificates, insurances and inspections of the books that an account sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.registers.expiry import Expiry, expiries
from yunguan.web.access import WORKERS, books_open_to, open_to, person, scope
from yunguan.web.cells import title_of

SPANS = (("30", "今后 30 天"), ("60", "今后 60 天"), ("90", "今后 90 天"), ("-90", "已过期不满 90 天"))
MOST = 200
USUAL = "30"


@dataclass(frozen=True)
class Month:
    """The expiries of one month."""

    title: str
    rows: list[dict[str, Any]]


@open_to(WORKERS)
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """A month a card, a day a line."""
    asked = request.GET.get("span", USUAL)
    span = asked if asked in dict(SPANS) else USUAL
    first, last = window(timezone.localdate(), int(span))
    books = [each for each in books_open_to(person(request)) if each.model.expires]
    found = expiries(books, scope(request), first, last, MOST)
    context = {"months": months(found), "span": span, "spans": SPANS, "books": books, "total": len(found)}
    return render(request, "web/expiries.html", context)


def window(today: date, days: int) -> tuple[date, date]:
    """The days asked for: from today on, or those before today."""
    if days < 0:
        return today + timedelta(days=days), today - timedelta(days=1)
    return today, today + timedelta(days=days)


def months(found: list[Expiry]) -> list[Month]:
    """The expiries by month, in order."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for each in found:
        row = {"expiry": each, "title": title_of(each.record)}
        grouped.setdefault(f"{each.day:%Y年}{each.day.month}月", []).append(row)
    return [Month(title, rows) for title, rows in grouped.items()]


urlpatterns = [path("expiries/", calendar, name="expiries")]
