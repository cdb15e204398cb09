"""Tables without upright lines: neighbouring lines whose pieces stand in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.joining import TABLE_LINE, join
from yunguan.audit.outline import starts_afresh
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.lines import TextLine

_FEWEST_ROWS: Final = 2
_FEWEST_OF_TWO: Final = 3
_LONGEST_PIECE: Final = 22
_FARTHEST: Final = 4.0
_MOST_LOOSE: Final = 2
_SURELY: Final = 0.8
_PROSE = re.compile(r"[。；！？]")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(?:亿|万|千|百)?元")
_NOTE = re.compile(r"[（(]?(?:注|说明|备注)\s*[\d一二三四]?\s*[:：]")
_HALF: Final = 1.3
_FULL: Final = 0.88
_VALUE = re.compile(r"[-+−]?[\d.,，]+\s*[%％]?|--?|—+|/|\d+(?:\.\d+)?[^\d\s]{1,3}")

Rows = tuple[tuple[str, ...], ...]
Span = tuple[float, float]


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
        end = _end(lines, at) if _parted(lines[at]) else at
        table = _table(lines, start, end) if end > at else None
        if table:
            found.append(table)
            at = table.end
        else:
            at += 1
    return found


def _start(lines: Sequence[TextLine], at: int, least: int) -> int:
    """The first line of a table whose first full row is this one: heads over several rows begin a little above."""
    while at > least and _single(lines[at - 1]) and _half(lines[at - 1], lines[at]):
        at -= 1
    return at


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
    if len(texts) < 2 or _PROSE.search(line.text) or _UNIT.search(line.text):  # noqa: PLR2004 - pieces are several
        return False
    return all(len(text) <= _LONGEST_PIECE for text in texts) and any(len(text) > 1 for text in texts)


def _end(lines: Sequence[TextLine], start: int) -> int:
    """One past the last line that can belong to a table that begins here."""
    end, loose = start + 1, 0
    for at in range(start + 1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if line.middle - before.middle > _FARTHEST * max(line.size, before.size):
            break
        if _parted(line):
            end, loose = at + 1, 0
        elif _single(line) and loose < _MOST_LOOSE:
            loose += 1
            end = at + 1 if end == at and _half(before, line) else end
        else:
            break
    return end


def _table(lines: Sequence[TextLine], start: int, end: int) -> Columned | None:
    columns = _columns([line for line in lines[start:end] if _parted(line)])
    if columns is None:
        return None
    rows = _rows(lines[start:end], columns)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    valued = sum(bool(_VALUE.fullmatch(text)) for row in full for text in row[1:] if text)
    needed = _FEWEST_ROWS if len(columns) > 2 else _FEWEST_OF_TWO  # noqa: PLR2004 - two columns prove less
    told = valued * 2 >= len(full) or (len(columns) > 2 and len(full) > _FEWEST_OF_TWO)  # noqa: PLR2004
    if len(full) < needed or not told:
        return None
    return Columned(start, end, columns, rows)


def _columns(lines: Sequence[TextLine]) -> tuple[Span, ...] | None:
    """Where the columns stand: the stretches that the fullest rows fill, None where they do not agree."""
    most = max(len(line.runs) for line in lines)
    for least in (max(2, round(most * 0.6)), most):
        full = [line for line in lines if len(line.runs) >= least]
        spans = _stretches((run.left, run.right) for line in full for run in line.runs)
        if len(spans) >= most and len(spans) <= most + 1 and _agree(full, spans):
            return spans
    return None


def _agree(lines: Sequence[TextLine], spans: tuple[Span, ...]) -> bool:
    """True where hardly a row has two pieces in one column."""
    alone = sum(len({_at(run, spans) for run in line.runs}) == len(line.runs) for line in lines)
    return alone >= _SURELY * len(lines)


def _stretches(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return tuple(found)


def _at(run: Run, columns: tuple[Span, ...]) -> int:
    """The column of a piece: the first one that it covers to a good part, else the nearest."""
    for index, (left, right) in enumerate(columns):
        shared = min(right, run.right) - max(left, run.left)
        if shared > 0 and shared >= 0.3 * min(right - left, run.right - run.left):
            return index
    middle = (run.left + run.right) / 2
    return min(range(len(columns)), key=lambda index: abs(sum(columns[index]) / 2 - middle))


def _rows(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> Rows:
    """The cells; lines that stand half a row apart are one row, and a full cell goes on in the line below."""
    groups: list[list[TextLine]] = [[lines[0]]]
    pitch = _pitch(lines)
    for before, line in pairwise(lines):
        if _half(before, line) or _wraps(groups[-1], line, columns, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_cells(group, columns) for group in _upward(groups, columns, pitch))


def _pitch(lines: Sequence[TextLine]) -> float:
    """How far apart the rows stand."""
    full = [line.middle for line in lines if len(line.runs) > 1]
    steps = [after - before for before, after in pairwise(full)]
    return float(median(steps)) if steps else 0.0


def _wraps(row: Sequence[TextLine], line: TextLine, columns: tuple[Span, ...], pitch: float) -> bool:
    """True where the single piece of a line is the rest of the cell above it, which its text filled."""
    if len(line.runs) > 1 or starts_afresh(line.text) or _VALUE.fullmatch(line.text):
        return False
    column = _at(line.runs[0], columns)
    above = [run for each in row for run in each.runs if _at(run, columns) == column]
    if not above or line.middle - row[-1].middle > 1.05 * pitch:
        return False
    return above[-1].right - above[-1].left >= _FULL * (columns[column][1] - columns[column][0])


def _upward(groups: list[list[TextLine]], columns: tuple[Span, ...], pitch: float) -> list[list[TextLine]]:
    """Rows of a single filled cell joined to the row below it, to which it is nearer than rows are."""
    found: list[list[TextLine]] = []
    for group in groups:
        first, last = (found[-1] if found else group), group[0]
        near = last.middle - first[-1].middle < 0.9 * pitch
        if found and len(first) == 1 and len(first[0].runs) == 1 and near and len(last.runs) > 1:
            column = _at(first[0].runs[0], columns)
            if any(_at(run, columns) == column for run in last.runs):
                found[-1] = [*first, *group]
                continue
        found.append(group)
    return found


def _cells(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for line in sorted(lines, key=lambda each: each.middle):
        for run in line.runs:
            index = _at(run, columns)
            cells[index] = join(cells[index], run.text) if cells[index] else run.text
    return tuple(cells)
