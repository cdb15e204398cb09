"""Lines of a page: runs that stand side by side, also those a little higher or lower such as a raised figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from yunguan.audit.readers.pdf.glyphs import Run

_WORD_GAP: Final = 0.2
_CORE: Final = 0.25
_SET_IN: Final = 0.3


@dataclass(frozen=True)
class TextLine:
    """One line: `runs` from left to right, each held apart from the next by a gap."""

    runs: tuple[Run, ...]

    @cached_property
    def left(self) -> float:
        return self.runs[0].left

    @cached_property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @cached_property
    def top(self) -> float:
        return min(run.top for run in self.runs)

    @cached_property
    def bottom(self) -> float:
        return max(run.bottom for run in self.runs)

    @cached_property
    def size(self) -> float:
        """The size of most of its type."""
        return max(self.runs, key=lambda run: (_is_chinese(run), len(run.glyphs))).size

    def other_size(self, other: TextLine, share: float) -> bool:
        """True where the type of both is known, by a Chinese character in each, and differs by more than this share."""
        known = all(
            any(glyph.text[-1] > "\u2e80" for run in line.runs for glyph in run.glyphs) for line in (self, other)
        )
        return known and abs(self.size - other.size) > share * other.size

    @cached_property
    def text(self) -> str:
        return _joined(self.runs)

    @cached_property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def _is_chinese(run: Run) -> bool:
    return any(glyph.text[-1] > "\u2e80" for glyph in run.glyphs)


def _joined(runs: Sequence[Run]) -> str:
    """The text of runs on one line, with a blank where the gap between two is wide enough for one."""
    said = runs[0].text
    for before, run in pairwise(runs):
        wide = run.left - before.right > _WORD_GAP * max(before.size, run.size)
        said += f" {run.text}" if wide or run.glyphs[0].text[0] == " " else run.text
    return said


def lines_of(runs: Iterable[Run]) -> Iterator[TextLine]:
    """The lines from the top down."""
    held: list[Run] = []
    band = (0.0, 0.0)
    for run in sorted(runs, key=lambda each: (each.middle, each.left)):
        if held and (_within(run.middle, band) or _within((band[0] + band[1]) / 2, (run.top, run.bottom))):
            band = max(band, (run.top, run.bottom), key=lambda each: each[1] - each[0])
            held.append(run)
            continue
        if held:
            yield _line(held)
        held, band = [run], (run.top, run.bottom)
    if held:
        yield _line(held)


def _within(y: float, band: tuple[float, float]) -> bool:
    margin = _CORE * (band[1] - band[0])
    return band[0] + margin <= y <= band[1] - margin


def _line(runs: list[Run]) -> TextLine:
    """The line of these runs; what a file sets into the gap of a run, as a quotation mark, goes there."""
    found: list[Run] = []
    for run in sorted(runs, key=lambda each: each.left):
        if found and run.left < found[-1].right - _SET_IN * run.size:
            found[-1] = Run(sorted((*found[-1].glyphs, *run.glyphs), key=lambda glyph: glyph.left))
        else:
            found.append(run)
    return TextLine(tuple(found))
