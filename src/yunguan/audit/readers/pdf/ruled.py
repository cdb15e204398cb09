"""Tables drawn with ruled lines: the lines that cross make a lattice, a missing stroke merges two cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from yunguan.audit.readers.pdf.rulings import Drawn, Stroke

_NEAR: Final = 3.0
_COVERED: Final = 0.7
MOST_LINES: Final = 3_000


@dataclass(frozen=True)
class Lattice:
    """A ruled table before its text: where its columns and rows begin and end, and each cell's first place."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    first: dict[tuple[int, int], tuple[int, int]]

    @property
    def left(self) -> float:
        return self.columns[0]

    @property
    def right(self) -> float:
        return self.columns[-1]

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The place whose text stands at this point, merged cells counted as their first one."""
        column = min(max(bisect_right(self.columns, x) - 1, 0), len(self.columns) - 2)
        row = min(max(bisect_right(self.rows, y) - 1, 0), len(self.rows) - 2)
        return self.first[row, column]


def lattices(drawn: Drawn) -> Iterator[Lattice]:
    """The ruled tables of a page; a frame without inner lines is none."""
    if len(drawn.level) + len(drawn.upright) > MOST_LINES:
        return
    for level, upright in _connected(drawn.level, drawn.upright):
        lattice = _lattice(level, upright)
        if lattice and len(set(lattice.first.values())) > 1 and len(lattice.columns) > 2:  # noqa: PLR2004 - one column
            yield lattice


def _connected(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that hang together by crossing."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, across in enumerate(level):
        for j, down in enumerate(upright, start=len(level)):
            if (
                across.start - _NEAR <= down.at <= across.end + _NEAR
                and down.start - _NEAR <= across.at <= down.end + _NEAR
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, stroke in enumerate((*level, *upright)):
        groups.setdefault(root(i), ([], []))[0 if i < len(level) else 1].append(stroke)
    yield from (group for group in groups.values() if all(group))


def _lattice(level: list[Stroke], upright: list[Stroke]) -> Lattice | None:
    """The lattice of lines that hang together; sides that were left open are closed where the lines end."""
    left, right = min(stroke.start for stroke in level), max(stroke.end for stroke in level)
    top, bottom = min(stroke.start for stroke in upright), max(stroke.end for stroke in upright)
    columns = _places([*(stroke.at for stroke in upright), left, right])
    rows = _places([*(stroke.at for stroke in level), top, bottom])
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - a lattice has two sides
        return None
    return Lattice(columns, rows, _merged(columns, rows, level, upright))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Positions in order, those that lie together as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return tuple(found)


def _merged(
    columns: tuple[float, ...], rows: tuple[float, ...], level: list[Stroke], upright: list[Stroke]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the lattice the first place of the cell that it belongs to."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    above = [_along(level, y) for y in rows]
    beside = [_along(upright, x) for x in columns]
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            place = (row, column)
            first[place] = place
            if column and not _drawn(beside[column], rows[row], rows[row + 1]):
                first[place] = first[row, column - 1]
            elif row and not _drawn(above[row], columns[column], columns[column + 1]):
                first[place] = first[row - 1, column]
    return first


def _along(strokes: list[Stroke], at: float) -> list[Stroke]:
    return [stroke for stroke in strokes if abs(stroke.at - at) <= _NEAR]


def _drawn(strokes: list[Stroke], start: float, end: float) -> bool:
    """True where a stroke runs along most of the way between these two points."""
    covered = sum(max(0.0, min(stroke.end, end) - max(stroke.start, start)) for stroke in strokes)
    return covered >= _COVERED * (end - start)
