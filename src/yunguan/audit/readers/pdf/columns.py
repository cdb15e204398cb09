"""The columns of a table without ruled lines: what stands side by side in several of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from yunguan.audit.readers.pdf.cells import VALUE, Span, column_of
from yunguan.audit.readers.pdf.glyphs import Glyph, Run, parted
from yunguan.audit.readers.pdf.lines import TextLine

WRAPPED: Final = 2.1
_SURELY: Final = 0.8
_HALF: Final = 1.3
_GAP: Final = 0.15


def columns_of(lines: Sequence[TextLine]) -> tuple[Span, ...]:
    """Where the columns stand.

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
    return tuple(span for at, span in enumerate(spans) if not _bridges(at, spans, lines))


def _between(span: Span, lines: Sequence[TextLine]) -> bool:
    """True where all that stands here is a head in the middle over two heads of the line below it."""
    at = next(i for i, line in enumerate(lines) if any(run.left == span[0] for run in line.runs))
    near = [
        run
        for line in lines[at + 1 : at + 3]
        if line.middle - lines[at].middle < WRAPPED * line.size
        for run in line.runs
    ]
    left = max((run for run in near if run.right <= span[0] + 1), key=lambda run: run.right, default=None)
    right = min((run for run in near if run.left >= span[1] - 1), key=lambda run: run.left, default=None)
    if left is None or right is None or any(run.left < span[1] and span[0] < run.right for run in near):
        return False
    return abs(left.left + right.right - sum(span)) < 2 * left.size and not VALUE.fullmatch(left.text)


def _bridges(at: int, spans: tuple[Span, ...], lines: Sequence[TextLine]) -> bool:
    """True where only words stand here, in the middle over both columns beside it, which are blank then."""
    if not 0 < at < len(spans) - 1:
        return False
    runs = [run for line in lines for run in line.runs]
    own = [run for run in runs if spans[at][0] <= run.left and run.right <= spans[at][1]]
    middle = (sum(spans[at - 1]) + sum(spans[at + 1])) / 4
    if any(VALUE.fullmatch(run.text) or abs(centre(run) - middle) > run.size for run in own):
        return False
    beside = [
        run.base
        for run in runs
        if any(run.left < spans[each][1] and spans[each][0] < run.right for each in (at - 1, at + 1))
    ]
    return not any(abs(run.base - base) < run.size for run in own for base in beside)


def _by_row(lines: Sequence[TextLine]) -> Iterator[tuple[Run, int]]:
    """The pieces of the lines with the number of the row that each may belong to."""
    row = 0
    for index, line in enumerate(lines):
        row += not (index and half_a_row(lines[index - 1], line))
        yield from ((run, row) for run in line.runs)


def agree(lines: Sequence[TextLine], spans: tuple[Span, ...]) -> bool:
    """True where hardly a row has two pieces in one column."""
    alone = sum(len({column_of(run, spans) for run in line.runs}) == len(line.runs) for line in lines)
    return alone >= _SURELY * len(lines)


def parted_at(line: TextLine, columns: tuple[Span, ...]) -> TextLine:
    """The line, cells that stand so close together that they are one piece parted where one column ends."""
    wide = [run for run in line.runs if sum(run.left < right and left < run.right for left, right in columns) > 1]
    if not wide:
        return line
    return TextLine(tuple(piece for run in line.runs for piece in (_parts(run, columns) if run in wide else [run])))


def _parts(run: Run, columns: tuple[Span, ...]) -> Iterator[Run]:
    def apart(before: Glyph, glyph: Glyph) -> bool:
        gap = glyph.left - before.right > _GAP * run.size
        return gap and column_of(Run([before]), columns) != column_of(Run([glyph]), columns)

    return parted(run, apart)


def half_a_row(above: TextLine, below: TextLine) -> bool:
    """True where two lines stand nearer to each other than two rows can: cells of one row, set in its middle."""
    return below.middle - above.middle < _HALF * max(above.size, below.size)


def centre(run: Run) -> float:
    """The middle of a piece, across."""
    return (run.left + run.right) / 2
