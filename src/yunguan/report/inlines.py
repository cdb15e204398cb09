"""Inlines: what a line of a report is made of, words and figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from yunguan.core.figure import Origin


@dataclass(frozen=True)
class Text:
    """Words as they stand."""

    text: str
    bold: bool = False
    missing: bool = False  # a gap to be filled in by hand


@dataclass(frozen=True)
class FigureMark:
    """A figure in a sentence: what is shown, and enough to find it again.

    ``pinned`` is the as-of date that the outline asks for, ``as_of`` the one the figure has. A missing figure shows a
    gap to fill in, never a number; ``why`` says why.
    """

    id: str
    shown: str
    as_of: date | None
    origin: Origin | None
    section: str
    title: str
    missing: bool = False
    pinned: date | None = None
    format: str = ""
    bold: bool = False
    why: str = ""

    @property
    def text(self) -> str:
        """What the reader sees."""
        return self.shown

    @property
    def tag(self) -> str:
        """The id, with the pinned date where there is one: ``plates.charter@2023-11-30``."""
        return f"{self.id}@{self.pinned.isoformat()}" if self.pinned else self.id

    @property
    def key(self) -> tuple[str, date | None]:
        """What the figure is looked up by."""
        return self.id, self.pinned


Inline = Text | FigureMark
Inlines = tuple[Inline, ...]


def words(inlines: Inlines) -> str:
    """The inlines as one plain text."""
    return "".join(inline.text for inline in inlines)


def split_lines(inlines: Inlines) -> tuple[Inlines, ...]:
    """The inlines of each line: words are parted at their line ends, a figure never is."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, FigureMark):
            lines[-1].append(inline)
            continue
        first, *more = inline.text.split("\n")
        lines[-1] += [replace(inline, text=first)] if first else []
        lines += [[replace(inline, text=text)] if text else [] for text in more]
    return tuple(tuple(line) for line in lines)
