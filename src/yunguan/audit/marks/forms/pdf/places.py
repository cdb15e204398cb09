"""Where on which page the words of a note stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yunguan.audit.marks.forms.pdf.pages import Pages
from yunguan.audit.marks.note import Note
from yunguan.audit.marks.spans import Span, span_of
from yunguan.core.reading import Reading

_PAGE: Final = re.compile(r"第\s*(\d+)\s*页")
_LINE: Final = re.compile(r"第(\d+)行$")
_CELL: Final = re.compile(r"(?P<table>.+) 第(?P<row>\d+)行第(?P<column>\d+)列$")
_SHORTEST: Final = 4

Stretch = tuple[int, Span]
"""A page, counted from 0, and characters of it."""


def stretches(pages: Pages, reading: Reading, note: Note) -> list[Stretch]:
    """The characters that the note is about, on a second page where the words go on there; [] where none are found."""
    candidates = list(_pages(pages, note.where))
    cell = _CELL.match(note.where)
    if cell is not None:
        row = _row(reading, cell["table"], int(cell["row"]))
        return next((found for page in candidates if (found := _in_row(pages, page, row, int(cell["column"])))), [])
    whole = next((found for page in candidates if (found := _whole(pages, page, note))), [])
    return whole or next((found for page in candidates if (found := _broken(pages, page, note.quote))), [])


def page_of(pages: Pages, where: str) -> int:
    """The page that the place names, the first where it names none."""
    return next(_pages(pages, where))


def _pages(pages: Pages, where: str) -> Iterator[int]:
    """The page that the place names and the one behind it, else all."""
    named = _PAGE.search(where)
    first = int(named[1]) - 1 if named else 0
    last = first + 2 if named else len(pages)
    yield from range(min(first, len(pages) - 1), min(last, len(pages)))


def _whole(pages: Pages, page: int, note: Note) -> list[Stretch]:
    """The quote on the page; of several the one nearest to the line that the place names."""
    found = pages.spans(page, note.quote)
    line = _LINE.search(note.where)
    if not found:
        return []
    sought = int(line[1]) - 1 if line else 0
    text = pages.text(page)
    return [(page, min(found, key=lambda span: abs(text.count("\n", 0, span[0]) - sought)))]


def _broken(pages: Pages, page: int, quote: str) -> list[Stretch]:
    """The longest beginning of the quote on the page, and its rest on the next."""
    for cut in range(len(quote) - 1, _SHORTEST - 1, -1):
        head = pages.spans(page, quote[:cut])
        if head:
            rest = span_of(quote[cut:], pages.text(page + 1)) if page + 1 < len(pages) else None
            return [(page, head[-1]), *([(page + 1, rest)] if rest else [])]
    return []


def _row(reading: Reading, where: str, number: int) -> tuple[str, ...]:
    table = next((each for each in reading.tables if each.where == where), None)
    return table.rows[number - 1] if table is not None and number <= len(table.rows) else ()


def _in_row(pages: Pages, page: int, row: tuple[str, ...], column: int) -> list[Stretch]:
    """The cell among the words of its row."""
    text = pages.text(page)
    whole = span_of("".join(row), text)
    at = whole[0] if whole else 0
    for index, cell in enumerate(row, start=1):
        span = span_of(cell, text, at)
        if index == column:
            return [(page, span)] if span and whole and span[1] <= whole[1] else []
        at = span[1] if span else at
    return []
