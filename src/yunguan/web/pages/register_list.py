"""The list of a register: search, filters, sorting, pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.core.columns import Column, Kind
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.registers.selectors import filter_names
from yunguan.registers.services import may_write
from yunguan.web.access import book_for, may_reveal, person, scope
from yunguan.web.cells import Cell, cell, choices_of_areas
from yunguan.web.due import Clock, Due, clock_on
from yunguan.web.entry import YES_NO
from yunguan.web.sifting import Sifting, sifting_of

PER_PAGE = 50
_UNSORTED = frozenset({Kind.REFERENCE, Kind.LONG_TEXT, Kind.IDENTITY_NUMBER, Kind.MOBILE})


@dataclass(frozen=True)
class Heading:
    """A column head; ``href`` sorts by it, "" where it does not sort."""

    label: str
    css: str
    href: str
    sorted: str


@dataclass(frozen=True)
class Row:
    """A record as the list shows it."""

    pk: int
    cells: list[Cell]
    due: Due


@dataclass(frozen=True)
class Filter:
    """A choice above the list."""

    name: str
    label: str
    choices: list[tuple[str, str]]
    chosen: str


@require_GET
def register(request: HttpRequest, register: str) -> HttpResponse:
    """A page of a book's rows."""
    book = book_for(request, register)
    sifting = sifting_of(request, book)
    page = Paginator(sifting.rows.order_by(*_order(book, sifting)), PER_PAGE).get_page(request.GET.get("page"))
    clock = clock_on(timezone.localdate())
    context = {
        "book": book,
        "sifting": sifting,
        "filters": list(_filters(request, book, sifting)),
        "about": sifting.filters.get("about", ""),
        "headings": [_heading(column, sifting) for column in columns_of(book)],
        "rows": rows_of(book, page, clock),
        "has_due": any(state.deadline for state in book.workflow.states),
        "page": page,
        "period_label": book.by_name[book.model.period_field].label
        if book.model.period_field in book.by_name
        else "日期",
        "may_write": may_write(book, person(request)),
        "may_reveal": bool(book.personal) and may_reveal(book, person(request)),
    }
    return render(request, "web/register/list.html", context)


def columns_of(book: Book) -> list[Column]:
    """The columns of the list; a reference stands under the name of what it points to."""
    return [book.by_name[name] for name in book.model.list_fields if name in book.by_name]


def rows_of(book: Book, page: Page[Record], clock: Clock) -> list[Row]:
    """The rows of a page with masked cells and due marks."""
    columns = columns_of(book)
    return [Row(each.pk, [cell(book, column, each) for column in columns], clock.mark(each.due_on)) for each in page]


def _order(book: Book, sifting: Sifting) -> tuple[str, ...]:
    """Only a column of the list may order it: the word in the address merely picks one."""
    allowed = {column.name: column.name for column in columns_of(book) if column.kind not in _UNSORTED}
    name = allowed.get(sifting.sort.removeprefix("-"))
    if name is None:
        return ("-id",)
    return (f"-{name}" if sifting.sort.startswith("-") else name, "-id")


def _heading(column: Column, sifting: Sifting) -> Heading:
    css = "number" if column.kind in {Kind.INTEGER, Kind.MONEY, Kind.DECIMAL} else ""
    label = heading_of(column)
    if column.kind in _UNSORTED:
        return Heading(label, css, "", "")
    present = {column.name: "ascending", f"-{column.name}": "descending"}.get(sifting.sort, "")
    following = f"-{column.name}" if present == "ascending" else column.name
    return Heading(label, css, sifting.address(sort=following), present)


def heading_of(column: Column) -> str:
    """The head of a column in a list: a reference is named by what it points to, money has its unit."""
    if column.kind is Kind.REFERENCE:
        return str(books()[column.target].model._meta.verbose_name)
    return f"{column.label}（{column.unit}）" if column.unit else column.label


def _filters(request: HttpRequest, book: Book, sifting: Sifting) -> Iterator[Filter]:
    for name in filter_names(book):
        column = book.by_name.get(name)
        field: Any = book.model._meta.get_field(name)
        label = column.label if column else str(field.verbose_name)
        chosen = sifting.filters.get(name, "")
        yield Filter(name, label, _choices(request, book, name), chosen)


def _choices(request: HttpRequest, book: Book, name: str) -> list[tuple[str, str]]:
    if name == "area":
        return choices_of_areas(scope(request).areas)
    if name == "state":
        return list(book.workflow.labels.items())
    field = book.model._meta.get_field(name)
    fixed = [(str(code), str(label)) for code, label in getattr(field, "flatchoices", ())]
    return fixed or list(YES_NO)


urlpatterns = [path("registers/<slug:register>/", register, name="register")]
