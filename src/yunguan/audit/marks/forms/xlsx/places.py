"""The cell that a place of a workbook's reading names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from yunguan.core.reading import Reading

_SHEET: Final = re.compile(r"“(?P<sheet>.+?)”工作表")
_NUMBERS: Final = re.compile(r"第(\d+)行第(\d+)列")
_REF: Final = re.compile(r"(?<![A-Za-z])([A-Z]{1,3})(\d{1,7})(?!\d)")


@dataclass(frozen=True)
class Cell:
    """A cell by its sheet, row and column, both counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def ref(self) -> str:
        letters, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"


def cell_of(where: str, reading: Reading, sheets: tuple[str, ...]) -> Cell | None:
    """The cell of a place such as “收支表”工作表 第3行第2列 or “收支表”工作表 B3; None where it names none."""
    del reading
    named = _SHEET.search(where)
    if named is None or named["sheet"] not in sheets:
        return None
    rest = where[named.end() :]
    if numbers := _NUMBERS.search(rest):
        return Cell(named["sheet"], int(numbers[1]), int(numbers[2]))
    if ref := _REF.search(rest):
        column = 0
        for letter in ref[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return Cell(named["sheet"], int(ref[2]), column)
    return None
