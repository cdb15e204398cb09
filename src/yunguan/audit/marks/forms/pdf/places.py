"""Where on which page the words of a note stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from yunguan.audit.marks.forms.pdf.pages import Pages
from yunguan.audit.marks.note import Note
from yunguan.audit.marks.spans import Span, span_of
from yunguan.audit.outline import in_table
from yunguan.core.reading import BlockKind, Reading

_PAGE: Final = re.compile(r"第\s*(\d+)\s*页")
_LINE: Final = re.compile(r"第(\d+)行$")
_SHORTEST: Final = 4
_BEGINNING: Final = 4
_LEVEL: Final = 24.0
"""How many points the lines of one row lie apart at most."""

Stretch = tuple[int, Span]
"""A page, counted from 0, and characters of it."""


def stretches(pages: Pages, reading: Reading, note: Note) -> list[Stretch]:
    """The characters that the note is about, on a second page where the words go on there; [] where none are found."""
    cell = in_table(note.where)
    if cell is not None:
        table, row, column = cell
        return _first(_around(pages, reading, note.where), _row(reading, table, row), column, pages)
    candidates = list(_pages(pages, note.where))
    whole = next((found for page in candidates if (found := _whole(pages, page, note))), [])
    return whole or next((found for page in candidates if (found := _broken(pages, page, note.quote))), [])


def _first(around: Sequence[int], row: tuple[str, ...], column: int, pages: Pages) -> list[Stretch]:
    """The cell on the first page that has its row in one piece, else on the first that has it wrapped."""
    for look in (_in_row, _level):
        for page in around:
            if found := look(pages, page, row, column):
                return found
    return []


def _around(pages: Pages, reading: Reading, where: str) -> range:
    """The pages from the one that the table or the text before it names to that of the text behind the table."""
    index = next((i for i, block in enumerate(reading.blocks) if block.where == where), None)
    texts = [(i, block) for i, block in enumerate(reading.blocks) if block.kind is not BlockKind.CELL]
    named = [(i, int(found[1]) - 1) for i, block in texts if (found := _PAGE.match(block.where))]
    own = _PAGE.search(where)
    before = int(own[1]) - 1 if own else next((page for i, page in reversed(named) if i < (index or 0)), 0)
    behind = next((page for i, page in named if index is not None and i > index), len(pages) - 1)
    return range(min(before, len(pages) - 1), min(max(before, behind) + 1, len(pages)))


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
    table = reading.table(where)
    return table.rows[number - 1] if table is not None and number <= len(table.rows) else ()


def _in_row(pages: Pages, page: int, row: tuple[str, ...], column: int) -> list[Stretch]:
    """The cell among the words of its row, which stand on the page one behind the other."""
    text = pages.text(page)
    whole = span_of("".join(row), text)
    at = whole[0] if whole else 0
    for index, cell in enumerate(row, start=1):
        span = span_of(cell, text, at)
        if index == column:
            return [(page, span)] if span and whole and span[1] <= whole[1] else []
        at = span[1] if span else at
    return []


def _level(pages: Pages, page: int, row: tuple[str, ...], column: int) -> list[Stretch]:
    """Of the places of the cell's words the one level with those words of its row that stand only once on the page."""
    if column > len(row):
        return []
    once = [found[0] for cell in row if len(found := pages.spans(page, cell[:_BEGINNING])) == 1]
    heights = [height for span in once if (height := _height(pages, page, span)) is not None]
    cells = pages.spans(page, row[column - 1])
    places = [(height, span) for span in cells if (height := _height(pages, page, span)) is not None]
    if not heights or not places:
        return []
    level = sorted(heights)[len(heights) // 2]
    distance, span = min((abs(height - level), span) for height, span in places)
    return [(page, span)] if distance <= _LEVEL else []


def _height(pages: Pages, page: int, span: Span) -> float | None:
    boxes = pages.boxes(page, span)
    return (boxes[0].top + boxes[-1].bottom) / 2 if boxes else None
