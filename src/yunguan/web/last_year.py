"""Last year's problems and measures as rows to be answered in this year's evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest

from yunguan.office.selectors import section_names
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible
from yunguan.web.access import books_open_to, person, scope
from yunguan.web.cells import tone_of


@dataclass(frozen=True)
class Owed:
    """A problem or measure of last year: what it says, whose it is, how it stands, and the answer so far."""

    book: Book
    record: Record
    title: str
    section: str
    state: str
    tone: str
    answer: str


_TITLES = {"problem": ("problem_title", "year"), "measure": ("measure_title", "adopted_on__year")}


def owed_answers(request: HttpRequest, year: int) -> list[Owed]:
    """The rows of the year before that the account sees, problems first."""
    names, mine = section_names(), books_open_to(person(request))
    return [each for code in _TITLES if books()[code] in mine for each in _of_book(request, code, year - 1, names)]


def _of_book(request: HttpRequest, code: str, year: int, names: dict[str, str]) -> Iterator[Owed]:
    book, (title, by_year) = books()[code], _TITLES[code]
    for record in visible(book, scope(request)).filter(**{by_year: year}).order_by("pk"):
        section, answer = (getattr(record, name) for name in ("kept_by", "answer"))
        state, tone = book.workflow.labels[record.state], tone_of(book, record.state)
        yield Owed(book, record, getattr(record, title), names.get(section, section), state, tone, answer)
