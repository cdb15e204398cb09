"""Pages set in columns: parts of the page that are read one after another and not line by line across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from yunguan.audit.readers.pdf.glyphs import Run

_FEWEST: Final = 5
_FILLED: Final = 0.6
_GUTTER: Final = 1.0
_SHORTEST: Final = 8.0
_DEEPEST: Final = 2


def parted(runs: list[Run], depth: int = 0) -> Iterator[list[Run]]:
    """The runs of each column; what runs across the gutter parts the columns above it from those below."""
    gutter = _gutter(runs) if depth < _DEEPEST and len(runs) >= 2 * _FEWEST else None
    if gutter is None:
        yield runs
        return
    left: list[Run] = []
    right: list[Run] = []
    across: list[Run] = []
    for run in sorted(runs, key=lambda each: each.middle):
        crosses = run.left < gutter < run.right
        if crosses and (left or right):
            yield from (*_part(across), *_part(left, depth + 1), *_part(right, depth + 1))
            left, right, across = [], [], []
        (across if crosses else left if run.right <= gutter else right).append(run)
    yield from (*_part(across), *_part(left, depth + 1), *_part(right, depth + 1))


def _part(runs: list[Run], depth: int = _DEEPEST) -> Iterator[list[Run]]:
    if runs:
        yield from parted(runs, depth)


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a blank strip stands between two columns of running text, None where there are none."""
    start, end = min(run.left for run in runs), max(run.right for run in runs)
    size = median(run.size for run in runs)
    long = [run for run in runs if run.right - run.left >= _SHORTEST * size]
    rights = sorted({round(run.right) for run in long if run.right < end - _SHORTEST * size})
    for right in reversed(rights):
        at = right + _GUTTER * size / 2
        if start + _SHORTEST * size < at and _is_gutter(long, len(runs), at, size):
            return at
    return None


def _is_gutter(long: Sequence[Run], every: int, at: float, size: float) -> bool:
    """True where long lines that fill their column stand on both sides and hardly any runs across."""
    left = [run for run in long if run.right <= at]
    right = [run for run in long if run.left >= at]
    crossing = sum(run.left < at < run.right for run in long)
    if min(len(left), len(right)) < _FEWEST or crossing * 4 > len(long) or len(left) + len(right) < _FILLED * every:
        return False
    begins = min(run.left for run in right)
    ends = max(run.right for run in left)
    if begins - ends < _GUTTER * size * 0.8:
        return False
    return _fills(left) and _fills(right)


def _fills(runs: Sequence[Run]) -> bool:
    """True where most lines end at about one edge, as running text does and cells do not."""
    widest = max(run.right - run.left for run in runs)
    return sum(run.right - run.left >= 0.8 * widest for run in runs) >= _FILLED * len(runs)
