"""From pages to a document: paragraphs and tables that a page's end cut are made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.joining import (
    CLOSING,
    SEMICOLON,
    TABLE_LINE,
    ended,
    goes_on,
    is_running,
    join,
    over_page,
    torn_apart,
)
from yunguan.audit.outline import IN_TEXT, LONGEST_HEADING, Line, cells_of, numbering_level, starts_afresh
from yunguan.audit.readers.pdf.cells import VALUE, doubtful, mended, torn
from yunguan.audit.readers.pdf.glyphs import LATIN
from yunguan.audit.readers.pdf.overleaf import CONTINUED, NEAR, fitted, goes_below, raised
from yunguan.audit.readers.pdf.page import Grid, Page, Placed
from yunguan.core.reading import Table

_CENTRED: Final = 0.8
_INDENT: Final = 1.0
_SHORT: Final = 2.6
_LOOSE: Final = 1.45
_BLANK_LINE: Final = 3.5
_BIG: Final = 1.2
_OTHER_SIZE: Final = 0.15
_LOW: Final = 0.6
_MARKS: Final = frozenset("，。；：、）％")
_SENTENCE = re.compile(r"[。；！？]")


@dataclass
class _Held:
    """A paragraph that may go on: its text so far, its first place, and its last line."""

    text: str
    where: str
    last: Placed
    page: int
    size: float
    lines: int = 1
    set_in: bool = False


@dataclass
class Flow:
    """The lines and tables of a document, built up page by page."""

    body: float
    pitch: float
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    _held: _Held | None = None
    _open: tuple[Grid, int, list[str]] | None = None
    unread: list[str] = field(default_factory=list)
    _count: int = 1
    _mark: int = 0
    _unsure: bool = False

    def page(self, page: Page) -> None:
        """Take one page."""
        number = 0
        since_edge: list[str] = []
        for item in page.items:
            if isinstance(item, Grid):
                self._grid(item, page, since_edge)
                since_edge = []
                continue
            number += 1
            self._line(item, f"第{page.number}页第{number}行", page.number)
            since_edge.append(item.line.text)

    def end(self) -> None:
        """Behind the last page."""
        self._close()
        self._close_table()

    def _line(self, item: Placed, where: str, page: int) -> None:
        held = self._held
        if held and self._continues(held, item, page):
            held.text, held.last, held.page = join(held.text, item.line.text), item, page
            held.lines += 1
            return
        self._close()
        set_in = item.line.left - item.left > _INDENT * item.line.size
        self._held = _Held(item.line.text, where, item, page, item.line.size, set_in=set_in)

    def _close(self) -> None:
        held, self._held = self._held, None
        if held:
            self.lines.append(Line(held.text, held.where, self._level(held)))

    def _level(self, held: _Held) -> int:
        """A line in clearly larger type is a heading, whatever its number says else."""
        big = held.size >= _BIG * self.body and len(held.text) <= LONGEST_HEADING
        return 1 if big and not _SENTENCE.search(held.text) else 0

    def _continues(self, held: _Held, item: Placed, page: int) -> bool:
        """True where the line goes on with the paragraph before: it was full, and this one is not set in."""
        last, line = held.last.line, item.line
        turned = page != held.page or line.middle < last.middle
        if line.other_size(last, _OTHER_SIZE) or any(map(TABLE_LINE.match, (held.text, line.text))):
            return False
        if _centred(held.last) or _centred(item):
            return _centred(held.last) and _centred(item) and not turned and _wrapped_title(held.last)
        far = not turned and line.middle - last.middle > _LOOSE * max(self.pitch, 1.2 * line.size)
        set_in = line.left - item.left > _INDENT * line.size and not _same_edge(held, item)
        if far and not set_in and line.middle - last.middle <= _BLANK_LINE * self.pitch:
            return torn_apart(held.text, line.text) or (is_running(held.text) and over_page(held.text, line.text))
        return not (far or set_in) and _text_goes_on(held, item)

    def _grid(self, grid: Grid, page: Page, since_edge: Sequence[str]) -> None:
        if self._open:
            so_far = replace(self._open[0], rows=self.tables[-1].rows)
            first, rest = fitted(so_far, grid), fitted(grid, so_far)
        if self._open and self._goes_on(first, rest, page, since_edge):
            before, grid = self._open[2], rest
            above, below = raised(first, grid)
            table = replace(self.tables[-1], rows=above)
            rows = _without_repeated(table.rows, below)
            if rows and (torn(table.rows[-1], rows[0]) or goes_below(first, table.rows[-1], rows[0])):
                table = replace(table, rows=(*table.rows[:-1], mended(table.rows[-1], rows[0])))
                rows = rows[1:]
            self._drop(since_edge)
            self.tables[-1] = Table(table.where, table.rows + rows)
            last = max(page.number, grid.last_page)
            self._open = (replace(grid, rows=first.rows, bottom=grid.bottom / page.height), last, before)
            return
        torn_off = self._torn_off(grid, page, since_edge)
        self._close()
        self._close_table(unsure=torn_off)
        self._unsure = torn_off
        before = [line.text for line in self.lines[-3:]]
        self.tables.append(Table(f"第{page.number}页 表{self._count}", grid.rows))
        last = max(page.number, grid.last_page)
        self._open = (replace(grid, bottom=grid.bottom / max(page.height, 1.0)), last, before)
        self._mark = len(self.lines)
        self.lines.append(Line("", "", cell=True))

    def _drop(self, since_edge: Sequence[str]) -> None:
        """Forget the title and the unit that stand again above the rest of a table."""
        self._held = None
        if since_edge:
            del self.lines[self._mark + 1 :]

    def _torn_off(self, grid: Grid, page: Page, since_edge: Sequence[str]) -> bool:
        """True where a page cut an unruled table whose two parts do not show the same columns."""
        if self._open is None or grid.ruled or self._open[0].ruled or since_edge:
            return False
        if self._held or self.lines[self._mark + 1 :] or (self._open[0].sure and grid.sure and _headed(grid)):
            return False
        return page.number == self._open[1] + 1 and self._open[0].bottom >= _LOW

    def _close_table(self, *, unsure: bool = False) -> None:
        if self._open:
            table = self.tables[-1]
            self.lines[self._mark : self._mark + 1] = cells_of(table)
            doubt = unsure or self._unsure or self._open[0].doubt or (not self._open[0].sure and doubtful(table.rows))
            if doubt and not self._open[0].ruled and _has_figures(table):
                self.tables.pop()
                self.unread.append(f"{table.where}没有框线，分不清哪些文字属于同一行，没有核对")
            self._open = None
            self._count += 1

    def _goes_on(self, first: Grid, grid: Grid, page: Page, since_edge: Sequence[str]) -> bool:
        """True where the table is the rest of the one that the page before ended with."""
        if self._open is None:
            return False
        _, number, before = self._open
        if page.number != number + 1 or first.bottom < _LOW:
            return False
        between = self.lines[self._mark + 1 :]
        if len(between) + (self._held is not None) > len(since_edge):
            return False
        again = [CONTINUED.sub("", text).strip() for text in since_edge]
        if not all(text in before or not text for text in again):
            return False
        if grid.rows[0] == first.rows[0]:
            return len(grid.columns) == len(first.columns)
        return _same_columns(first, grid) and not _headed(grid)


def _headed(grid: Grid) -> bool:
    """True for a table without ruled lines that begins with heads of its own."""
    return not grid.ruled and sum(map(bool, grid.rows[0])) > 1 and not any(map(VALUE.fullmatch, grid.rows[0]))


def _has_figures(table: Table) -> bool:
    """False for a table left blank, in which there is nothing to check."""
    return any(char.isdigit() for row in table.rows[1:] for text in row for char in text)


def _same_columns(one: Grid, other: Grid) -> bool:
    """True where the columns of both stand at the same places; those without lines are as wide as what is in them."""
    if len(one.columns) != len(other.columns):
        return False
    near = NEAR if one.ruled and other.ruled else 0.0
    if near:
        return all(
            abs(a[0] - b[0]) <= near and abs(a[1] - b[1]) <= near
            for a, b in zip(one.columns, other.columns, strict=True)
        )
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(one.columns, other.columns, strict=True))


def _without_repeated(
    rows: tuple[tuple[str, ...], ...], more: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """The rows of a table's rest without the heads that stand again on the new page."""
    same = 0
    while same < min(len(rows), len(more)) and rows[same] == more[same]:
        same += 1
    return more[same:]


