"""Where a table without upright lines begins and ends: lines of several short pieces and what goes between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from yunguan.audit.joining import TABLE_LINE
from yunguan.audit.readers.pdf.cells import TOTAL, VALUE
from yunguan.audit.readers.pdf.columns import WRAPPED, centre, half_a_row
from yunguan.audit.readers.pdf.lines import TextLine

FEWEST_COLUMNS: Final = 2
MOST_LOOSE: Final = 10
_LONGEST_PIECE: Final = 22
_FARTHEST: Final = 4.0
_FARTHEST_ROW: Final = 9.0
_FAR: Final = 1.5
_AS_FAR: Final = 0.95
_FEWEST_STEPS: Final = 2
_OTHER_SIZE: Final = 0.2
_PROSE = re.compile(r"[。；！？]")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(?:亿|万|千|百)?元")
_NOTE = re.compile(r"[（(]?(?:注|说明|备注)\s*[\d一二三四]?\s*[:：]")


def is_piece(line: TextLine) -> bool:
    """True for a line that may belong to a table."""
    return is_row(line) or is_single(line)


def has_words(line: TextLine) -> bool:
    """False for a line whose characters stand apart, as in a title."""
    return any(len(run.text) > 1 for run in line.runs)


def start_of(lines: Sequence[TextLine], at: int, least: int) -> int:
    """The first line of a table whose first full row is this one: heads of several lines begin a little above."""
    while at > least and is_single(lines[at - 1]) and _head_above(lines[at - 1], lines[at]):
        at -= 1
    return at


def _head_above(above: TextLine, line: TextLine) -> bool:
    if half_a_row(above, line):
        return True
    near = line.middle - above.middle < WRAPPED * line.size and not above.other_size(line, _OTHER_SIZE)
    return near and len(line.runs) > 1 and any(abs(centre(run) - centre(above.runs[0])) < run.size for run in line.runs)


def is_single(line: TextLine) -> bool:
    """True for a line that may be the rest of a cell or a row with one cell."""
    if _UNIT.search(line.text) or TABLE_LINE.match(line.text) or _NOTE.match(line.text):
        return False
    return len(line.runs) == 1 and len(line.text) <= _LONGEST_PIECE and not _PROSE.search(line.text)


def is_row(line: TextLine) -> bool:
    """True for a line of several short pieces, as a row is; a line that names the unit is none."""
    texts = [run.text for run in line.runs]
    if len(texts) < 2 or any(mark.search(line.text) for mark in (_PROSE, _UNIT, TABLE_LINE)):  # noqa: PLR2004 - several
        return False
    return all(len(text) <= _LONGEST_PIECE for text in texts)


def end_of(lines: Sequence[TextLine], start: int, cut: int = 0) -> int:
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
        if is_row(line):
            end, loose = at + 1, 0
        elif is_single(line) and loose < MOST_LOOSE:
            loose += 1
            end = at + 1 if end == at and (half_a_row(before, line) or TOTAL.fullmatch(line.text)) else end
        else:
            break
    return end


def _is_far(lines: Sequence[TextLine], start: int, at: int, widest: float) -> bool:
    """True for a line farther below the others than one of the same table is; `widest` is the widest step so far."""
    line, before = lines[at], lines[at - 1]
    step = line.middle - before.middle
    loose = not is_row(line) and at > start + _FEWEST_STEPS and step > _FAR * widest
    return (loose or step > _FARTHEST * max(line.size, before.size)) and not _in_columns(lines, start, at)


def _in_columns(lines: Sequence[TextLine], start: int, at: int) -> bool:
    """True where a row with figures in the columns of others begins far below these, as one that a page cuts does."""
    row = next((line for line in lines[at : at + MOST_LOOSE] if is_row(line)), None)
    if row is None or row.middle - lines[at - 1].middle > _FARTHEST_ROW * row.size or len(row.runs) <= FEWEST_COLUMNS:
        return False
    if not any(VALUE.fullmatch(run.text) for run in row.runs) or row.middle - lines[at].middle > WRAPPED * row.size:
        return False
    above = [run for line in lines[start:at] for run in line.runs]
    return all(any(run.left < each.right and each.left < run.right for each in above) for run in row.runs)


def _is_title(above: Sequence[TextLine], line: TextLine, below: TextLine) -> bool:
    """True for a line in the middle over the heads of another table, below the figures of this one."""
    if len(line.runs) > 1 or not is_row(below) or len(below.runs) <= FEWEST_COLUMNS:
        return False
    if below.middle - line.middle < line.middle - above[-1].middle - line.size:
        return False
    middle = (min(each.left for each in above) + max(each.right for each in above)) / 2
    figures = (VALUE.fullmatch(run.text) for each in above for run in each.runs)
    heads = not any(VALUE.fullmatch(run.text) for run in below.runs)
    return heads and abs(centre(line.runs[0]) - middle) < 2 * line.size and any(figures)
