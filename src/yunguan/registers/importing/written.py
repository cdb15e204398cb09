"""Sheets that are written: text stays text whatever it begins with, and numbers keep their digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from yunguan.registers.importing.refusal import shown
from yunguan.registers.importing.values import Percent

_CREATED: Final = datetime(2024, 1, 1)  # noqa: DTZ001 - a workbook knows no zone; fixed, so that equal rows give equal bytes
_MOST_CHARACTERS: Final = 32_767
_MOST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ACTIVE: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # what a spreadsheet may take for a formula
_HEAD: Final = {
    "bold": True,
    "bg_color": "#DDE6F0",
    "border": 1,
    "align": "center",
    "text_wrap": True,
    "num_format": "@",
}
_EXACT: Final = Decimal(10) ** 15


class TooLong(ValueError):  # noqa: N818 - the text is what is wrong
    """A text that no cell can hold."""


def new_workbook(path: Path) -> Workbook:
    """A workbook that takes texts for texts: no formulas, links or numbers are made of them."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(str(path), options)
    workbook.set_properties({"author": "", "created": _CREATED})
    return workbook


def sheet_name(title: str) -> str:
    """A title as Excel allows a sheet to be called."""
    return _NOT_IN_NAMES.sub("、", title).strip("'")[:_MOST_NAME] or "台账"


def written_text(words: str) -> str:
    """The words for a message cell: cut to what a cell holds, without what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)[:_MOST_CHARACTERS]


class Page:
    """One sheet of a workbook that is being written."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        self.sheet: Worksheet = workbook.add_worksheet(sheet_name(title))
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> Format:
        """The cell format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(properties)
        return self._formats[key]

    def head(self, labels: Sequence[str], widths: Sequence[int], required: Sequence[bool] = ()) -> None:
        """The head in row 1, which stays in sight; required columns in red."""
        for index, label in enumerate(labels):
            red = index < len(required) and required[index]
            look = {"bold": True, "bg_color": "#DDE6F0", "border": 1, "align": "center", "text_wrap": True}
            self.sheet.set_column(index, index, widths[index])
            self.sheet.write_string(
                0, index, label, self.format(**look, num_format="@", **({"font_color": "#C00000"} if red else {}))
            )
        self.sheet.freeze_panes(1, 0)

    def texts(self, row: int, words: Sequence[str], start: int = 0) -> None:
        """Message texts in neighbouring cells."""
        for index, each in enumerate(words, start=start):
            self.text(row, index, written_text(each))

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """A text that comes back unchanged; TooLong beyond what a cell holds."""
        if len(text) > _MOST_CHARACTERS:
            raise TooLong(
                f"第 {row + 1} 行的文字长 {len(text)} 个字，超过单元格 {_MOST_CHARACTERS} 字的上限，请缩短后再导出。"
            )
        quoted = {"quote_prefix": True} if text.startswith(_ACTIVE) else {}
        self.sheet.write_string(row, column, text, self.format(num_format="@", **look, **quoted))

    def number(self, row: int, column: int, number: Decimal | int, **look: Any) -> None:
        """A number with all its digits: as text where a spreadsheet would lose some."""
        exact = Decimal(number)
        if abs(exact) >= _EXACT or len(exact.normalize().as_tuple().digits) > 15:  # noqa: PLR2004 - Excel's digits
            self.text(row, column, f"{exact:f}")
            return
        self.sheet.write_number(row, column, exact, self.format(**look) if look else None)  # type: ignore[call-overload]

    def day(self, row: int, column: int, day: date) -> None:
        """A date, as text before March 1900, which a spreadsheet counts wrongly."""
        if day < date(1900, 3, 1):
            self.text(row, column, day.isoformat())
            return
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel knows no zone
        self.sheet.write_datetime(row, column, moment, self.format(num_format="yyyy-mm-dd"))

    def value(self, row: int, column: int, value: Any, *, marked: bool = False) -> None:
        """A cell as it was read, coloured where it is refused."""
        look = {"bg_color": "#FFC7CE"} if marked else {}
        if isinstance(value, Percent):
            self.number(row, column, value, num_format="0.00%", **look)
        elif isinstance(value, Decimal):
            self.number(row, column, value, **look)
        elif isinstance(value, date) and not isinstance(value, datetime) and not marked:
            self.day(row, column, value)
        elif value is not None or marked:
            self.text(row, column, written_text(value if isinstance(value, str) else shown(value)), **look)
