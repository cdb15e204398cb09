"""What a list is asked for in its address: words, filters, order; read strictly, never taken as names of columns."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from yunguan.core.numbers import read_date
from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.related import tie
from yunguan.registers.selectors import filter_names, sifted, visible
from yunguan.web.access import record_for, scope
from yunguan.web.words import sentence

LONGEST_SEARCH = 50


@dataclass(frozen=True)
class Sifting:
    """The rows asked for, and how they were asked for."""

    rows: QuerySet[Record]
    words: str
    filters: dict[str, str]
    sort: str
    complaints: tuple[str, ...]

    def address(self, **changed: str) -> str:
        """The query string of the same list with something changed."""
        asked = {"q": self.words, **self.filters, "sort": self.sort, **changed}
        return "?" + urlencode({name: value for name, value in asked.items() if value})

    @property
    def page_address(self) -> str:
        """The query string to which a page number is added."""
        address = self.address()
        return address if address == "?" else f"{address}&"

    @property
    def active(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.words or self.filters)


def sifting_of(request: HttpRequest, book: Book) -> Sifting:
    """Read the address of a list; a date that is none is complained about and left out."""
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    filters = {name: request.GET[name] for name in filter_names(book) if request.GET.get(name)}
    complaints = []
    for name in ("from", "to") if book.model.period_field else ():
        typed = request.GET.get(name, "").strip()
        try:
            filters |= {name: read_date(typed).isoformat()} if typed else {}
        except ValueError as fault:
            complaints.append(sentence(fault))
    rows = sifted(book, visible(book, scope(request)), words, filters)
    about = _about(request)
    if about is not None:
        filters |= {"about": request.GET["about"]}
        rows = rows.filter(tie(book, about)[1] or Q(pk__in=[]))
    references = [name for name in book.references if name in book.model.list_fields]
    sort = request.GET.get("sort", "")[:LONGEST_SEARCH]
    return Sifting(rows.select_related(*references), words, filters, sort, tuple(complaints))


def _about(request: HttpRequest) -> Record | None:
    """The record whose rows are asked for (``about=operator-12``), as far as the account sees it."""
    register, _, pk = request.GET.get("about", "").rpartition("-")
    return record_for(request, register, int(pk)) if register and pk.isdecimal() else None
