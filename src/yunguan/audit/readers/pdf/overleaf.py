"""Tables without ruled lines that the end of a page cut: both parts together show which columns and rows they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from yunguan.audit.outline import starts_afresh
from yunguan.audit.readers.pdf.aligned import table_over
from yunguan.audit.readers.pdf.cells import GROUPED, TOTAL, VALUE, Rows
from yunguan.audit.readers.pdf.extent import is_piece
from yunguan.audit.readers.pdf.glyphs import Glyph, Run
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.page import Grid, Item, Page, Placed, laid

_LOW: Final = 0.6
_MOST_LINES: Final = 12
_MOST_WHOLE: Final = 200
_GAP: Final = 1.7
_WIDER: Final = 1.1
_WIDEST_GAP: Final = 3.9
_ABOVE: Final = 3
NEAR: Final = 6.0
CONTINUED: Final = re.compile(r"[（(]\s*续\s*表?\s*\d*\s*[）)]|^续表?|续表?$")
_BLANK = re.compile(r"\s+")


def overleaf(pages: Iterable[Page]) -> list[Page]:
    """The pages, the rest of a cut table taken to the page that it begins on."""
    found: list[Page] = []
    for page in pages:
        before = next((at for at in reversed(range(len(found))) if found[at].items), None)
        joined = _joined(found[before], page) if before is not None else None
        if joined and before is not None and not any(each.unread for each in (*found[before:], page)):
            found[before], page = joined  # noqa: PLW2901 - the page without what went to the one before
        found.append(page)
    return found


def _joined(page: Page, after: Page) -> tuple[Page, Page] | None:
    """Both pages with the table whole on the first one, None where none is sure to go on."""
    at, upper = _tail(page)
    count, edges, lower = _lead(
        after, [_bare(item.line.text) for item in page.items[:at] if isinstance(item, Placed)][-_ABOVE:]
    )
    if not upper or not lower or len(upper) > _MOST_WHOLE:
        return None
    again = _heads_again(upper, lower)
    whole = [*upper, *_moved(lower[again:], upper)]
    table = table_over(whole, len(upper))
    if table is None or not table.sure:
        return (page, _doubted(after)) if _only_heads(upper) else None
    held = tuple(whole[table.start : table.end])
    grid = Grid(table.rows, table.columns, held[0].top, page.height, ruled=False, lines=held, last_page=after.number)
    left, right = edges
    above = (Placed(line, left, right) for line in upper[: table.start])
    rest = laid(lower[table.end - len(upper) + again :], left, right)
    return (
        replace(page, items=(*page.items[:at], *above, grid)),
        replace(after, items=(*rest, *after.items[count:])),
    )


def _only_heads(lines: Sequence[TextLine]) -> bool:
    """True where a page ends with what may be the upper part of a table's head."""
    return any(len(line.runs) > 1 for line in lines) and not any(
        VALUE.fullmatch(run.text) for line in lines for run in line.runs
    )


def _doubted(page: Page) -> Page:
    """The page, its first table held for one whose head may be cut where it begins the page."""
    first = page.items[0]
    return replace(page, items=(replace(first, doubt=True), *page.items[1:])) if isinstance(first, Grid) else page


def fitted(grid: Grid, to: Grid) -> Grid:
    """A ruled part of a table all of whose rows merge columns of the other part, in the columns of that."""
    if not (grid.ruled and to.ruled) or len(grid.columns) >= len(to.columns):
        return grid
    edges = [to.columns[0][0], *(right for _, right in to.columns)]
    at = [next((i for i, edge in enumerate(edges) if abs(edge - left) <= NEAR), -1) for left, _ in grid.columns]
    if -1 in at or abs(grid.columns[-1][1] - edges[-1]) > NEAR or at[0]:
        return grid
    rows = tuple(_spread(row, at, len(to.columns)) for row in grid.rows)
    return replace(grid, rows=rows, columns=to.columns)


