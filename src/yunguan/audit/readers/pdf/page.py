"""One page put together: its tables, and around them its lines in reading order, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

import pypdfium2 as pdfium

from yunguan.audit.joining import join
from yunguan.audit.readers.pdf.aligned import columned
from yunguan.audit.readers.pdf.cells import Rows, Span
from yunguan.audit.readers.pdf.glyphs import MOST_CHARACTERS, Glyph, Run, cut, glyphs_of, runs_of, turn_of
from yunguan.audit.readers.pdf.lines import TextLine, lines_of
from yunguan.audit.readers.pdf.parting import parted
from yunguan.audit.readers.pdf.ruled import Lattice, lattices
from yunguan.audit.readers.pdf.rulings import MOST_OBJECTS, Drawn, drawn_on

_FEW: Final = 40
_UNMAPPED: Final = 0.5
_MARGIN: Final = 7.0


@dataclass(frozen=True)
class Placed:
    """A line of text between the edges of the column that it stands in."""

    line: TextLine
    left: float
    right: float


@dataclass(frozen=True)
class Grid:
    """A table: its cells, where its columns stand, and where it begins and ends on the page.

    One without ruled lines keeps the lines that it was put together from; `sure` are its rows by their places; `doubt`
    tells that what they mean is unsure for another reason. `last_page` is set where it ends on a later page;
    of a ruled one, `blank` are the columns whose last cell has no text, those that another cell spans left out, and
    `full` those whose last cell has no room for a character more.
    """

    rows: Rows
    columns: tuple[Span, ...]
    top: float
    bottom: float
    ruled: bool
    sure: bool = True
    doubt: bool = False
    lines: tuple[TextLine, ...] = ()
    last_page: int = 0
    blank: tuple[int, ...] = ()
    full: tuple[int, ...] = ()


Item = Placed | Grid


@dataclass(frozen=True)
class Page:
    """A page in reading order; `unread` says why it could not be read, "" where it could."""

    number: int
    height: float
    items: tuple[Item, ...]
    unread: str = ""


def page_of(document: Any, number: int) -> Page:
    """The page with this number, counted from 1."""
    try:
        page = document[number - 1]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return Page(number, 0.0, (), "已损坏，没有读出")
    try:
        return _page(page, text, number)
    finally:
        text.close()
        page.close()


def _page(page: Any, text: Any, number: int) -> Page:
    count = text.count_chars()
    turn = turn_of(page, text, count)
    if count > MOST_CHARACTERS:
        return Page(number, turn.shown[1], (), f"的文字超过 {MOST_CHARACTERS} 个，不像正常的页面，没有读")
    drawn = drawn_on(page, turn)
    wide, high = turn.shown
    glyphs = [glyph for glyph in glyphs_of(text, count, turn) if _seen(glyph, wide, high)]
    return Page(number, high, *_content(glyphs, drawn))


def _content(glyphs: list[Glyph], drawn: Drawn) -> tuple[tuple[Item, ...], str]:
    """What stands on the page, and why it is unread where it is."""
    if drawn.is_picture and len(glyphs) < _FEW:
        return (), "是扫描图像，没有可读文字"
    if not glyphs and drawn.objects:
        return (), "只有图形，没有可读文字"
    if sum(_unmapped(glyph.text[-1]) for glyph in glyphs) > _UNMAPPED * len(glyphs):
        return (), "的文字没有字符编码，读出来是乱码"
    if drawn.objects >= MOST_OBJECTS:
        return (), f"的图形超过 {MOST_OBJECTS} 个，不像正常的页面，没有读"
    return tuple(items_of(runs_of(glyphs), list(lattices(drawn)))), ""


def _seen(glyph: Glyph, wide: float, high: float) -> bool:
    """True for a character on the page; one that lies wholly outside is seen by nobody."""
    return glyph.right > 0 and glyph.base > 0 and glyph.left < wide and glyph.base - glyph.high < high


def _unmapped(char: str) -> bool:
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000" or char < " "


def items_of(runs: Iterable[Run], ruled: Sequence[Lattice]) -> Iterator[Item]:
    """Lines and tables in reading order."""
    ruled = sorted(_outermost(ruled), key=lambda lattice: lattice.top)
    inside: list[list[Run]] = [[] for _ in ruled]
    free: list[Run] = []
    for run in runs:
        x, y = (run.left + run.right) / 2, run.middle
        at = next((i for i, lattice in enumerate(ruled) if lattice.holds(x, y)), None)
        (free if at is None else inside[at]).append(run)
    grids = [grid for lattice, held in zip(ruled, inside, strict=True) if (grid := _grid(lattice, held))]
    for grid in grids:
        above = [run for run in free if run.middle < grid.top]
        free = [run for run in free if run.middle >= grid.top]
        yield from _free(above)
        yield grid
    yield from _free(free)


def _outermost(ruled: Sequence[Lattice]) -> Iterator[Lattice]:
    for lattice in ruled:
        x, y = (lattice.left + lattice.right) / 2, (lattice.top + lattice.bottom) / 2
        if not any(other is not lattice and other.holds(x, y) and _area(other) > _area(lattice) for other in ruled):
            yield lattice


def _area(lattice: Lattice) -> float:
    return (lattice.right - lattice.left) * (lattice.bottom - lattice.top)


def _grid(lattice: Lattice, runs: list[Run]) -> Grid | None:
    """The table of a lattice, None where no text stands in it."""
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        for part in _by_cell(lattice, run):
            cells.setdefault(lattice.cell((part.left + part.right) / 2, part.middle), []).append(part)
    texts = {place: _cell_text(held) for place, held in cells.items()}
    if not texts:
        return None
    wide, high = len(lattice.columns) - 1, len(lattice.rows) - 1
    rows = tuple(tuple(texts.get((row, column), "") for column in range(wide)) for row in range(high))
    kept = tuple(row for row in rows if any(row))
    spans = tuple(pairwise(lattice.columns))
    last = [(column, lattice.first[high - 1, column]) for column in range(wide)]
    blank = tuple(column for column, place in last if place[1] == column and place not in texts)
    full = tuple(column for column, place in last if place in cells and _is_full(cells[place], spans[column]))
    return Grid(kept, spans, lattice.top, lattice.bottom, ruled=True, blank=blank, full=full)


def _is_full(runs: list[Run], cell: Span) -> bool:
    """True where the last line of a cell leaves no room for a character more between its margins."""
    *_, line = lines_of(runs)
    return cell[1] - cell[0] - (line.right - line.left) < line.size + 2 * _MARGIN


def _by_cell(lattice: Lattice, run: Run) -> Iterator[Run]:
    """The run cut where it runs over the edge of a cell."""
    for edge in lattice.columns[1:-1]:
        if run.left + 1 < edge < run.right - 1 and _parts(lattice, edge, run.middle):
            head, *tail = cut(run, edge)
            yield head
            if not tail:
                return
            run = tail[0]
    yield run


def _parts(lattice: Lattice, edge: float, y: float) -> bool:
    """True where two cells meet at this edge."""
    return lattice.cell(edge - 1, y) != lattice.cell(edge + 1, y)


def _cell_text(runs: list[Run]) -> str:
    said = ""
    for line in lines_of(runs):
        said = join(said, line.text) if said else line.text
    return said


def _free(runs: list[Run]) -> Iterator[Item]:
    """Lines and unruled tables of a part of the page that no ruled table stands in."""
    for column in parted(runs):
        lines = list(lines_of(column))
        if not lines:
            continue
        yield from laid(lines, *_edges(lines))


def laid(lines: Sequence[TextLine], left: float, right: float) -> Iterator[Item]:
    """The unruled tables among these lines, and the lines between them."""
    at = 0
    for table in columned(lines):
        yield from (Placed(line, left, right) for line in lines[at : table.start])
        held = tuple(lines[table.start : table.end])
        yield Grid(table.rows, table.columns, held[0].top, held[-1].bottom, False, table.sure, table.doubt, held)
        at = table.end
    yield from (Placed(line, left, right) for line in lines[at:])


def _edges(lines: Sequence[TextLine]) -> tuple[float, float]:
    """Where the lines of a column begin and end; the leftmost begin at its edge, long ones reach the other."""
    size = median(line.size for line in lines)
    long = [line for line in lines if line.right - line.left > 15 * size] or lines
    return min(line.left for line in lines), max(line.right for line in long)
