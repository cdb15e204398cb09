"""What stands in one column of a table without ruled lines, cut into cells by the rows that it must fit."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from yunguan.audit.readers.pdf.cells import VALUE, Span, may_wrap, of_its_own
from yunguan.audit.readers.pdf.glyphs import Run

ON_LINE: Final = 0.2
_MOST_LINES: Final = 8
_MOST_ROWS: Final = 60
_MOST_WAYS: Final = 12
_EVEN: Final = 0.05
_NARROWEST: Final = 0.9
_OVER: Final = 10.0
_HEAD: Final = 1.5
_BLANK: Final = 1.0
_OFF: Final = 0.5


@dataclass(frozen=True)
class Cell:
    """The lines of one cell."""

    column: int
    runs: tuple[Run, ...]

    @cached_property
    def top(self) -> float:
        return self.runs[0].base

    @cached_property
    def bottom(self) -> float:
        return self.runs[-1].base

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def step(self) -> float:
        """How far apart its lines stand, 0 where it has one."""
        return (self.bottom - self.top) / max(len(self.runs) - 1, 1)


@dataclass
class Row:
    """The cells of one row; those that go on in the rows below are `tall`, `rest` is what stands on the next page."""

    cells: list[Cell]
    tall: list[Cell] = field(default_factory=list)
    rest: list[Cell] = field(default_factory=list)

    @property
    def band(self) -> tuple[float, float]:
        """What its first and last lines stand on."""
        return min(cell.top for cell in self.cells), max(cell.bottom for cell in self.cells)


@dataclass(frozen=True)
class Frame:
    """What the rows must fit: what stands in each column, the size of type, where a new page begins.

    `step` is how far apart the lines of one cell stand.
    """

    stacks: list[list[Run]]
    columns: tuple[Span, ...]
    size: float
    edge: float
    step: float


Anchor = Callable[[Cell], float]
Placed = list[tuple[int, Cell]]
State = tuple[float, Placed, list[Run]]


def step_of(stacks: Iterable[Sequence[Run]]) -> float:
    """How far apart the lines of one cell stand: as the nearest lines below each other do."""
    steps = (
        after.base - before.base
        for stack in stacks
        for before, after in pairwise(stack)
        if after.base - before.base > _NARROWEST * before.size
    )
    return min(steps, default=0.0)


def matched(
    column: int, stack: Sequence[Run], places: Sequence[float], step: float, anchor: Anchor
) -> tuple[Placed, list[Run]]:
    """The cells whose anchor stands at one of these places, each place used once, and the runs that are left over."""
    return _one_by_one(column, stack, places) or _fitted(column, stack, places, step, anchor)


def _one_by_one(column: int, stack: Sequence[Run], places: Sequence[float]) -> tuple[Placed, list[Run]] | None:
    """The usual case: each line from the first place down is a cell."""
    first = next((at for at, run in enumerate(stack) if run.base >= places[0] - ON_LINE * run.size), len(stack))
    placed: Placed = []
    last = -1
    for run in stack[first:]:
        place = _place(run.base, places, ON_LINE * run.size)
        if place <= last:
            return None
        placed.append((place, Cell(column, (run,))))
        last = place
    return placed, list(stack[:first])


def _fitted(
    column: int, stack: Sequence[Run], places: Sequence[float], step: float, anchor: Anchor
) -> tuple[Placed, list[Run]]:
    """The cells that leave the fewest lines over, and of these the smallest."""
    best: list[dict[int, State]] = [{} for _ in range(len(stack) + 1)]
    best[0][-1] = (0, [], [])
    for at, run in enumerate(stack):
        for last, (cost, placed, over) in _cheapest(best[at]):
            _offer(
                best[at + 1], last, (cost + _OVER * (run.base > places[0] - ON_LINE * run.size), placed, [*over, run])
            )
            for cell in _cells(column, stack, at, step):
                place = _place(anchor(cell), places, ON_LINE * run.size)
                if place > last:
                    more = (cost + len(cell.runs) - 1, [*placed, (place, cell)], over)
                    _offer(best[at + len(cell.runs)], place, more)
    _, placed, over = min(best[-1].values(), key=lambda each: each[0])
    return placed, over


def one_row(stacks: Sequence[Sequence[Run]], step: float) -> list[Cell] | None:
    """The cells, one a column, where they all stand in the middle of one row; None where they do not."""
    cells = [whole for column, stack in enumerate(stacks) if stack for whole in _whole(column, stack, step)]
    if len(cells) < sum(map(bool, stacks)):
        return None
    middles = [cell.middle for cell in cells]
    return cells if max(middles) - min(middles) <= ON_LINE * cells[0].runs[0].size else None


def _whole(column: int, stack: Sequence[Run], step: float) -> Iterator[Cell]:
    """All that stands in a column as one cell, where it can be one."""
    return (cell for cell in _cells(column, stack, 0, step) if len(cell.runs) == len(stack))


def merged(
    column: int, stack: Sequence[Run], bands: Sequence[tuple[float, float]], step: float, edge: float = math.inf
) -> Placed | None:
    """The cells as those of several rows each, in whose middle they stand; None where that does not hold for all.

    A row that the end of a page cut at `edge` may be higher than what stands in it.
    """
    best: list[dict[int, State]] = [{} for _ in range(len(bands) + 1)]
    best[0][0] = (0, [], [])
    for row, (top, _) in enumerate(bands):
        for at, (cost, placed, _) in _cheapest(best[row]):
            _offer(best[row + 1], at, (cost + _BLANK, placed, []))
            for cell in _cells(column, stack, at, step):
                for end in range(row, min(row + _MOST_ROWS, len(bands))):
                    off = abs(cell.middle - (top + bands[end][1]) / 2) > ON_LINE * cell.runs[0].size
                    torn = bands[end][1] < edge <= (bands[end + 1][0] if end + 1 < len(bands) else math.inf)
                    if not off or (torn and top <= cell.middle < edge < math.inf):
                        more: State = (cost + len(cell.runs) - 1 + _OFF * off, [*placed, (row, cell)], [])
                        _offer(best[end + 1], at + len(cell.runs), more)
    found = best[-1].get(len(stack))
    return found[1] if found else None


def _cheapest(states: dict[int, State]) -> list[tuple[int, State]]:
    """The ways to come here that may be the best in the end."""
    return sorted(states.items(), key=lambda each: each[1][0])[:_MOST_WAYS]


def _offer(states: dict[int, State], key: int, state: State) -> None:
    """Keep the cheaper way to come here."""
    if key not in states or state[0] < states[key][0]:
        states[key] = state


def _cells(column: int, stack: Sequence[Run], at: int, step: float) -> Iterator[Cell]:
    """The cells that may begin here, their lines as far apart as lines of one cell are."""
    for end in range(at + 1, min(at + _MOST_LINES, len(stack)) + 1):
        if end > at + 1 and abs(stack[end - 1].base - stack[end - 2].base - step) > _EVEN * stack[at].size:
            return
        yield Cell(column, tuple(stack[at:end]))


def _place(base: float, places: Sequence[float], near: float) -> int:
    """The place that stands here, -1 where none does."""
    at = bisect_left(places, base - near)
    return at if at < len(places) and places[at] <= base + near else -1


def has_figures(row: Row) -> bool:
    """True for a row with a figure."""
    return any(VALUE.fullmatch(run.text) for cell in row.cells for run in cell.runs)


def may_go_on(frame: Frame, column: int, above: Run, run: Run) -> bool:
    """True where this line may be the rest of the one above it, by its words and by how that fills its column."""
    return may_wrap(above, run, frame.columns[column]) and not of_its_own(run.text)
