"""Where the rows of a table without ruled lines stand: beside whole figures, or in the middle of broken ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from yunguan.audit.readers.pdf.cells import BROKEN, TOTAL, VALUE
from yunguan.audit.readers.pdf.glyphs import Run
from yunguan.audit.readers.pdf.hanging import is_broken
from yunguan.audit.readers.pdf.stacks import ON_LINE, Frame

_BROKEN_STEP: Final = 2.0


def spine_of(frame: Frame) -> list[float]:
    """Where the rows with figures stand, by the columns that hold nothing else below their heads."""
    found: list[tuple[int, list[Run]]] = []
    for column, stack in enumerate(frame.stacks):
        first = next((index for index, run in enumerate(stack) if VALUE.fullmatch(run.text)), len(stack))
        if all(_is_place(run.text) for run in stack[first:]):
            found.append((column, stack[first:]))
    bases = sorted(run.base for _, stack in found for run in stack)
    words = sorted(run.base for stack in frame.stacks for run in stack if not VALUE.fullmatch(run.text))
    runs = [
        run for each in found if not (_has_broken(each[1], bases) or _around(*each, frame, words)) for run in each[1]
    ]
    places: list[float] = []
    for run in sorted(runs, key=attrgetter("base")):
        if not places or run.base - places[-1] > ON_LINE * run.size:
            places.append(run.base)
    return places


def _is_place(text: str) -> bool:
    """True for a whole figure; the name of a total that spans columns with numbers is as good."""
    return bool(VALUE.fullmatch(text) and not text.endswith(BROKEN)) or bool(TOTAL.fullmatch(text))


def _has_broken(stack: Sequence[Run], bases: Sequence[float]) -> bool:
    """True for a column too narrow for its figures: two lines of it stand about the one line of a figure beside it."""
    for above, below in pairwise(stack):
        near = below.base - above.base < _BROKEN_STEP * above.size
        if near and _stands((above.base + below.base) / 2, bases, ON_LINE * above.size):
            return True
    return False


def _around(column: int, stack: Sequence[Run], frame: Frame, words: Sequence[float]) -> bool:
    """True for a column with a figure in two lines about the one line that names its row, and no words beside these."""
    for above, below in pairwise(stack):
        if is_broken(column, above, below, frame):
            middle, near = (above.base + below.base) / 2, ON_LINE * above.size
            beside = _stands(above.base, words, near) or _stands(below.base, words, near)
            if _stands(middle, words, near) and not beside:
                return True
    return False


def _stands(at: float, bases: Sequence[float], near: float) -> bool:
    """True where one of these stands here."""
    index = bisect_left(bases, at - near)
    return index < len(bases) and bases[index] <= at + near


def named_beside(frame: Frame, spine: Sequence[float]) -> Iterator[float]:
    """Where rows stand all of whose figures are broken.

    What names such a row stands in the middle of them on one line, or is broken as they are.
    """
    places = [*spine]
    for column, stack in enumerate(frame.stacks):
        broken = [pair for pair in pairwise(stack) if is_broken(column, *pair, frame)]
        beside = sorted(run.base for at, other in enumerate(frame.stacks) if broken and at != column for run in other)
        for above, below in broken:
            middle, near = (above.base + below.base) / 2, ON_LINE * above.size
            if any(abs(place - middle) <= frame.step + near for place in places):
                continue
            both = _stands(above.base, beside, near) and _stands(below.base, beside, near)
            if both or _stands(middle, beside, near):
                places.append(middle)
                yield middle
