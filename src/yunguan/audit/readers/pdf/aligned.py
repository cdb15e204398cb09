"""Tables without upright lines: neighbouring lines whose pieces stand in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.joining import TABLE_LINE
from yunguan.audit.outline import starts_afresh
from yunguan.audit.readers.pdf.cells import BOUND, VALUE, Rows, Span, column_of, rows_of
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.lines import TextLine

_FEWEST_ROWS: Final = 2
_FEWEST_OF_TWO: Final = 3
_LONGEST_PIECE: Final = 22
_FARTHEST: Final = 4.0
_MOST_LOOSE: Final = 4
_OTHER_SIZE: Final = 0.2
_WRAPPED: Final = 2.1
_MOST_SHARED: Final = 3
_ROW: Final = 1.25
_SURELY: Final = 0.8
_PROSE = re.compile(r"[。；！？]")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(?:亿|万|千|百)?元")
_NOTE = re.compile(r"[（(]?(?:注|说明|备注)\s*[\d一二三四]?\s*[:：]")
_TOTAL = re.compile(r"[合总小]\s*计")
_HALF: Final = 1.3
_FULL: Final = 0.88


@dataclass(frozen=True)
class Columned:
    """A table found in lines: `start` and `end` tell which, `columns` where they stand."""

    start: int
    end: int
    columns: tuple[Span, ...]
    rows: Rows


def columned(lines: Sequence[TextLine]) -> list[Columned]:
    """The tables among these lines, from the top down."""
    found: list[Columned] = []
    at = 0
    while at < len(lines):
        start = _start(lines, at, found[-1].end if found else 0) if _parted(lines[at]) else at
        end = _end(lines, at) if _parted(lines[at]) and _words(lines[at]) else at
        table = _table(lines, start, end) if end > at else None
        if table:
            found.append(table)
            at = table.end
        else:
            at += 1
    return found


def _words(line: TextLine) -> bool:
    """False for a line whose characters stand apart, as in a title."""
    return any(len(run.text) > 1 for run in line.runs)


def _start(lines: Sequence[TextLine], at: int, least: int) -> int:
    """The first line of a table whose first full row is this one: heads of several lines begin a little above."""
    while at > least and _single(lines[at - 1]) and _head_above(lines[at - 1], lines[at]):
        at -= 1
    return at


def _head_above(above: TextLine, line: TextLine) -> bool:
    if _half(above, line):
        return True
    near = line.middle - above.middle < _WRAPPED * line.size and not above.other_size(line, _OTHER_SIZE)
    return (
        near and len(line.runs) > 1 and any(abs(_centre(run) - _centre(above.runs[0])) < run.size for run in line.runs)
    )


def _centre(run: Run) -> float:
    return (run.left + run.right) / 2


def _single(line: TextLine) -> bool:
    """True for a line that may be the rest of a cell or a row with one cell."""
    if _UNIT.search(line.text) or TABLE_LINE.match(line.text) or _NOTE.match(line.text):
        return False
    return len(line.runs) == 1 and len(line.text) <= _LONGEST_PIECE and not _PROSE.search(line.text)


def _half(above: TextLine, below: TextLine) -> bool:
    """True where two lines stand nearer to each other than two rows can: cells of one row, set in its middle."""
    return below.middle - above.middle < _HALF * max(above.size, below.size)


def _parted(line: TextLine) -> bool:
    """True for a line of several short pieces, as a row is; a line that names the unit is none."""
    texts = [run.text for run in line.runs]
    if len(texts) < 2 or any(mark.search(line.text) for mark in (_PROSE, _UNIT, TABLE_LINE)):  # noqa: PLR2004 - several
        return False
    return all(len(text) <= _LONGEST_PIECE for text in texts)


def _end(lines: Sequence[TextLine], start: int) -> int:
    """One past the last line that can belong to a table that begins here."""
    end, loose = start + 1, 0
    for at in range(start + 1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if line.middle - before.middle > _FARTHEST * max(line.size, before.size) or line.other_size(
            lines[start], _OTHER_SIZE
        ):
            break
        if _parted(line):
            end, loose = at + 1, 0
        elif _single(line) and loose < _MOST_LOOSE:
            loose += 1
            end = at + 1 if end == at and (_half(before, line) or _TOTAL.fullmatch(line.text)) else end
        else:
            break
    return end


def _table(lines: Sequence[TextLine], start: int, end: int) -> Columned | None:
    columns = _columns(lines[start:end])
    if columns is None:
        return None
    rows = _rows(lines[start:end], columns)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    valued = sum(bool(VALUE.fullmatch(text)) for row in full for text in row[1:] if text)
    wide = len(columns) > _MOST_SHARED and not any("：" in text or ":" in text for row in full for text in row)
    told = valued * 2 >= len(full) or wide or (len(columns) > 2 and len(full) > _FEWEST_OF_TWO)  # noqa: PLR2004
    needed = _FEWEST_ROWS if len(columns) > 2 else _FEWEST_OF_TWO  # noqa: PLR2004 - two columns prove less
    if len(full) < needed - (wide and len(rows) > 1) or not told:
        return None
    return Columned(start, end, columns, rows)


def _columns(lines: Sequence[TextLine]) -> tuple[Span, ...] | None:
    """Where the columns stand, None where the lines do not agree.

    Narrow pieces come first; a wide one widens its column, or makes one of two that never stand beside each other.
    What spans columns that do is a head and says nothing of them.
    """
    found: list[tuple[float, float, frozenset[int]]] = []
    for run, row in sorted(_by_row(lines), key=lambda pair: pair[0].right - pair[0].left):
        met = [each for each in found if run.left < each[1] and each[0] < run.right]
        if sum(len(each[2]) for each in met) > len(frozenset().union(*(each[2] for each in met))):
            continue
        found = [each for each in found if each not in met]
        left, right = min(run.left, *(each[0] for each in met), run.left), max(run.right, *(each[1] for each in met), 0)
        found.append((left, right, frozenset({row}).union(*(each[2] for each in met))))
    found.sort()
    spans = tuple(each[:2] for each in found if not (len(each[2]) == 1 and _between(each[:2], lines)))
    return spans if len(spans) > 1 and _agree([line for line in lines if _parted(line)], spans) else None


def _between(span: Span, lines: Sequence[TextLine]) -> bool:
    """True where all that stands here is a head in the middle over two heads of the line below it."""
    at = next(i for i, line in enumerate(lines) if any(run.left == span[0] for run in line.runs))
    near = [
        run
        for line in lines[at + 1 : at + 3]
        if line.middle - lines[at].middle < _WRAPPED * line.size
        for run in line.runs
    ]
    left = max((run for run in near if run.right <= span[0] + 1), key=lambda run: run.right, default=None)
    right = min((run for run in near if run.left >= span[1] - 1), key=lambda run: run.left, default=None)
    if left is None or right is None or any(run.left < span[1] and span[0] < run.right for run in near):
        return False
    return abs(left.left + right.right - sum(span)) < 2 * left.size and not VALUE.fullmatch(left.text)


def _by_row(lines: Sequence[TextLine]) -> Iterator[tuple[Run, int]]:
    """The pieces of the lines with the number of the row that each may belong to."""
    row = 0
    for index, line in enumerate(lines):
        row += not (index and _half(lines[index - 1], line))
        yield from ((run, row) for run in line.runs)


def _agree(lines: Sequence[TextLine], spans: tuple[Span, ...]) -> bool:
    """True where hardly a row has two pieces in one column."""
    alone = sum(len({column_of(run, spans) for run in line.runs}) == len(line.runs) for line in lines)
    return alone >= _SURELY * len(lines)


def _rows(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> Rows:
    """The cells; lines that stand half a row apart are one row, and a full cell goes on in the line below."""
    groups: list[list[TextLine]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _half(before, line) and not _rival(groups[-1], line, columns):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(row for group in _whole(groups, columns, _pitch(lines)) for row in rows_of(group, columns))


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
    return all(_filled(run, above.get(at := column_of(run, columns)), columns[at]) for run in line.runs)


def _filled(rest: Run, run: Run | None, column: Span) -> bool:
    """True where the run fills its column, so that this may be its rest."""
    if run is None or starts_afresh(rest.text) or VALUE.fullmatch(rest.text):
        return False
    return run.right - run.left >= _FULL * (column[1] - column[0])


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
