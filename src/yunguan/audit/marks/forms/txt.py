"""Texts: a numbered mark behind the words, and the list of the findings at the end, in the file's own encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from yunguan.audit.marks.marker import AUTHOR, Marked, Marker, Original
from yunguan.audit.marks.note import Note
from yunguan.audit.marks.spans import Span, all_of, span_of
from yunguan.audit.readers.txt import BREAK, decode, lines_of, segmented
from yunguan.audit.tables.typed import Segment

_LINE: Final = re.compile(r"第(\d+)行")
_CELL: Final = re.compile(r"表(\d+) 第(\d+)行第(\d+)列")
_NUMBER: Final = re.compile(r"[\d.,%]*\d%?")
_ENCODINGS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (b"", "gb18030"),
)


class _Places:
    """Where the lines and the tables of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in BREAK.finditer(text))]
        self.tables = [each for each in segmented(lines_of(text)) if each.rows is not None]

    def span(self, note: Note) -> Span | None:
        """The quoted words, else the cell or the line."""
        if cell := _CELL.fullmatch(note.where):
            return self._cell(*(int(number) for number in cell.groups()))
        line = _LINE.fullmatch(note.where)
        if line is None or int(line[1]) > len(self.starts):
            return None
        start = self.starts[int(line[1]) - 1]
        return span_of(note.quote, self.text, start) or self._line(start)

    def _line(self, start: int) -> Span | None:
        end = BREAK.search(self.text, start)
        span = all_of(self.text[start : end.start() if end else len(self.text)])
        return (start + span[0], start + span[1]) if span else None

    def _cell(self, table: int, row: int, column: int) -> Span | None:
        if table > len(self.tables):
            return None
        segment = self.tables[table - 1]
        at = self.starts[segment.first - 1]
        found: Span | None = None
        for text in _before(segment, row, column):
            found = span_of(text, self.text, at) or found
            at = found[1] if found else at
        return found or self._line(at)


def mark(original: Original, notes: Sequence[Note], now: datetime) -> Marked:
    """The text with [核对n] behind the words of the n-th finding, and the list of the findings below it."""
    text = decode(original.data)
    places = _Places(text.lstrip("\ufeff"))
    spans = [places.span(note) for note in notes]
    marks = [
        (_behind(places.text, span) if span else 0, f"[核对{note.number}]")
        for note, span in zip(notes, spans, strict=True)
    ]
    marked = places.text
    for at, words in sorted(marks, key=lambda each: each[0], reverse=True):
        marked = f"{marked[:at]}{words}{marked[at:]}"
    broken = BREAK.search(text)
    newline = broken[0] if broken else "\n"
    whole = newline.join((marked.rstrip("\r\n"), "", *_list(notes, now), "")) if notes else marked
    return Marked(_encoded(whole, original.data, text), sum(span is None for span in spans))


def _behind(text: str, span: Span) -> int:
    """Behind the words; never inside a number that a quote was cut off in."""
    rest = _NUMBER.match(text, span[1])
    return rest.end() if rest and text[span[1] - 1 : span[1]] in "0123456789.," else span[1]


def _before(segment: Segment, row: int, column: int) -> Iterator[str]:
    """The cells of the table up to this one, in the order in which they stand in the text."""
    for i, cells in enumerate(segment.rows or (), start=1):
        for j, text in enumerate(cells, start=1):
            if text and (i, j) <= (row, column):
                yield text


def _list(notes: Sequence[Note], now: datetime) -> Iterator[str]:
    yield f"核对意见（{AUTHOR}，{now:%Y-%m-%d}）："
    for number in dict.fromkeys(note.number for note in notes):
        first = next(note for note in notes if note.number == number)
        yield ""
        yield f"[核对{number}] {first.lines[0]}"
        yield from first.lines[1:]
        yield f"所在：{first.title}"


def _encoded(text: str, data: bytes, read: str) -> bytes:
    """In the encoding, with or without its mark, that the file was read in."""
    plain = read.lstrip("\ufeff")
    for bom, encoding in _ENCODINGS:
        try:
            if data.startswith(bom) and data[len(bom) :].decode(encoding) == plain:
                return bom + text.encode(encoding)
        except UnicodeError:
            continue
    return text.encode("utf-8")


TXT = Marker("txt", mark)
