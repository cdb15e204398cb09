"""What other books hold about a record's company, vehicle or person: a card that the record page fetches."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.related import related
from yunguan.web.access import book_for, books_open_to, person, record_for, scope
from yunguan.web.cells import cell, title_of, tone_of

SHOWN = 5


@dataclass(frozen=True)
class Line:
    """One row of another book."""

    pk: int
    title: str
    state: str
    tone: str
    day: str


@dataclass(frozen=True)
class Shelf:
    """The rows of one book that belong to the record: the newest, and how many in all."""

    book: Book
    why: str
    lines: list[Line]
    total: int


@require_GET
def shelves(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Every book with rows about the record, as far as the account sees them."""
    book = book_for(request, register)
    record = record_for(request, register, pk)
    found = []
    for each in related(record, scope(request), books_open_to(person(request))):
        rows = list(each.rows.select_related(*each.book.key_references)[: SHOWN + 1])
        if rows:
            total = each.rows.count() if len(rows) > SHOWN else len(rows)
            found.append(Shelf(each.book, each.why, [_line(each.book, row) for row in rows[:SHOWN]], total))
    return render(request, "web/register/related.html", {"book": book, "record": record, "shelves": found})


def _line(book: Book, row: Record) -> Line:
    period = book.by_name.get(book.model.period_field)
    day = cell(book, period, row).text if period else ""
    state = str(row.state)
    label = book.workflow.labels.get(state, state)
    return Line(row.pk, title_of(row), label, tone_of(book, state), day)


urlpatterns = [path("registers/<slug:register>/<int:pk>/related/", shelves, name="record-related")]