def _centred(item: Placed) -> bool:
    """True for a line in the middle of its column that reaches neither edge."""
    left, right = item.line.left - item.left, item.right - item.line.right
    return left > 2.5 * item.line.size and abs(left - right) < 1.2 * item.line.size


def _text_goes_on(held: _Held, item: Placed) -> bool:
    """By its words: behind a full line almost anything goes on, behind a short one only a broken sentence."""
    room = held.last.right - held.last.line.right
    full = room < max(_SHORT * item.line.size, _unbreakable(item))
    if not full and held.set_in and held.text.endswith(SEMICOLON):
        return not starts_afresh(item.line.text)
    if not full:
        return goes_on(held.text, item.line.text) and not held.text.endswith(CLOSING)
    if ended(held.text):
        return _body_goes_on(held, item)
    inside = held.set_in and numbering_level(item.line.text) >= IN_TEXT
    return not starts_afresh(item.line.text) or inside or held.text.endswith(("，", "、", "（", "("))


def _unbreakable(item: Placed) -> float:
    """How wide the figure or word is that a line begins with, with its mark behind: no line ends inside it."""
    glyphs = item.line.runs[0].glyphs
    end = next((at for at, glyph in enumerate(glyphs) if glyph.text[-1] > LATIN), len(glyphs))
    if end and end < len(glyphs) and glyphs[end].text[-1] in _MARKS:
        end += 1
    return glyphs[end - 1].right - glyphs[0].left if end else 0.0


def _wrapped_title(last: Placed) -> bool:
    """True for a centred line that its width forced to go on below."""
    wide = last.line.right - last.line.left > _CENTRED * (last.right - last.left)
    return wide and not ended(last.line.text)


def _body_goes_on(held: _Held, item: Placed) -> bool:
    """Behind a sentence's end that happens to fill its line: only an indented first line binds the next one."""
    first = held.lines > 1 or held.last.line.left - held.last.left > _INDENT * item.line.size
    return first and not starts_afresh(item.line.text)


def _same_edge(held: _Held, item: Placed) -> bool:
    """True where the paragraph's lines are all set in as far as this one, its first line too or not."""
    return held.lines > 1 and abs(held.last.line.left - item.line.left) < 0.5 * item.line.size


def body_of(pages: Sequence[Page]) -> tuple[float, float]:
    """The size of most type and how far apart its lines stand."""
    lines = [item.line for page in pages for item in page.items if isinstance(item, Placed)]
    sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 10)]
    body = float(median(sizes)) if sizes else 12.0
    steps = list(_steps(pages, body))
    return body, float(median(steps)) if steps else 1.6 * body


def _steps(pages: Sequence[Page], body: float) -> Iterator[float]:
    for page in pages:
        lines = [item.line for item in page.items if isinstance(item, Placed)]
        for before, after in pairwise(lines):
            step = after.middle - before.middle
            if 0 < step < 4 * body and abs(before.size - body) < 1 and abs(after.size - body) < 1:
                yield step
