"""Where an item stands, as printed: the clause of a paragraph or the row of a table with its heads."""

from __future__ import annotations

import re
from collections.abc import Callable

from bench.audit.corpus.layout import Layout, plain_digits, printed, text_of
from bench.audit.corpus.model import Heading, Para, Ref, Report, Row, Spans, Table
from bench.audit.matching import flat

_ENDS = re.compile(r"[。；]")
_BEFORE, _BEHIND = "\ue000", "\ue001"


def quote(report: Report, how: Layout, number: int) -> str:
    """The words around an item: its sentence, or its row under the title of the table."""
    block = report.blocks[report.block_of(number)]
    if isinstance(block, Para):
        return sentence(report, how, block.spans, number)
    assert isinstance(block, Table)
    row = next(row for row in (*block.head, *block.body) if _holds(row, number))
    return " ".join([block.title, *(text_of(report, how, cell.spans) for cell in row if cell.spans)])


def sentence(report: Report, how: Layout, spans: Spans, number: int) -> str:
    """The sentence of a paragraph in which an item stands."""
    marked: Spans = tuple(
        part
        for span in spans
        for part in ((_BEFORE, span, _BEHIND) if isinstance(span, Ref) and span.id == number else (span,))
    )
    text = text_of(report, how, marked)
    start, end = text.index(_BEFORE), text.index(_BEHIND)
    left = max((m.end() for m in _ENDS.finditer(text, 0, start)), default=0)
    right = _ENDS.search(text, end)
    return text[left : right.end() if right else len(text)].replace(_BEFORE, "").replace(_BEHIND, "")


def digits(report: Report, number: int) -> str:
    """A number's plain digits."""
    num = report.num(number)
    return plain_digits(num.value, num.places)


def in_text(report: Report, number: int) -> bool:
    """Whether an item stands in a paragraph."""
    return isinstance(report.blocks[report.block_of(number)], Para)


def chapter_of(report: Report, title: str) -> int:
    """The index of the heading with this title."""
    return next(i for i, block in enumerate(report.blocks) if isinstance(block, Heading) and block.title == title)


def standing(report: Report, how: Layout) -> Callable[[str], bool]:
    """Says of a quote whether it stands in the printed report: in its prose, or as a row under its table's title."""
    blocks = list(printed(report, how))
    prose = flat("\n".join(block.text for block in blocks))
    rows = {
        flat(block.text + "".join(cell.text for cell in row))
        for block in blocks
        if block.kind == "table"
        for row in block.rows
    }
    return lambda quote: flat(quote) in prose or flat(quote) in rows


def _holds(row: Row, number: int) -> bool:
    return any(isinstance(span, Ref) and span.id == number for cell in row for span in cell.spans)
