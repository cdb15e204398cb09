"""Figures: the list of a year, and the way from a figure to the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.core.figure import Figure, Origin
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import Trail, figures, trails
from yunguan.office.selectors import section_names
from yunguan.registers.book import Book
from yunguan.web.access import READERS_OF_FIGURES, books_open_to, open_to, person, scope
from yunguan.web.asked import asked
from yunguan.web.cells import Cell, cell
from yunguan.web.pages.register_list import columns_of, heading_of

PER_PAGE = 50


@dataclass(frozen=True)
class Group:
    """The figures of one section."""

    code: str
    title: str
    figures: list[Figure]


@dataclass(frozen=True)
class Operand:
    """One operand with its number in the address."""

    place: int
    trail: Trail
    count: int


@dataclass(frozen=True)
class Row:
    """A record behind a figure."""

    pk: int
    cells: list[Cell]


@open_to(READERS_OF_FIGURES)
@require_GET
def figure_list(request: HttpRequest) -> HttpResponse:
    """All figures of a year as of a day, by section."""
    about = asked(request)
    section = request.GET.get("section", "")
    names = section_names()
    groups = list(_groups(request, names, section if section in names else ""))
    origins = [(each.value, each.label) for each in Origin]
    context = {"about": about, "groups": groups, "sections": names.items(), "section": section, "origins": origins}
    return render(request, "web/figures/list.html", context)


@open_to(READERS_OF_FIGURES)
@require_GET
def figure_trace(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: formula, operands, and the records of the operand that was picked, page by page."""
    if code not in catalogue():
        raise Http404
    about, mine = asked(request), scope(request)
    figure = figures(about.question, [code], scope=mine)[code]
    operands = [
        Operand(place, each, len(each.ids)) for place, each in enumerate(trails(code, about.question, scope=mine))
    ]
    chosen = _chosen(request, operands)
    context = {
        "about": about,
        "figure": figure,
        "section": section_names().get(figure.section, ""),
        "operands": operands,
        "chosen": chosen,
        **(_records(request, chosen) if chosen else {}),
    }
    return render(request, "web/figures/trace.html", context)


def _groups(request: HttpRequest, names: dict[str, str], section: str) -> Iterator[Group]:
    about = asked(request)
    known = [each for each in catalogue() if not section or each.section == section]
    found = figures(about.question, [each.id for each in known], scope=scope(request))
    for code, title in names.items():
        mine = [found[each.id] for each in known if each.section == code]
        if mine:
            yield Group(code, title, mine)


def _chosen(request: HttpRequest, operands: list[Operand]) -> Operand | None:
    typed = request.GET.get("operand", "0")
    place = int(typed) if typed.isascii() and typed.isdecimal() else 0
    return operands[place] if place < len(operands) else None


def _records(request: HttpRequest, chosen: Operand) -> dict[str, Any]:
    page = Paginator(range(chosen.count), PER_PAGE).get_page(request.GET.get("page"))
    book = chosen.trail.book
    columns = columns_of(book)
    start = page.start_index() - 1 if chosen.count else 0
    rows = [
        Row(each.pk, [cell(book, column, each) for column in columns])
        for each in chosen.trail.records(start, start + PER_PAGE)
    ]
    return {
        "page": page,
        "headings": [heading_of(column) for column in columns],
        "rows": rows,
        "opens": _opens(request, book),
    }


def _opens(request: HttpRequest, book: Book) -> bool:
    return book in books_open_to(person(request))


urlpatterns = [
    path("figures/", figure_list, name="figures"),
    path("figures/<str:code>/", figure_trace, name="figure"),
]
