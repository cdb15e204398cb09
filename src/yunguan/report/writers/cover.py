"""The cover form, line by line on the 22-line grid, so that Word and PDF print the same page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yunguan.report.document import Cover
from yunguan.report.writers import geometry as g

_ABOVE_TITLE = 5
_ABOVE_FORM = 5
_ABOVE_DATE = 4
_FORM_INDENT = 4  # characters


@dataclass(frozen=True)
class CoverRow:
    """One line of the cover; ``indent`` in characters."""

    text: str
    face: str = g.BODY_FACE
    size: int = g.BODY_SIZE
    centred: bool = False
    indent: int = 0


def cover_rows(cover: Cover) -> Iterator[CoverRow]:
    """Annex number, title, year, the lines to sign and seal, the date; empty rows between them."""
    yield CoverRow(cover.annex, g.LEVEL1_FACE)
    yield from _empty(_ABOVE_TITLE)
    yield CoverRow(cover.title, g.TITLE_FACE, g.TITLE_SIZE, centred=True)
    yield CoverRow(cover.subtitle, g.LEVEL2_FACE, centred=True)
    yield from _empty(_ABOVE_FORM)
    for line in cover.lines:
        yield CoverRow(line.text, indent=_FORM_INDENT)
        yield from _empty(1)
    yield from _empty(_ABOVE_DATE - 1)
    yield CoverRow(cover.dated, centred=True)


def _empty(number: int) -> Iterator[CoverRow]:
    return (CoverRow("") for _ in range(number))
