"""Tables without upright lines: neighbouring lines whose pieces stand in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yunguan.audit.joining import join
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.lines import TextLine

_FEWEST_ROWS: Final = 2
_FEWEST_OF_TWO: Final = 3
_LONGEST_PIECE: Final = 22
_FARTHEST: Final = 3.2
_SURELY: Final = 0.8
_PROSE = re.compile(r"[。；！？]")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(?:亿|万|千|百)?元")
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
        end = _end(lines, at) if _parted(lines[at]) else at
        table = _table(lines, at, end) if end > at else None
        if table:
            found.append(table)
            at = table.end
        else:
            at += 1
    return found


def _parted(line: TextLine) -> bool:
    """True for a line of several short pieces, as a row is; a line that names the unit is none."""
    texts = [run.text for run in line.runs]
    if len(texts) < 2 or _PROSE.search(line.text) or _UNIT.search(line.text):  # noqa: PLR2004 - pieces are several
        return False
    return all(len(text) <= _LONGEST_PIECE for text in texts) and any(len(text) > 1 for text in texts)


def _end(lines: Sequence[TextLine], start: int) -> int:
    """One past the last line that can belong to a table that begins here."""
    end, at = start + 1, start + 1
    loose = 0
    while at < len(lines):
        line, before = lines[at], lines[at - 1]
        if line.middle - before.middle > _FARTHEST * max(line.bottom - line.top, before.bottom - before.top):
            break
        if _parted(line):
            end, loose = at + 1, 0
        elif len(line.runs) == 1 and len(line.text) <= _LONGEST_PIECE and not _PROSE.search(line.text) and loose < 2:  # noqa: PLR2004
            loose += 1
        else:
            break
        at += 1
    return end


def _table(lines: Sequence[TextLine], start: int, end: int) -> Columned | None:
    columns = _columns([line for line in lines[start:end] if _parted(line)])
    if columns is None:
        return None
    rows = _rows(lines[start:end], columns)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    valued = sum(bool(_VALUE.fullmatch(text)) for row in full for text in row[1:] if text)
    needed = _FEWEST_ROWS if len(columns) > 2 else _FEWEST_OF_TWO  # noqa: PLR2004 - two columns prove less
    if len(full) < needed or valued < len(full) - 1:
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
    """The cells; a line with a single piece near a row is the rest of a cell of that row."""
    groups: list[list[TextLine]] = []
    pitch = _pitch(lines)
    waiting: list[TextLine] = []
    for index, line in enumerate(lines):
        follows = lines[index + 1] if index + 1 < len(lines) else None
        above = line.middle - lines[index - 1].middle if index else pitch * 9
        below = follows.middle - line.middle if follows else pitch * 9
        if len(line.runs) > 1 or min(above, below) >= 0.85 * pitch:
            groups.append([*waiting, line])
            waiting = []
        elif groups and not waiting and above <= below:
            groups[-1].append(line)
        else:
            waiting.append(line)
    if waiting:
        groups.append(waiting)
    return tuple(_cells(group, columns) for group in groups)


def _pitch(lines: Sequence[TextLine]) -> float:
    """How far apart the rows stand."""
    full = [line.middle for line in lines if len(line.runs) > 1]
    steps = [after - before for before, after in pairwise(full)]
    return float(median(steps)) if steps else 0.0


def _cells(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for line in sorted(lines, key=lambda each: each.middle):
        for run in line.runs:
            index = _at(run, columns)
            cells[index] = join(cells[index], run.text) if cells[index] else run.text
    return tuple(cells)
