"""A section at a glance: its books with what waits in each, its figures, what runs out soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures
from yunguan.office.people import User
from yunguan.office.scope import scope_of
from yunguan.office.selectors import section_names
from yunguan.registers.book import Book
from yunguan.registers.expiry import expiries
from yunguan.registers.selectors import visible
from yunguan.web.access import READERS_OF_FIGURES, WORKERS, books_open_to, open_to, person, scope
from yunguan.web.asked import asked
from yunguan.web.cells import title_of
from yunguan.web.due import Clock, clock_on

SOON = timedelta(days=30)
MOST_EXPIRIES = 8


@dataclass(frozen=True)
class Shelf:
    """One book: its rows, how many wait for somebody, how many of those are late."""

    book: Book
    rows: int
    waiting: int
    late: int


@open_to(WORKERS)
@require_GET
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The section's page, as far as the account sees its books."""
    user, names = person(request), section_names()
    books = [each for each in books_open_to(user) if each.section == section]
    if section not in names or not books:
        raise Http404
    clock = clock_on(timezone.localdate())
    found = expiries(books, scope(request), clock.today, clock.today + SOON, MOST_EXPIRIES)[:MOST_EXPIRIES]
    context: dict[str, Any] = {
        "name": names[section],
        "shelves": [shelf(book, user, clock) for book in books],
        "expiries": [{"expiry": each, "title": title_of(each.record)} for each in found],
    }
    if user.role in READERS_OF_FIGURES:
        about = asked(request)
        wanted = [each.id for each in catalogue() if each.section == section]
        told = figures(about.question, wanted, scope=scope_of(user)).values() if wanted else ()
        context |= {"about": about, "figures": [each for each in told if each.value is not None]}
    return render(request, "web/section.html", context)


def shelf(book: Book, user: User, clock: Clock) -> Shelf:
    """A book as the account sees it."""
    rows = visible(book, scope_of(user))
    waiting = rows.filter(state__in=book.workflow.waiting)
    return Shelf(book, rows.count(), waiting.count(), waiting.filter(due_on__lt=clock.today).count())


urlpatterns = [path("sections/<slug:section>/", section, name="section")]
