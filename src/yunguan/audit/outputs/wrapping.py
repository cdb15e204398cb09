"""Chinese text on a terminal: lines cut by the columns that their characters fill, nothing that steers the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_NOT_FIRST = frozenset("，。；：、！？”’）》〉」』】〕…—%％·,.;:!?)]}")
_NOT_LAST = frozenset("“‘（《〈「『【〔([{")
_MOST_BACK = 6


def wrapped(text: str, width: int | None, indent: str = "", first: str | None = None) -> Iterator[str]:
    """The lines of a text; `first` begins the first of them, `indent` the others. `width` None never cuts."""
    start = indent if first is None else first
    for paragraph in plain(text).split("\n"):
        rest = paragraph
        while width is not None and columns(start + rest) > width:
            at = _cut(rest, width - columns(start))
            yield start + rest[:at].rstrip()
            start, rest = indent, rest[at:].lstrip()
        yield start + rest
        start = indent


def columns(text: str) -> int:
    """How many columns of a terminal the text fills."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def plain(text: str) -> str:
    """The text with a sign in the place of each character that would steer the terminal."""
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"} else "·" for char in text
    )


def _cut(text: str, room: int) -> int:
    """Where to cut so that the line has room, no mark begins a line, no opening mark ends one, no number is parted."""
    filled, most = 0, 0
    while most < len(text) and filled + columns(text[most]) <= room:
        filled, most = filled + columns(text[most]), most + 1
    most = max(most, 1)
    good = (at for at in range(most, max(most - _MOST_BACK, 1) - 1, -1) if _may_cut(text, at))
    return next(good, most)


def _may_cut(text: str, at: int) -> bool:
    before, behind = text[at - 1], text[at : at + 1]
    joined = before.isascii() and behind.isascii() and (before + behind).strip() == before + behind
    return not joined and behind not in _NOT_FIRST and before not in _NOT_LAST
