"""Tables that were typed with tabs or blanks: their cells stand in no columns, and only their order tells these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from yunguan.audit.readers.pdf.cells import VALUE, Rows, Span
from yunguan.audit.readers.pdf.glyphs import LATIN, Glyph, Run, parted
from yunguan.audit.readers.pdf.lines import TextLine

# Default tab stops in points: half an inch and 0.74 cm in Word, 1.25 cm in LibreOffice
_STOPS: Final = (36.0, 21.0, 35.45, 35.4)
_NEAR: Final = 0.7
_GAP: Final = 0.4
_AUTOMATIC: Final = 0.3
_FEWEST_LINES: Final = 3
_FEWEST_PLACES: Final = 2


def tabbed(lines: Sequence[TextLine], at: int) -> tuple[int, float]:
    """One past the last line of such a table that begins here, and its tab stop; `at` and 0 where none does.

    The columns of any table may stand at tab stops; in a typed one cells stand where none of the lines has a column, or
    so close together that no column could part them.
    """
    left = lines[at].left
    for stop in _STOPS:
        if len(lines[at].runs) < _FEWEST_PLACES or not _on_stops(lines[at], left, stop):
            continue
        end = next((i for i in range(at + 1, len(lines)) if not _is_row(lines[i], left, stop)), len(lines))
        held = lines[at:end]
        if len(held) < _FEWEST_LINES:
            continue
        places = {round((run.left - left) / stop) for line in held for run in line.runs[1:]}
        headed = not any(VALUE.fullmatch(run.text) for run in held[0].runs)
        ragged = headed and len(places) >= max(len(line.runs) for line in held) and _same_count(held, stop)
        if ragged or any(len(pieces_of(line, stop)) > len(line.runs) for line in held):
            return end, stop
    return at, 0.0


def _same_count(lines: Sequence[TextLine], stop: float) -> bool:
    return len({len(pieces_of(line, stop)) for line in lines}) == 1


def pieces_of(line: TextLine, stop: float) -> list[Run]:
    """The cells of a line, also where a tab left so little room between two that they are one run."""
    return [piece for run in line.runs for piece in (_pieces(run, line.left, stop) if stop else [run])]


def _is_row(line: TextLine, left: float, stop: float) -> bool:
    """True for a line of several cells."""
    return _on_stops(line, left, stop) and (len(line.runs) > 1 or len(list(_pieces(line.runs[0], left, stop))) > 1)


def _on_stops(line: TextLine, left: float, stop: float) -> bool:
    return abs(line.left - left) <= _NEAR and all(_on_stop(run.left - left, stop) for run in line.runs)


def _on_stop(offset: float, stop: float) -> bool:
    return abs(offset - round(offset / stop) * stop) <= _NEAR


def blanked(lines: Sequence[TextLine], at: int) -> int:
    """One past the last line of a table that begins here, its heads and as many figures a line typed apart with blanks.

    `at` where none does.
    """
    heads = lines[at].runs
    if not _apart(lines[at]) or any(VALUE.fullmatch(run.text) for run in heads):
        return at
    end = at + 1
    while end < len(lines) and _apart(lines[end]) and len(lines[end].runs) == len(heads) and _valued(lines[end]):
        end += 1
    return end if end - at >= _FEWEST_LINES else at


def _apart(line: TextLine) -> bool:
    return len(line.runs) > _FEWEST_PLACES and all(run.glyphs[0].text[0] == " " for run in line.runs[1:])


def _valued(line: TextLine) -> bool:
    return all(VALUE.fullmatch(run.text) for run in line.runs[1:])


def by_order(lines: Sequence[TextLine], stop: float = 0.0) -> tuple[Rows, tuple[Span, ...]] | None:
    """The rows and where their columns stand; None where a row has a cell more or less than the others."""
    rows = [pieces_of(line, stop) for line in lines]
    if len({*map(len, rows)}) > 1:
        return None
    spans = tuple(
        (min(piece.left for piece in column), max(piece.right for piece in column))
        for column in zip(*rows, strict=True)
    )
    return tuple(tuple(piece.text for piece in row) for row in rows), spans


def _pieces(run: Run, left: float, stop: float) -> Iterator[Run]:
    """The cells in a run: a tab may leave so little room that they stand close together."""

    def apart(before: Glyph, glyph: Glyph) -> bool:
        return glyph.left - before.right > _GAP and _on_stop(glyph.left - left, stop) and not _spaced(before, glyph)

    return parted(run, apart)


def _spaced(before: Glyph, glyph: Glyph) -> bool:
    """True where the gap is the one that is set between a Chinese character and a figure."""
    mixed = (before.text[-1] > LATIN) != (glyph.text[-1] > LATIN)
    return mixed and glyph.left - before.right < _AUTOMATIC * max(before.high, glyph.high)
