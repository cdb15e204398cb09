"""The rows of a table without ruled lines, told by where its cells stand and not by what they say.

Figures do not wrap: their columns show one line for each row, the spine. A cell of several lines stands with its middle
beside its row's figure, or begins there. Only where that holds for each piece of text are the rows sure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import Final

from yunguan.audit.readers.pdf.cells import VALUE, Rows, Span, column_of, may_wrap, of_its_own, row_of
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.spans import centres_of, starts_of
from yunguan.audit.readers.pdf.stacks import ON_LINE, Cell, matched, merged, one_row, step_of

_NARROWEST: Final = 0.9
_CLEARLY: Final = 0.04
_ABOUT: Final = 0.1
_BROKEN: Final = (",", "，", ".")


@dataclass
class Row:
    """The cells of one row; those that go on in the rows below are `tall`, `rest` is what stands on the next page."""

    cells: list[Cell]
    tall: list[Cell] = field(default_factory=list)
    rest: list[Cell] = field(default_factory=list)

    @property
    def band(self) -> tuple[float, float]:
        """What its first and last lines stand on."""
        return min(cell.top for cell in self.cells), max(cell.bottom for cell in self.cells)


@dataclass(frozen=True)
class Frame:
    """What the rows must fit: what stands in each column, the size of type, where a new page begins.

    `step` is how far apart the lines of one cell stand.
    """

    stacks: list[list[Run]]
    columns: tuple[Span, ...]
    size: float
    edge: float
    step: float


@dataclass(frozen=True)
class Settled:
    """The texts of the rows from the first one with figures down, and what stands above them."""

    rows: Rows
    heads: frozenset[int]
    centres: Sequence[float]


def settled(lines: Sequence[TextLine], columns: tuple[Span, ...], edge: float) -> Settled | None:
    """The rows, None where the places of the cells leave a doubt; below `edge` stands what another page begins with."""
    stacks = _stacks(lines, columns)
    spine = _spine(stacks)
    size = max(line.size for line in lines)
    if not spine or _nearest(spine) < _NARROWEST * size:
        return None
    frame = Frame(stacks, columns, size, edge, step_of(stacks))
    return _rows(frame, spine, "middle") or _rows(frame, spine, "top")


def _stacks(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> list[list[Run]]:
    """What stands in each column, from the top down."""
    found: list[list[Run]] = [[] for _ in columns]
    for line in lines:
        for run in line.runs:
            found[column_of(run, columns)].append(run)
    for stack in found:
        stack.sort(key=lambda run: (run.base, run.left))
    return found


def _spine(stacks: Iterable[list[Run]]) -> list[float]:
    """Where the rows with figures stand, by the columns that hold nothing else below their heads."""
    found: list[Run] = []
    for stack in stacks:
        first = next((index for index, run in enumerate(stack) if VALUE.fullmatch(run.text)), len(stack))
        if all(VALUE.fullmatch(run.text) and not run.text.endswith(_BROKEN) for run in stack[first:]):
            found += stack[first:]
    places: list[float] = []
    for run in sorted(found, key=attrgetter("base")):
        if not places or run.base - places[-1] > ON_LINE * run.size:
            places.append(run.base)
    return places


def _nearest(places: Sequence[float]) -> float:
    return min((after - before for before, after in pairwise(places)), default=math.inf)


def _rows(frame: Frame, spine: Sequence[float], anchor: str) -> Settled | None:
    """The rows where this point of each cell stands beside the figures of its row."""
    rows = [Row([]) for _ in spine]
    over: dict[int, list[Run]] = {}
    for column, stack in enumerate(frame.stacks):
        placed, over[column] = matched(column, stack, spine, frame.step, attrgetter(anchor))
        for at, cell in placed:
            rows[at].cells.append(cell)
    if not all(row.cells for row in rows):
        return None
    _take_rest(frame, rows, over)
    if anchor == "middle":
        _merge(frame, rows, over)
    top = rows[0].band[0]
    heads = {id(run) for runs in over.values() for run in runs if run.base < top}
    lone = [Cell(column, (run,)) for column, runs in over.items() for run in runs if run.base >= top]
    every = _with_lone(rows, lone, frame.size)
    if every is None or _heads_below(frame, every) or not _sure(frame, every, lone, centred=anchor == "middle"):
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


def _merge(frame: Frame, rows: list[Row], over: dict[int, list[Run]]) -> None:
    """Take columns that do not fit the rows as cells of several rows, where they fit so.

    The first column is taken so as well where some of its cells are blank: what stands there is for the rows beside it.
    """
    top = rows[0].band[0] - frame.size
    for column, runs in over.items():
        full = column or all(row.cells[0].column == 0 for row in rows)
        if full and not any(run.base > top for run in runs):
            continue
        beside = [[cell for cell in row.cells if cell.column != column] for row in rows]
        if not all(beside):
            continue
        bands = [Row(cells).band for cells in beside]
        edge = bands[0][0] - frame.size
        tall = merged(column, [run for run in frame.stacks[column] if run.base > edge], bands, frame.step, frame.edge)
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


def _sure(frame: Frame, rows: Sequence[Row], lone: Sequence[Cell], *, centred: bool) -> bool:
    """True where lines of a cell stand nearer than rows, or half a row off, and no lone line can be a cell's rest."""
    apart = _apart(rows)
    wrapped = [cell for row in rows for cell in row.cells if len(cell.runs) > 1]
    nearer = all(cell.step < apart - _CLEARLY * frame.size for cell in wrapped)
    if not nearer and not (centred and all(_off(cell) and cell.step < apart + _ABOUT * frame.size for cell in wrapped)):
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
            if not above or not _may_go_on(frame, column, above[-1], run):
                break
            last.rest.append(Cell(column, (run,)))
            runs.remove(run)
            above.append(run)


def _may_go_on(frame: Frame, column: int, above: Run, run: Run) -> bool:
    return may_wrap(above, run, frame.columns[column]) and not of_its_own(run.text)


def _heads_below(frame: Frame, rows: Sequence[Row]) -> bool:
    """True where a page begins with words that are neither a row's rest nor a row's name: heads of another table."""
    for row in (row for row in rows if row.band[0] > frame.edge - ON_LINE * frame.size):
        if any(VALUE.fullmatch(run.text) for cell in row.cells for run in cell.runs):
            return False
        if len(row.cells) > 1 or not of_its_own(row.cells[0].runs[0].text):
            return True
    return False
