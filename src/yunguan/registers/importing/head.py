"""Where the head of a sheet is: the lines, among titles and notes, whose words name most columns of a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yunguan.registers.importing.headers import Heading, Headings, unit_line
from yunguan.registers.importing.rows import text_of
from yunguan.registers.importing.values import Covered
from yunguan.registers.importing.workbook import Sheet

_SEARCHED_ROWS: Final = 30
_HEAD_LINES: Final = 3


@dataclass(frozen=True)
class Head:
    """The rows of the head (of Excel, from 1), what each column is called, how many columns of the book that names."""

    rows: tuple[int, ...]
    headings: tuple[Heading, ...]
    score: int


def find_head(sheet: Sheet, words: Headings) -> Head | None:
    """The one to three lines that name the most columns; of equals the fewest lines, then the first."""
    best: Head | None = None
    for top in range(1, min(len(sheet.rows), _SEARCHED_ROWS) + 1):
        for lines in range(1, _HEAD_LINES + 1):
            rows = tuple(range(top, top + lines))
            if rows[-1] > len(sheet.rows):
                break
            headings = tuple(_headings(sheet, rows))
            score = len({fit.column.name for heading in headings for fit in words.fits(heading)})
            if score and (best is None or (score, -lines) > (best.score, -len(best.rows))):
                best = Head(rows, headings, score)
    return best


def _headings(sheet: Sheet, rows: tuple[int, ...]) -> Iterator[Heading]:
    """The heading of each column: its words from the first line of the head to the last, merged cells joined."""
    for index in range(sheet.width):
        parts: list[str] = []
        for number in rows:
            cell = sheet.value(number, index)
            if isinstance(cell, Covered):
                if cell.below and number != rows[0]:
                    continue
                cell = cell.anchor
            words = text_of(cell).strip()
            if words and words not in parts[-1:]:
                parts.append(words)
        if parts:
            yield Heading(index, tuple(parts))


def unit_above(sheet: Sheet, top: int) -> str | None:
    """The money unit that a line above the head states for the whole sheet."""
    for row in sheet.rows[: top - 1]:
        for cell in row:
            if isinstance(cell, str) and (unit := unit_line(cell)):
                return unit
    return None
