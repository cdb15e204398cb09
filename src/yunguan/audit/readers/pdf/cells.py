"""The cells of one row without ruled lines; a head that spans several columns stands at the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from yunguan.audit.joining import join
from yunguan.audit.outline import starts_afresh
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.lines import TextLine

VALUE: Final = re.compile(r"[-+−]?[\d.,，]+\s*[%％]?|--?|—+|/|\d+(?:\.\d+)?[^\d\s]{1,3}")
GROUPED: Final = re.compile(r"[-+−]?\d{1,3}(?:[,，]\d{3})+(?:\.\d*)?")
BROKEN: Final = (",", "，", ".")
BOUND: Final = re.compile(r"[，,。、）)%％]")
TOTAL: Final = re.compile(r"[合总小]\s*计")
_REST: Final = 2
_FULL: Final = 0.88
_MOSTLY: Final = 0.6
_ONE_MORE: Final = 1.2

Rows = tuple[tuple[str, ...], ...]
Span = tuple[float, float]
_SHARED: Final = 0.3
_SLACK: Final = 2.0


def column_of(run: Run, columns: tuple[Span, ...]) -> int:
    """The column of a piece: the first one that it covers to a good part, the one before the gap that it stands in."""
    for index, (left, right) in enumerate(columns):
        shared = min(right, run.right) - max(left, run.left)
        if shared > 0 and shared >= _SHARED * min(right - left, run.right - run.left):
            return index
        if index and columns[index - 1][1] <= run.left and run.right <= left:
            return index - 1
    middle = (run.left + run.right) / 2
    return min(range(len(columns)), key=lambda index: abs(sum(columns[index]) / 2 - middle))


def rows_of(lines: Sequence[TextLine], columns: tuple[Span, ...]) -> Rows:
    """The cells of these lines, which are one row; heads of two storeys are two."""
    runs = [run for line in sorted(lines, key=lambda each: each.middle) for run in line.runs]
    if any(VALUE.fullmatch(run.text) for run in runs):
        return (row_of(((column_of(run, columns), run) for run in runs), len(columns)),)
    spans = [(_span(run, runs, columns), run) for run in runs]
    wide = [(span, run) for span, run in spans if span[1] > span[0]]
    under = [id(run) for span, run in spans if any(_under(span, run, *head) for head in wide)]
    upper = [(span[0], run) for span, run in spans if id(run) not in under]
    lower = [(span[0], run) for span, run in spans if id(run) in under]
    return tuple(row_of(part, len(columns)) for part in (upper, lower) if part)


def _under(span: tuple[int, int], run: Run, head: tuple[int, int], above: Run) -> bool:
    return run is not above and head[0] <= span[0] and span[1] <= head[1] and run.middle > above.middle + above.size / 2


def _span(run: Run, runs: Sequence[Run], columns: tuple[Span, ...]) -> tuple[int, int]:
    """The first and last column over whose middle a head stands, up to the heads beside it."""
    own = column_of(run, columns)
    left, right = columns[own]
    if left - _SLACK <= run.left and run.right <= right + _SLACK:
        return own, own
    beside = [column_of(each, columns) for each in runs if each is not run and abs(each.middle - run.middle) < run.size]
    first = max((at + 1 for at in beside if at < own), default=0)
    last = min((at - 1 for at in beside if at > own), default=len(columns) - 1)
    middle = (run.left + run.right) / 2
    every = [(i, j) for i in range(first, own + 1) for j in range(own, last + 1)]
    holding = [(i, j) for i, j in every if columns[i][0] - _SLACK <= run.left and run.right <= columns[j][1] + _SLACK]
    return min(
        holding or every, key=lambda span: (round(abs(_middle(columns, *span) - middle) / run.size), span[1] - span[0])
    )


def _middle(columns: tuple[Span, ...], first: int, last: int) -> float:
    return (sum(columns[first]) + sum(columns[last])) / 4


def row_of(cells: Iterable[tuple[int, Run]], width: int) -> tuple[str, ...]:
    """The texts of a row, what stands in one column together."""
    texts = [""] * width
    for index, run in cells:
        texts[index] = join(texts[index], run.text) if texts[index] else run.text
    return tuple(texts)


def may_wrap(run: Run | None, rest: Run, column: Span) -> bool:
    """True where the run fills its column, so that this may be its rest."""
    if run is None or starts_afresh(rest.text) or VALUE.fullmatch(rest.text):
        return False
    own, whole = run.right - run.left, column[1] - column[0]
    return own >= _FULL * whole or (own >= _MOSTLY * whole and whole - own <= _ONE_MORE * run.size)


def torn(row: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """True where these cells can only be the rest of the row before, as when a page cut it."""
    told = [index for index, text in enumerate(rest) if text]
    if rest[0] or not told or any(not row[index] or of_its_own(rest[index]) for index in told):
        return False
    if not row[0]:  # a cell of the rows above goes on here: only few words below figures are surely a rest
        figures = [any(map(VALUE.fullmatch, each)) for each in (row, rest)]
        return figures == [True, False] and len(told) * 2 < len(row)
    valued = {bool(VALUE.fullmatch(rest[index])) for index in told}
    return len(valued) == 1 or all(BOUND.match(rest[index]) for index in told)


def mended(row: tuple[str, ...], rest: tuple[str, ...]) -> tuple[str, ...]:
    """A row with its rest."""
    return tuple(join(one, other) if one and other else one or other for one, other in zip(row, rest, strict=True))


def doubtful(rows: Rows) -> bool:
    """True where a number is broken or a row below numbers looks like the rest of cells, unsure of which."""
    if any(text.endswith(BROKEN) and VALUE.fullmatch(text) for row in rows for text in row):
        return True
    valued = False
    for before, row in pairwise(rows):
        valued = valued or any(map(VALUE.fullmatch, before))
        if not valued and any(
            above and (len(text) == 1 or text[:1] in "（(") for above, text in zip(before, row, strict=True)
        ):
            return True
        told = [(above, text) for above, text in zip(before, row, strict=True) if text]
        if not valued or any(VALUE.fullmatch(text) or starts_afresh(text) for _, text in told):
            continue
        rests = all(above and not VALUE.fullmatch(above) for above, _ in told)
        if any(map(VALUE.fullmatch, before)) and rests and (len(told) > 1 or len(told[0][1]) <= _REST):
            return not any(of_its_own(text) for _, text in told)
    return False


def of_its_own(text: str) -> bool:
    """True for words that begin a row of their own, so that they are the rest of nothing."""
    return starts_afresh(text) or bool(TOTAL.search(text))
