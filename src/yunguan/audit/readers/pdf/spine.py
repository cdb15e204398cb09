"""The rows of a table without ruled lines, told by where its cells stand and not by what they say.

Figures do not wrap: their columns show one line for each row, the spine. A cell of several lines stands with its middle
beside its row's figure. Only where that holds for each piece of text are the rows sure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Final

from yunguan.audit.readers.pdf.cells import Rows, Span, column_of, may_wrap, of_its_own, row_of
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.hanging import hanging, is_broken, is_doubtful
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.places import named_beside, spine_of
from yunguan.audit.readers.pdf.spans import centres_of, starts_of
from yunguan.audit.readers.pdf.stacks import (
    ON_LINE,
    Cell,
    Frame,
    Row,
    has_figures,
    matched,
    may_go_on,
    merged,
    one_row,
    step_of,
)

_MOST_LINES: Final = 400
_NARROWEST: Final = 0.9
_CLEARLY: Final = 0.04
_ABOUT: Final = 0.1
_REST = re.compile(r"[,，.]\d")


@dataclass(frozen=True)
class Settled:
    """The texts of the rows from the first one with figures down, and what stands above them."""

    rows: Rows
    heads: frozenset[int]
    centres: Sequence[float]


def settled(lines: Sequence[TextLine], columns: tuple[Span, ...], edge: float) -> Settled | None:
    """The rows, None where the places of the cells leave a doubt; below `edge` stands what another page begins with."""
    if len(lines) > _MOST_LINES:
        return None
    stacks = _stacks(lines, columns)
    size = max(line.size for line in lines)
    frame = Frame(stacks, columns, size, edge, step_of(stacks))
    rows = hanging(frame)
    if rows:
        return None if _heads_below(frame, rows) else Settled(_texts(frame, rows), frozenset(), centres_of(stacks))
    whole = spine_of(frame)
    spine = sorted((*whole, *named_beside(frame, whole)))
    return _rows(frame, spine) if spine and _nearest(spine) >= _NARROWEST * size else None


def _stacks(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> list[list[Run]]:
    """What stands in each column, from the top down."""
    found: list[list[Run]] = [[] for _ in columns]
    for line in lines:
        for run in line.runs:
            found[column_of(run, columns)].append(run)
    for stack in found:
        stack.sort(key=lambda run: (run.base, run.left))
    return found


def _nearest(places: Sequence[float]) -> float:
    return min((after - before for before, after in pairwise(places)), default=math.inf)


def _rows(frame: Frame, spine: Sequence[float]) -> Settled | None:
    """The rows where the middle of each cell stands beside the figures of its row."""
    rows = [Row([]) for _ in spine]
    over: dict[int, list[Run]] = {}
    for column, stack in enumerate(frame.stacks):
        placed, over[column] = matched(column, stack, spine, frame.step, attrgetter("middle"))
        for at, cell in placed:
            rows[at].cells.append(cell)
    if not all(row.cells for row in rows):
        return None
    _take_rest(frame, rows, over)
    _merge(frame, rows, over)
    top = rows[0].band[0]
    heads = {id(run) for runs in over.values() for run in runs if run.base < top}
    if _cuts_heads(frame, over, top) or _has_broken_above(frame, over, top):
        return None
    lone = [Cell(column, (run,)) for column, runs in over.items() for run in runs if run.base >= top]
    every = _with_lone(rows, lone, frame.size)
    if every is None or _heads_below(frame, every) or not _sure(frame, every, lone):
        return None
    head = (
        one_row([[run for run in stack if id(run) in heads] for stack in frame.stacks], frame.step) if heads else None
    )
    return Settled(
        _texts(frame, [Row(head), *every] if head else every),
        frozenset(() if head else heads),
        centres_of(frame.stacks),
    )


def _texts(frame: Frame, rows: Sequence[Row]) -> Rows:
    """What stands in the cells, that of a merged one at its first place."""
    centres = centres_of(frame.stacks)
    found = []
    for row in rows:
        cells = sorted(row.cells, key=attrgetter("column"))
        single = not row.tall and len({cell.column for cell in cells}) == len(cells)
        starts = starts_of(cells, frame.columns, centres, blank=single)
        placed = [(cell.column, cell) for cell in row.tall]
        placed += [*zip(starts, cells, strict=True), *((cell.column, cell) for cell in row.rest)]
        found.append(row_of(((at, run) for at, cell in placed for run in cell.runs), len(centres)))
    return tuple(found)


def _cuts_heads(frame: Frame, over: dict[int, list[Run]], top: float) -> bool:
    """True where a page's end cuts the heads, so that below it some columns are without one.

    Not so where the others have theirs above it, and only one over several columns stands above one below.
    """
    above = {column: [run for run in runs if run.base < min(frame.edge, top)] for column, runs in over.items()}
    below = {column for column, runs in over.items() if any(frame.edge <= run.base < top for run in runs)}
    headed = {column for column, runs in above.items() if runs}
    if not headed or not below or len(below) == len(over):
        return False
    both = (above[column][-1] for column in headed & below)
    return len(headed | below) < len(over) or not all(_is_wide(run, frame.columns) for run in both)


def _is_wide(run: Run, columns: Sequence[Span]) -> bool:
    """True for a head that reaches over several columns."""
    return sum(run.left < right and left < run.right for left, right in columns) > 1


def _has_broken_above(frame: Frame, over: dict[int, list[Run]], top: float) -> bool:
    """True where a broken figure stands among the heads, so that they are none."""
    heads = [(column, [run for run in runs if run.base < top]) for column, runs in over.items()]
    return any(is_broken(column, *pair, frame) for column, runs in heads for pair in pairwise(runs))


def _merge(frame: Frame, rows: list[Row], over: dict[int, list[Run]]) -> None:
    """Take columns that do not fit the rows as cells of several rows, where they fit so.

    The first column is taken so as well where some of its cells are blank: what stands there is for the rows beside it.
    """
    top = rows[0].band[0] - frame.size
    for column, runs in over.items():
        full = column or all(row.cells[0].column == 0 for row in rows)
        fits = not any(run.base > top for run in runs)
        if full and fits:
            continue
        beside = [[cell for cell in row.cells if cell.column != column] for row in rows]
        if not all(beside):
            continue
        bands = [Row(cells).band for cells in beside]
        edge = bands[0][0] - frame.size
        torn_at = math.inf if fits else frame.edge
        tall = merged(column, [run for run in frame.stacks[column] if run.base > edge], bands, frame.step, torn_at)
        if tall is None:
            continue
        over[column] = [run for run in frame.stacks[column] if run.base <= edge]
        for row, cells in zip(rows, beside, strict=True):
            row.cells = cells
        for at, cell in tall:
            rows[at].tall.append(cell)


def _with_lone(rows: Sequence[Row], lone: Sequence[Cell], size: float) -> list[Row] | None:
    """The rows with those that have no figures between them; None where one stands too near to its neighbours."""
    found = list(rows)
    for cell in lone:
        own = next((row for row in found[len(rows) :] if abs(row.band[0] - cell.top) <= ON_LINE * size), None)
        if own:
            own.cells.append(cell)
        else:
            found.append(Row([cell]))
    found.sort(key=lambda row: row.band)
    usual = _apart(rows) if len(rows) > 1 else 0.0
    return found if _apart(found) >= max(usual - _ABOUT * size, _NARROWEST * size) else None


def _apart(rows: Sequence[Row]) -> float:
    """How far the nearest rows stand from each other."""
    return min((below.band[0] - above.band[1] for above, below in pairwise(rows)), default=math.inf)


def _sure(frame: Frame, rows: Sequence[Row], lone: Sequence[Cell]) -> bool:
    """True where lines of a cell stand nearer than rows, or half a row off, and no lone line can be a cell's rest."""
    apart = _apart(rows)
    wrapped = [cell for row in rows for cell in row.cells if len(cell.runs) > 1]
    if any(is_doubtful(cell, frame.columns[cell.column]) for cell in wrapped):
        return False
    if any(_REST.match(cell.runs[0].text) for row in rows for cell in row.cells):
        return False
    nearer = all(cell.step < apart - _CLEARLY * frame.size for cell in wrapped)
    if not nearer and not all(_off(cell) and cell.step < apart + _ABOUT * frame.size for cell in wrapped):
        return False
    return (nearer and bool(wrapped)) or not any(_may_be_rest(frame, cell) for cell in lone)


