"""Cells that span several columns of a table without ruled lines: their text stands at the first of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from yunguan.audit.readers.pdf.cells import VALUE, Span
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.stacks import Cell

_NEAR: Final = 0.3
_TOTAL = re.compile(r"[合总小]\s*[计分]")


def centres_of(stacks: Sequence[Sequence[Run]]) -> list[float]:
    """Where the middle of each column is, by what stands in it."""
    return [float(median((run.left + run.right) / 2 for run in stack)) if stack else 0.0 for stack in stacks]


def starts_of(cells: Sequence[Cell], columns: Sequence[Span], centres: Sequence[float], *, blank: bool) -> list[int]:
    """The first column of each cell of a row; `blank` says that no cell of a row above goes on here.

    A row of words alone, as a form has, is spread over all columns; words that stand out of their column may span it
    and those before, and so may the name of a total.
    """
    own = [cell.column for cell in cells]
    if not blank or not cells:
        return own
    if not any(VALUE.fullmatch(run.text) for cell in cells for run in cell.runs):
        return next(_spread(cells, centres, 0), own)
    edges = [-1, *own, len(centres)]
    return [_start(cell, columns, centres, edges[at], edges[at + 2]) for at, cell in enumerate(cells)]


def _start(cell: Cell, columns: Sequence[Span], centres: Sequence[float], before: int, after: int) -> int:
    """The first column of a cell between the columns of those beside it."""
    own = cell.column
    text = "".join(run.text for run in cell.runs)
    total = before < 0 and _TOTAL.fullmatch(text) and (own > 1 or not _is_over(cell, centres, own, own))
    out = min(run.left for run in cell.runs) < columns[own][0] - 1
    if VALUE.fullmatch(text) or not (total or out):
        return own
    firsts = [0] if total else range(before + 1, own)
    spanned = (first for first in firsts for last in range(own, after) if _is_over(cell, centres, first, last))
    return next(spanned, own)


def _spread(cells: Sequence[Cell], centres: Sequence[float], first: int) -> Iterator[list[int]]:
    """The ways to give all columns from this one on to these cells, each in the middle of its own."""
    if not cells:
        if first == len(centres):
            yield []
        return
    for last in range(first, len(centres) - len(cells) + 1):
        if _is_over(cells[0], centres, first, last):
            yield from ([first, *rest] for rest in _spread(cells[1:], centres, last + 1))


def _is_over(cell: Cell, centres: Sequence[float], first: int, last: int) -> bool:
    """True where the cell stands in the middle over these columns."""
    left, right = min(run.left for run in cell.runs), max(run.right for run in cell.runs)
    return abs(left + right - centres[first] - centres[last]) / 2 <= _NEAR * cell.runs[0].size
