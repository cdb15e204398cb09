"""Places in a workbook: how a cell, a paragraph and a table are called, and which cell such a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TABLE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})起的表 第(\d+)行第(\d+)列")
_NUMBERS: Final = re.compile(r"\s*第(\d+)行第(\d+)列")
_REF: Final = re.compile(r"\s*([A-Z]{1,3})(\d{1,7})(?!\d)")
_BASE: Final = ord("A") - 1


@dataclass(frozen=True)
class Cell:
    """A cell by its sheet, row and column, both counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def ref(self) -> str:
        """As Excel names it: B3."""
        return f"{letters_of(self.column)}{self.row}"

    @property
    def where(self) -> str:
        """Its place among paragraphs."""
        return f"“{self.sheet}”工作表{self.ref}"

    @property
    def table(self) -> str:
        """The place of the table that begins here."""
        return f"{self.where}起的表"


def cell_named(where: str, sheets: tuple[str, ...]) -> Cell | None:
    """The cell of a place: “收支表”工作表A3起的表 第2行第2列 is B4; None where it names no cell of these sheets."""
    for sheet in sorted(sheets, key=len, reverse=True):
        _, named, rest = where.partition(f"“{sheet}”工作表")
        if not named:
            continue
        if found := _TABLE.match(rest):
            row, column = int(found[2]) + int(found[3]) - 1, column_of(found[1]) + int(found[4]) - 1
            return Cell(sheet, row, column)
        if found := _NUMBERS.match(rest):
            return Cell(sheet, int(found[1]), int(found[2]))
        if found := _REF.match(rest):
            return Cell(sheet, int(found[2]), column_of(found[1]))
    return None


def column_of(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - _BASE
    return column


def letters_of(column: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters, rest = "", column
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(_BASE + 1 + digit) + letters
    return letters
