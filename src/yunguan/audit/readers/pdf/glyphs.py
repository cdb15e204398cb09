"""The characters of a page with their boxes, as runs that stand close together on one line."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pypdfium2.raw

c: Any = pypdfium2.raw  # its names are made when it is imported

LATIN: Final = "\u2e7f"  # what stands behind it is set as wide as high
MOST_CHARACTERS: Final = 100_000
_SAMPLES: Final = 12
_WIDEST_GAP: Final = 0.7
_BACKWARDS: Final = 0.5
_NO_GAP: Final = 0.05
_RAISED: Final = 0.3
_ASCENT: Final = 0.85
_BLANKS = frozenset(" \t\r\n\f\v\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\x00\x02\ufffe\xad")
_SPACES = frozenset(" \t\u3000\xa0\u2002\u2003\u2009")


class Glyph(NamedTuple):
    """A character on the page as it is looked at: y grows downwards, `base` is what it stands on.

    `text` may begin with a blank. The height of the box is the font's in some files, the character's own in others.
    """

    text: str
    left: float
    right: float
    base: float
    high: float


@dataclass(frozen=True)
class Turn:
    """How the page is turned: by `quarters` of a circle, clockwise, so that its text is upright."""

    quarters: int
    x: float
    y: float
    width: float
    height: float

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height of the page as it is looked at."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def seen(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the file as left, top, right, bottom of the page that is looked at."""
        left, right, bottom, top = left - self.x, right - self.x, bottom - self.y, top - self.y
        if self.quarters == 0:
            return left, self.height - top, right, self.height - bottom
        if self.quarters == 1:
            return bottom, left, top, right
        if self.quarters == 2:  # noqa: PLR2004 - half a circle
            return self.width - right, bottom, self.width - left, top
        return self.height - top, self.width - right, self.height - bottom, self.width - left

    def below_top(self, x: float, y: float) -> float:
        """How far below its upper edge a point of the file stands on the page that is looked at."""
        if self.quarters % 2:
            return x - self.x if self.quarters == 1 else self.width - (x - self.x)
        return y - self.y if self.quarters else self.height - (y - self.y)


class Run:
    """Characters that follow each other on one line without a wide gap."""

    __slots__ = ("base", "bottom", "glyphs", "left", "right", "size", "top")

    def __init__(self, glyphs: list[Glyph]) -> None:
        self.glyphs = glyphs
        self.left, self.right = glyphs[0].left, max([glyph.right for glyph in glyphs])
        self.size = max(map(_size, glyphs))
        self.base = glyphs[0].base
        self.top, self.bottom = self.base - _ASCENT * self.size, self.base + (1 - _ASCENT) * self.size

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs).strip()


def _size(glyph: Glyph) -> float:
    """The size of the type: a Chinese character is as wide as its type is high."""
    return glyph.right - glyph.left if glyph.text[-1] > "\u2e80" else glyph.high * _ASCENT


def turn_of(page: Any, text: Any, count: int) -> Turn:
    """How to turn the page: by how most of its characters stand, else by its own mark."""
    left, bottom, right, top = page.get_cropbox()
    step = max(1, count // _SAMPLES)
    angles = [c.FPDFText_GetCharAngle(text.raw, index) for index in range(0, count, step)]
    turned = [round(-angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0]
    quarters = max(set(turned), key=turned.count) if turned else page.get_rotation() // 90
    return Turn(quarters, left, bottom, right - left, top - bottom)


def glyphs_of(text: Any, count: int, turn: Turn) -> Iterator[Glyph]:
    """The visible characters in the order of the file, each with its box; blanks go with the character behind them."""
    rect, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    into, at_x, at_y = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    box, origin = _unchecked(c.FPDFText_GetLooseCharBox), _unchecked(c.FPDFText_GetCharOrigin)
    raw, seen, below_top, blank = text.raw, turn.seen, turn.below_top, ""
    for index, char in enumerate(_characters(text, count)):
        if char in _BLANKS:
            if char in _SPACES and not c.FPDFText_IsGenerated(raw, index):
                blank = " "
            continue
        if box(raw, index, into) and origin(raw, index, at_x, at_y):
            left, top, right, bottom = seen(rect.left, rect.bottom, rect.right, rect.top)
            yield Glyph(blank + char, left, right, below_top(x.value, y.value), bottom - top)
            blank = ""


def _unchecked(function: Any) -> Any:
    """The same C function without its list of argument types, whose check takes four times as long as the call.

    For functions only that take numbers as int and pointers, and give an int.
    """
    return type(function)(ctypes.cast(function, ctypes.c_void_p).value)


def _characters(text: Any, count: int) -> Iterable[str]:
    whole: str = text.get_text_range(0, count)
    if len(whole) == count:
        return whole
    codes = (c.FPDFText_GetUnicode(text.raw, index) for index in range(count))
    return [_char(code) for code in codes]


def _char(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"  # noqa: PLR2004 - surrogates


def runs_of(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Runs of characters; one ends where the next character stands elsewhere or far off."""
    held: list[Glyph] = []
    last = size = 0.0
    for glyph in glyphs:
        own = max(_size(glyph), 1.0)
        if held:
            size = max(size, own)
            before, gap = held[-1], glyph.left - last
            if gap > _WIDEST_GAP * size or gap < -_BACKWARDS * size or abs(glyph.base - before.base) > _RAISED * size:
                yield Run(held)
                held = []
            elif glyph.left - before.left < 0.1 * size and glyph.text[-1] == before.text[-1]:  # printed twice
                continue
            elif gap < _NO_GAP * size and glyph.text[0] == " ":  # a blank of no width is none
                glyph = Glyph(glyph.text[-1], *glyph[1:])  # noqa: PLW2901 - without its blank
        if not held:
            size = own
        held.append(glyph)
        last = glyph.right
    if held:
        yield Run(held)


def parted(run: Run, apart: Callable[[Glyph, Glyph], bool]) -> Iterator[Run]:
    """The run cut wherever two neighbours stand apart; whole where none do."""
    first = 0
    for at, (before, glyph) in enumerate(pairwise(run.glyphs), start=1):
        if apart(before, glyph):
            yield Run(run.glyphs[first:at])
            first = at
    yield Run(run.glyphs[first:])


def cut(run: Run, at: float) -> Iterator[Run]:
    """The run cut in two at this x, by the middles of its characters; whole where all stand on one side."""
    left = [glyph for glyph in run.glyphs if glyph.left + glyph.right < at * 2]
    right = [glyph for glyph in run.glyphs if glyph.left + glyph.right >= at * 2]
    yield from (Run(part) for part in (left, right) if part)