def raised(upper: Grid, lower: Grid) -> tuple[Rows, Rows]:
    """The rows of both parts; a head whose cell the page's end cut, its text below, stands in the upper part again."""
    heads = not any(VALUE.fullmatch(text) for row in (*upper.rows, lower.rows[0]) for text in row)
    cut = [at for at in upper.blank if at < len(lower.rows[0]) and lower.rows[0][at]] if heads else []
    if not cut:
        return upper.rows, lower.rows
    last = tuple(lower.rows[0][at] if at in cut else text for at, text in enumerate(upper.rows[-1]))
    first = tuple("" if at in cut else text for at, text in enumerate(lower.rows[0]))
    return (*upper.rows[:-1], last), (first, *lower.rows[1:])


def goes_below(upper: Grid, row: Sequence[str], rest: Sequence[str]) -> bool:
    """True where a page's end cut a row of a ruled table: all that is below it goes on in cells that are full above."""
    told = [at for at, text in enumerate(rest) if text]
    whole = len(told) < sum(map(bool, row)) and all(row[at] for at in told)
    whole = whole and all(at in upper.full or GROUPED.fullmatch(row[at] + rest[at]) for at in told)
    return whole and not any(starts_afresh(rest[at]) or TOTAL.search(rest[at]) for at in told)


def _spread(row: Sequence[str], at: Sequence[int], width: int) -> tuple[str, ...]:
    cells = [""] * width
    for index, text in zip(at, row, strict=True):
        cells[index] = text
    return tuple(cells)


def _tail(page: Page) -> tuple[int, list[TextLine]]:
    """What may go on behind the end of the page, its last table or its last lines, and the item that it begins with."""
    lines: list[TextLine] = []
    at = len(page.items)
    for item in reversed(page.items[-_MOST_LINES:]):
        own = _lines(item)
        if not own:
            break
        lines[:0] = own
        at -= 1
        if isinstance(item, Grid):
            break
    low = bool(lines) and (lines[-1].bottom >= _LOW * page.height or lines[0].top > lines[-1].bottom)
    return at, lines if low else []


def _lead(page: Page, known: Sequence[str]) -> tuple[int, tuple[float, float], list[TextLine]]:
    """The lines at the top of a page that may go on with a table, of how many items, and between which edges."""
    lines: list[TextLine] = []
    edges = (0.0, 0.0)
    count = 0
    for item in page.items:
        if isinstance(item, Placed):
            edges = item.left, item.right
            if not lines and _bare(item.line.text) in {"", *known}:
                count += 1
                continue
        own = _lines(item)
        if not own:
            break
        lines += own
        count += 1
    return count, edges, lines


def _lines(item: Item) -> Sequence[TextLine]:
    """The lines of an item that may belong to a table without ruled lines."""
    if isinstance(item, Grid):
        return item.lines
    return (item.line,) if is_piece(item.line) else ()


def _bare(text: str) -> str:
    """The text of a title without the mark that the table goes on."""
    return CONTINUED.sub("", _BLANK.sub("", text))


def _heads_again(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> int:
    """How many lines of the table's head stand again at the top of its rest."""
    same = 0
    while same < min(len(upper), len(lower)) and upper[same].text == lower[same].text:
        same += 1
    return same


def _moved(lines: Sequence[TextLine], upper: Sequence[TextLine]) -> list[TextLine]:
    """The lines of the rest moved below the lines that it goes on with, clearly apart from them."""
    if not lines:
        return []
    size = max(line.size for line in (*upper, *lines))
    steps = (after.middle - before.middle for part in (upper, lines) for before, after in pairwise(part))
    step = max(steps, default=0.0)
    gap = min(max(_GAP * size, _WIDER * step), _WIDEST_GAP * size)
    by = upper[-1].middle + gap - lines[0].middle
    return [TextLine(tuple(_lowered(run, by) for run in line.runs)) for line in lines]


def _lowered(run: Run, by: float) -> Run:
    return Run([Glyph(each.text, each.left, each.right, each.base + by, each.high) for each in run.glyphs])
