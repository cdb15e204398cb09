"""Where the lines of a text were wrapped, as on a page: by the room that they fill or by their characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_FEWEST: Final = 8
_NEARLY: Final = 0.9
_NARROWEST, _WIDEST = 40, 110


@dataclass(frozen=True)
class Wrap:
    """How lines were wrapped: one whose `measure` is `edge` or more is full; 0 where none was."""

    measure: Callable[[str], int]
    edge: int

    def fills(self, line: str) -> bool:
        """True for a line that was broken because it was full."""
        return bool(self.edge) and self.measure(line) >= self.edge


def wrap_of(lines: Iterable[str]) -> Wrap:
    """How these lines were wrapped, by the measure under which most of them are about as long as each other."""
    told = [line for line in lines if line]
    return max((_by(measure, told) for measure in (_narrow, _printed, _characters)), key=lambda each: each[0])[1]


def _by(measure: Callable[[str], int], lines: list[str]) -> tuple[int, Wrap]:
    """How many lines are about as long as a full one by this measure, and that; none where they are too few."""
    found = sorted(map(measure, lines))
    edge = found[len(found) * 3 // 4] if len(found) >= _FEWEST else 0
    tight = sum(edge * _NEARLY <= each <= edge / _NEARLY for each in found)
    if tight * 4 < len(found) or not _NARROWEST <= edge <= _WIDEST:
        return 0, NOT_WRAPPED
    return tight, Wrap(measure, int(edge * _NEARLY))


def _narrow(line: str) -> int:
    """How many columns a line fills, blanks left out and wide digits as narrow ones; a Chinese character fills two."""
    return _printed(unicodedata.normalize("NFKC", "".join(line.split())))


def _printed(line: str) -> int:
    """How many columns a line fills as it is printed."""
    return sum(map(_columns, line))


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    return 1 + (unicodedata.east_asian_width(char) in "WF")


def _characters(line: str) -> int:
    """How many columns the characters of a line would fill, were all of them wide."""
    return 2 * len(line)


NOT_WRAPPED: Final = Wrap(len, 0)
