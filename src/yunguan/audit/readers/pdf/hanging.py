"""The rows of a table without ruled lines whose cells begin side by side and whose rows stand clearly apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from yunguan.audit.readers.pdf.cells import BROKEN, GROUPED, VALUE, Span
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.stacks import ON_LINE, Cell, Frame, Row, has_figures, may_go_on

_FEWEST: Final = 2
_SAME: Final = 0.05
_APART: Final = 0.07
_SLACK: Final = 0.5
_SIGNS: Final = ("-", "−", "+")
_NUMBER = re.compile(r"[-+−]?\d[\d,，]*(?:\.\d*)?[%％]?")


def hanging(frame: Frame) -> list[Row] | None:
    """The rows, None where lines stand neither as near as those of one cell nor clearly apart."""
    found = [_cut(column, stack, frame) for column, stack in enumerate(frame.stacks)]
    cells = [cell for each in found if each for cell in each]
    if None in found or all(len(cell.runs) == 1 for cell in cells):
        return None
    doubtful = {id(cell) for cell in cells if is_doubtful(cell, frame.columns[cell.column])}
    if any(id(cell) in doubtful for cell in cells if abs(cell.top - frame.edge) > ON_LINE * frame.size):
        return None
    rows = list(_rows(sorted(cells, key=lambda cell: cell.top), frame.size))
    apart = frame.step + _APART * frame.size
    if len(rows) < _FEWEST or any(below.band[0] - above.band[0] < apart for above, below in pairwise(rows)):
        return None
    rows = _with_tall(rows)
    whole = _over_edge(frame, rows) if all(row.cells for row in rows) else None
    return None if whole and any(id(cell) in doubtful for row in whole for cell in row.cells) else whole


def _cut(column: int, stack: Sequence[Run], frame: Frame) -> list[Cell] | None:
    """What stands in a column as cells, None where it is unsure what stands apart."""
    cells: list[list[Run]] = [[run] for run in stack[:1]]
    for before, run in pairwise(stack):
        more = run.base - before.base - frame.step
        if abs(more) <= _SAME * frame.size:
            cells[-1].append(run)
        elif more < _APART * frame.size:
            return None
        else:
            cells.append([run])
    return [Cell(column, tuple(runs)) for runs in cells]


def is_doubtful(cell: Cell, column: Span) -> bool:
    """True where figures below each other need not be one number that its narrow column broke.

    A line was broken where what the next one begins with had no room in it; where commas group its digits well only
    with the next one, all of that had none.
    """
    if sum(bool(VALUE.fullmatch(run.text)) for run in cell.runs) < _FEWEST:
        return False
    whole = "".join(run.text for run in cell.runs)
    if not _NUMBER.fullmatch(whole):
        return True
    grouped = bool(GROUPED.fullmatch(whole))
    return any(_has_room(*pair, column, grouped=grouped) for pair in pairwise(cell.runs))


def _has_room(above: Run, below: Run, column: Span, *, grouped: bool) -> bool:
    """True where the second line, or the first of its digits, could have stood on the first one."""
    if above.text.endswith(BROKEN):
        return False
    room = column[1] - column[0] - (above.right - above.left) - _SLACK
    end = next((at for at, glyph in enumerate(below.glyphs) if at and glyph.text not in BROKEN), len(below.glyphs))
    first = below.glyphs[end - 1].right - below.left
    return (below.right - below.left if grouped or above.text in _SIGNS else first) < room


def is_broken(column: int, above: Run, below: Run, frame: Frame) -> bool:
    """True where these lines are one number that its narrow column broke, if they are of one cell."""
    if abs(below.base - above.base - frame.step) > _SAME * frame.size:
        return False
    figures = VALUE.fullmatch(above.text) and VALUE.fullmatch(below.text)
    return bool(figures) and not is_doubtful(Cell(column, (above, below)), frame.columns[column])


def _rows(cells: Sequence[Cell], size: float) -> Iterator[Row]:
    row = Row([])
    for cell in cells:
        if row.cells and cell.top - row.cells[0].top > ON_LINE * size:
            yield row
            row = Row([])
        row.cells.append(cell)
    yield row


def _with_tall(rows: list[Row]) -> list[Row]:
    """The rows, cells that reach down to the next ones marked as such."""
    for row, below in pairwise(rows):
        row.tall = [cell for cell in row.cells if cell.bottom > below.band[0]]
        row.cells = [cell for cell in row.cells if cell.bottom <= below.band[0]]
    return rows


def _over_edge(frame: Frame, rows: list[Row]) -> list[Row] | None:
    """The rows, the rest of the one that a page cut joined to it; None where it is unsure whether it is a rest."""
    at = next((at for at, row in enumerate(rows) if at and row.band[0] > frame.edge - ON_LINE * frame.size), 0)
    if not at or not rows[at].cells:
        return rows
    cells, above = rows[at].cells, {cell.column: cell for cell in rows[at - 1].cells}
    if all(cell.column in above and _is_rest(frame, above[cell.column], cell) for cell in cells):
        rows[at - 1].rest += cells
        del rows[at]
    elif has_figures(rows[at]) and not any(cell.column == 0 for cell in cells):
        return None
    return rows


def _is_rest(frame: Frame, above: Cell, cell: Cell) -> bool:
    """True where a cell at the top of a page may be the rest of the one that stands last on the page before."""
    if VALUE.fullmatch(cell.runs[0].text):
        whole = Cell(cell.column, (*above.runs, *cell.runs))
        return bool(VALUE.fullmatch(above.runs[-1].text)) and not is_doubtful(whole, frame.columns[cell.column])
    return may_go_on(frame, cell.column, above.runs[-1], cell.runs[0])
