"""Tables without upright lines: neighbouring lines whose pieces stand in the same columns."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.joining import TABLE_LINE
from yunguan.audit.readers.pdf.cells import BOUND, VALUE, Rows, Span, column_of, may_wrap, row_of, rows_of
from yunguan.audit.readers.pdf.columns import WRAPPED, agree, centre, columns_of, half_a_row, parted_at
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.spans import starts_of
from yunguan.audit.readers.pdf.spine import Settled, settled
from yunguan.audit.readers.pdf.stacks import Cell
from yunguan.audit.readers.pdf.tabbed import blanked, by_order, tabbed

_FEWEST_COLUMNS: Final = 2
_FEWEST_ROWS: Final = 2
_FEWEST_OF_TWO: Final = 3
_LONGEST_PIECE: Final = 22
_FARTHEST: Final = 4.0
_FARTHEST_ROW: Final = 9.0
_FAR: Final = 1.5
_AS_FAR: Final = 0.95
_FEWEST_STEPS: Final = 2
_MOST_LOOSE: Final = 10
_OTHER_SIZE: Final = 0.2
_MOST_SHARED: Final = 3
_ROW: Final = 1.25
_PROSE = re.compile(r"[。；！？]")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(?:亿|万|千|百)?元")
_NOTE = re.compile(r"[（(]?(?:注|说明|备注)\s*[\d一二三四]?\s*[:：]")
_TOTAL = re.compile(r"[合总小]\s*计")


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
        start = _start(lines, at, found[-1].end if found else 0) if _parted(lines[at]) else at
        end = _end(lines, at) if _parted(lines[at]) and _words(lines[at]) else at
        table = _typed(lines, at) or (_table(lines, start, end) if end > at else None)
        if table:
            found.append(table)
            at = table.end
        else:
            at += 1
    return found


def table_over(lines: Sequence[TextLine], cut: int) -> Columned | None:
    """The table that begins before this line, the first one of a page, and goes on behind it; None where none does."""
    at = next((at for at in range(cut) if _parted(lines[at]) and _words(lines[at])), None)
    if at is None or cut >= len(lines):
        return None
    start, end = _start(lines, at, 0), _end(lines, at, cut)
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


def is_piece(line: TextLine) -> bool:
    """True for a line that may belong to a table."""
    return _parted(line) or _single(line)


def _words(line: TextLine) -> bool:
    """False for a line whose characters stand apart, as in a title."""
    return any(len(run.text) > 1 for run in line.runs)


def _start(lines: Sequence[TextLine], at: int, least: int) -> int:
    """The first line of a table whose first full row is this one: heads of several lines begin a little above."""
    while at > least and _single(lines[at - 1]) and _head_above(lines[at - 1], lines[at]):
        at -= 1
    return at


def _head_above(above: TextLine, line: TextLine) -> bool:
    if half_a_row(above, line):
        return True
    near = line.middle - above.middle < WRAPPED * line.size and not above.other_size(line, _OTHER_SIZE)
    return near and len(line.runs) > 1 and any(abs(centre(run) - centre(above.runs[0])) < run.size for run in line.runs)


def _single(line: TextLine) -> bool:
    """True for a line that may be the rest of a cell or a row with one cell."""
    if _UNIT.search(line.text) or TABLE_LINE.match(line.text) or _NOTE.match(line.text):
        return False
    return len(line.runs) == 1 and len(line.text) <= _LONGEST_PIECE and not _PROSE.search(line.text)


def _parted(line: TextLine) -> bool:
    """True for a line of several short pieces, as a row is; a line that names the unit is none."""
    texts = [run.text for run in line.runs]
    if len(texts) < 2 or any(mark.search(line.text) for mark in (_PROSE, _UNIT, TABLE_LINE)):  # noqa: PLR2004 - several
        return False
    return all(len(text) <= _LONGEST_PIECE for text in texts)


def _end(lines: Sequence[TextLine], start: int, cut: int = 0) -> int:
    """One past the last line that can belong to a table that begins here; how far off `cut` is set tells nothing."""
    end, loose, widest = start + 1, 0, 0.0
    for at in range(start + 1, len(lines)):
        line, before = lines[at], lines[at - 1]
        step = line.middle - before.middle
        if step >= _AS_FAR * widest and at + 1 < len(lines) and _is_title(lines[start:at], line, lines[at + 1]):
            break
        if line.other_size(lines[start], _OTHER_SIZE) or (at != cut and _is_far(lines, start, at, widest)):
            break
        widest = max(widest, step) if at != cut else widest
        if _parted(line):
            end, loose = at + 1, 0
        elif _single(line) and loose < _MOST_LOOSE:
            loose += 1
            end = at + 1 if end == at and (half_a_row(before, line) or _TOTAL.fullmatch(line.text)) else end
        else:
            break
    return end


def _is_far(lines: Sequence[TextLine], start: int, at: int, widest: float) -> bool:
    """True for a line farther below the others than one of the same table is; `widest` is the widest step so far."""
    line, before = lines[at], lines[at - 1]
    step = line.middle - before.middle
    loose = not _parted(line) and at > start + _FEWEST_STEPS and step > _FAR * widest
    return (loose or step > _FARTHEST * max(line.size, before.size)) and not _in_columns(lines, start, at)


def _in_columns(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True where a row with figures in the columns of others begins far below these, as one that a page cuts does."""
    row = next((line for line in lines[at : at + _MOST_LOOSE] if _parted(line)), None)
    if row is None or row.middle - lines[at - 1].middle > _FARTHEST_ROW * row.size or len(row.runs) <= _FEWEST_COLUMNS:
        return False
    if not any(VALUE.fullmatch(run.text) for run in row.runs) or row.middle - lines[at].middle > WRAPPED * row.size:
        return False
    above = [run for line in lines[start:at] for run in line.runs]
    return all(any(run.left < each.right and each.left < run.right for each in above) for run in row.runs)


def _is_title(above: Sequence[TextLine], line: TextLine, below: TextLine) -> bool:
    """True for a line in the middle over the heads of another table, below the figures of this one."""
    if len(line.runs) > 1 or not _parted(below) or len(below.runs) <= _FEWEST_COLUMNS:
        return False
    if below.middle - line.middle < line.middle - above[-1].middle - line.size:
        return False
    middle = (min(each.left for each in above) + max(each.right for each in above)) / 2
    figures = (VALUE.fullmatch(run.text) for each in above for run in each.runs)
    heads = not any(VALUE.fullmatch(run.text) for run in below.runs)
    return heads and abs(centre(line.runs[0]) - middle) < 2 * line.size and any(figures)


def _table(lines: Sequence[TextLine], start: int, end: int, edge: float = math.inf) -> Columned | None:
    columns = columns_of(lines[start:end])
    if len(columns) < _FEWEST_COLUMNS or not agree([line for line in lines[start:end] if _parted(line)], columns):
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
    while last < min(len(lines), end + _MOST_LOOSE) and _may_be_tail(lines[last - 1], lines[last], columns, edge):
        last += 1
    for stop in range(last, end, -1):
        found = settled(lines[start:stop], columns, edge)
        if found and any(map(VALUE.fullmatch, found.rows[-1])):
            return stop, found
    return end, settled(lines[start:end], columns, edge)


def _may_be_tail(before: TextLine, line: TextLine, columns: tuple[Span, ...], edge: float) -> bool:
    over = before.runs[0].base < edge <= line.runs[0].base
    if not _single(line) or (line.middle - before.middle > WRAPPED * line.size and not over):
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
