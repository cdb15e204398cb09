"""Tables without upright lines: neighbouring lines whose pieces stand in the same columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.readers.pdf.cells import BOUND, VALUE, Rows, Span, column_of, may_wrap, row_of, rows_of
from yunguan.audit.readers.pdf.columns import WRAPPED, agree, columns_of, half_a_row, parted_at
from yunguan.audit.readers.pdf.extent import FEWEST_COLUMNS, MOST_LOOSE, end_of, has_words, is_row, is_single, start_of
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.spans import starts_of
from yunguan.audit.readers.pdf.spine import Settled, settled
from yunguan.audit.readers.pdf.stacks import Cell
from yunguan.audit.readers.pdf.tabbed import blanked, by_order, tabbed

_FEWEST_ROWS: Final = 2
_FEWEST_OF_TWO: Final = 3
_MOST_SHARED: Final = 3
_ROW: Final = 1.25


@dataclass(frozen=True)
class Columned:
    """A table in lines: `start` and `end` say which, `columns` where they stand.

    `sure` are rows told by places, in `doubt` those of which it is unsure what stands in which column.
    """

    start: int
    end: int
    columns: tuple[Span, ...]
    rows: Rows
    sure: bool
    doubt: bool = False


def columned(lines: Sequence[TextLine]) -> list[Columned]:
    """The tables among these lines, from the top down."""
    found: list[Columned] = []
    at = 0
    while at < len(lines):
        start = start_of(lines, at, found[-1].end if found else 0) if is_row(lines[at]) else at
        end = end_of(lines, at) if is_row(lines[at]) and has_words(lines[at]) else at
        table = _typed(lines, at) or (_table(lines, start, end) if end > at else None)
        if table:
            found.append(table)
            at = table.end
        else:
            at += 1
    return found


def table_over(lines: Sequence[TextLine], cut: int) -> Columned | None:
    """The table that begins before this line, the first one of a page, and goes on behind it; None where none does."""
    at = next((at for at in range(cut) if is_row(lines[at]) and has_words(lines[at])), None)
    if at is None or cut >= len(lines):
        return None
    start, end = start_of(lines, at, 0), end_of(lines, at, cut)
    typed = _typed(lines, at)
    if typed:
        return typed if typed.end > cut else None
    table = _table(lines, start, end, lines[cut].runs[0].base) if start < cut <= end else None
    return table if table and table.end > cut else None


def _typed(lines: Sequence[TextLine], at: int) -> Columned | None:
    """The table typed with tabs or blanks that begins at this line."""
    end, stop = tabbed(lines, at)
    end = end if stop else blanked(lines, at)
    if end == at:
        return None
    told = by_order(lines[at:end], stop)
    if told:
        return Columned(at, end, told[1], told[0], sure=True)
    columns = columns_of(lines[at:end])
    return Columned(at, end, columns, _rows(lines[at:end], columns), sure=False, doubt=True)


def _table(lines: Sequence[TextLine], start: int, end: int, edge: float = math.inf) -> Columned | None:
    columns = columns_of(lines[start:end])
    if len(columns) < FEWEST_COLUMNS or not agree([line for line in lines[start:end] if is_row(line)], columns):
        return None
    lines = [*lines[:start], *(parted_at(line, columns) for line in lines[start:end]), *lines[end:]]
    end, found = _with_tail(lines, start, end, columns, edge)
    rows = _settled(lines[start:end], columns, found) if found else _rows(lines[start:end], columns)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    valued = sum(bool(VALUE.fullmatch(text)) for row in full for text in row[1:] if text)
    wide = len(columns) > _MOST_SHARED and not any("：" in text or ":" in text for row in full for text in row)
    told = valued * 2 >= len(full) or wide or (len(columns) > 2 and len(full) > _FEWEST_OF_TWO)  # noqa: PLR2004
    needed = _FEWEST_ROWS if len(columns) > 2 else _FEWEST_OF_TWO  # noqa: PLR2004 - two columns prove less
    if len(full) < needed - (wide and len(rows) > 1) or not told:
        return None
    return Columned(start, end, columns, rows, sure=found is not None)


def _with_tail(
    lines: Sequence[TextLine], start: int, end: int, columns: tuple[Span, ...], edge: float
) -> tuple[int, Settled | None]:
    """The end and the rows of a table, with the lines below it that are the rest of its last row."""
    last = end
    while last < min(len(lines), end + MOST_LOOSE) and _may_be_tail(lines[last - 1], lines[last], columns, edge):
        last += 1
    for stop in range(last, end, -1):
        found = settled(lines[start:stop], columns, edge)
        if found and any(map(VALUE.fullmatch, found.rows[-1])):
            return stop, found
    return end, settled(lines[start:end], columns, edge)


def _may_be_tail(before: TextLine, line: TextLine, columns: tuple[Span, ...], edge: float) -> bool:
    over = before.runs[0].base < edge <= line.runs[0].base
    if not is_single(line) or (line.middle - before.middle > WRAPPED * line.size and not over):
        return False
    return any(left - line.size < line.left and line.right < right + line.size for left, right in columns)


def _settled(lines: Sequence[TextLine], columns: tuple[Span, ...], found: Settled) -> Rows:
    """The cells: those of the heads as their lines tell, the others by their places."""
    heads = [TextLine(runs) for line in lines if (runs := tuple(run for run in line.runs if id(run) in found.heads))]
    return (*(_rows(heads, columns, found.centres) if heads else ()), *found.rows)


def _rows(lines: Sequence[TextLine], columns: tuple[Span, ...], centres: Sequence[float] = ()) -> Rows:
    """The cells; lines that stand half a row apart are one row, and a full cell goes on in the line below."""
    groups: list[list[TextLine]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if half_a_row(before, line) and not _rival(groups[-1], line, columns):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(row for group in _whole(groups, columns, _pitch(lines)) for row in _of_group(group, columns, centres))


def _of_group(lines: Sequence[TextLine], columns: tuple[Span, ...], centres: Sequence[float]) -> Rows:
    """The row of these lines, or two; where it is one line of words that is spread over all columns, as that says."""
    if len(lines) == 1 and centres:
        runs = lines[0].runs
        cells = [Cell(column_of(run, columns), (run,)) for run in runs]
        starts = starts_of(cells, columns, centres, blank=True)
        if starts[0] == 0 and starts != [cell.column for cell in cells]:
            return (row_of(zip(starts, runs, strict=True), len(columns)),)
    return rows_of(lines, columns)


def _rival(row: Sequence[TextLine], line: TextLine, columns: tuple[Span, ...]) -> bool:
    """True where the line has cells of its own in the columns that the row has filled."""
    taken = {column_of(run, columns): run.text for each in row for run in each.runs}
    shared = [run for run in line.runs if column_of(run, columns) in taken]
    values = (run for run in shared if VALUE.fullmatch(run.text) and VALUE.fullmatch(taken[column_of(run, columns)]))
    return len(shared) > _MOST_SHARED or any(values)


def _pitch(lines: Sequence[TextLine]) -> float:
    """How far apart the rows stand."""
    full = [line.middle for line in lines if len(line.runs) > 1]
    steps = [after - before for before, after in pairwise(full)]
    return float(median(steps)) if steps else 0.0


def _wraps(row: Sequence[TextLine], line: TextLine, columns: tuple[Span, ...], pitch: float) -> bool:
    """True where each piece of a line is the rest of the cell above it, which its text filled."""
    if line.middle - row[-1].middle > _ROW * pitch:
        return False
    if all(BOUND.match(run.text) for run in line.runs):
        return True
    if len(line.runs) > 1 and len(line.runs) >= max(len(each.runs) for each in row):
        return False
    above = {column_of(run, columns): run for each in row for run in each.runs}
    if len(line.runs) > 1 and any(VALUE.fullmatch(run.text) for run in above.values()):
        cells = [(run, above.get(column_of(run, columns))) for run in line.runs]
        return all(cell and not any(VALUE.fullmatch(each.text) for each in (run, cell)) for run, cell in cells)
    return all(may_wrap(above.get(at := column_of(run, columns)), run, columns[at]) for run in line.runs)


def _whole(groups: list[list[TextLine]], columns: tuple[Span, ...], pitch: float) -> list[list[TextLine]]:
    """The rows, a line with the beginning or the rest of one cell joined to the row that it belongs to."""
    found: list[list[TextLine]] = []
    for group in groups:
        lone = len(group) == 1 and len(group[0].runs) == 1
        if (lone and found and _wraps(found[-1], group[0], columns, pitch)) or (
            found and _begins(found[-1], group, columns, pitch)
        ):
            found[-1] = [*found[-1], *group]
        else:
            found.append(group)
    return found


def _begins(above: list[TextLine], row: list[TextLine], columns: tuple[Span, ...], pitch: float) -> bool:
    """True where a line of one piece is the beginning of a cell in the row below it, nearer to it than rows are."""
    if len(above) > 1 or len(above[0].runs) > 1 or len(row[0].runs) == 1:
        return False
    column = column_of(above[0].runs[0], columns)
    below = any(column_of(run, columns) == column for run in row[0].runs)
    return below and row[0].middle - above[0].middle < 0.9 * pitch