def _off(cell: Cell) -> bool:
    """True for a cell whose lines stand half a row off, as those of no other row can."""
    return len(cell.runs) % 2 == 0


def _may_be_rest(frame: Frame, cell: Cell) -> bool:
    """True where the words of a lone line may be the rest of the cell above it."""
    above = [run for run in frame.stacks[cell.column] if run.base < cell.top]
    return bool(above) and may_wrap(above[-1], cell.runs[0], frame.columns[cell.column])


def _take_rest(frame: Frame, rows: Sequence[Row], over: dict[int, list[Run]]) -> None:
    """Give to the last row of a page the lines of its cells with which the next page begins."""
    last = next((row for row in reversed(rows) if row.band[0] < frame.edge), rows[0])
    first = next((row.band[0] for row in rows if row.band[0] >= frame.edge), math.inf)
    for column, runs in over.items():
        above = [run for run in frame.stacks[column] if last.band[0] <= run.base < frame.edge]
        for run in [run for run in runs if frame.edge <= run.base < first]:
            if not above or not may_go_on(frame, column, above[-1], run):
                break
            last.rest.append(Cell(column, (run,)))
            runs.remove(run)
            above.append(run)


def _heads_below(frame: Frame, rows: Sequence[Row]) -> bool:
    """True where a page begins with words that are neither a row's rest nor a row's name: heads of another table.

    A table that has no figures yet goes on there, whatever it goes on with.
    """
    edge = frame.edge - ON_LINE * frame.size
    if not any(has_figures(row) for row in rows if row.band[0] <= edge):
        return False
    for row in (row for row in rows if row.band[0] > edge):
        if has_figures(row):
            return False
        if len(row.cells) > 1 or not of_its_own(row.cells[0].runs[0].text):
            return True
    return False
