"""Writes rows as the workbook that a clerk keeps: one sheet, headings in row 1, dates as dates, codes as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from yunguan.core.area import load_areas
from yunguan.core.columns import Column, Kind
from yunguan.registers.book import Book

CREATED = datetime(2024, 1, 8, 9, 0)  # noqa: DTZ001 - a workbook knows no zone
"""When the files say that they were made: fixed, so that the same rows give the same bytes."""

_WIDTHS = {Kind.LONG_TEXT: 40, Kind.DATE: 12, Kind.MONEY: 16, Kind.INTEGER: 10, Kind.BOOLEAN: 10, Kind.PLATE: 12}
_LEAST, _MOST = 10, 38


@dataclass
class Styles:
    """The cell formats of one workbook."""

    workbook: Workbook
    head: Format = field(init=False)
    text: Format = field(init=False)
    day: Format = field(init=False)
    money: Format = field(init=False)

    def __post_init__(self) -> None:
        add = self.workbook.add_format
        self.head = add({"bold": True, "bg_color": "#DDE6F0", "border": 1, "align": "center", "num_format": "@"})
        self.text = add({"num_format": "@"})
        self.day = add({"num_format": "yyyy-mm-dd"})
        self.money = add({"num_format": "#,##0.00"})


def write_book(book: Book, rows: Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """Write a register's workbook into a folder and return its path; KeyError where a row has an unknown column."""
    path = folder / f"{book.title}.xlsx"
    with new_workbook(path) as workbook:
        styles = Styles(workbook)
        sheet = workbook.add_worksheet(book.title)
        _write_head(sheet, book.columns, styles)
        write_rows(sheet, book.columns, rows, styles)
    return path


def new_workbook(path: Path) -> Workbook:
    """A workbook that is written row by row and bears a fixed date."""
    workbook = Workbook(str(path), {"constant_memory": True})
    workbook.set_properties({"author": "", "created": CREATED})
    return workbook


def write_rows(
    sheet: Worksheet, columns: tuple[Column, ...], rows: Iterable[Mapping[str, Any]], styles: Styles
) -> None:
    """The rows under the headings, each value as its kind of cell shows it."""
    known = {column.name for column in columns}
    writers = [_Writer(column, styles) for column in columns]
    for number, row in enumerate(rows, start=1):
        if strange := row.keys() - known:
            msg = f"列 {'、'.join(sorted(strange))} 不在台账中。"
            raise KeyError(msg)
        for index, writer in enumerate(writers):
            value = row.get(writer.name)
            if value is not None:
                writer.write(sheet, number, index, value)


def _write_head(sheet: Worksheet, columns: tuple[Column, ...], styles: Styles) -> None:
    for index, column in enumerate(columns):
        sheet.set_column(index, index, _width(column), _format(column, styles))
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column.label, styles.head)
    sheet.freeze_panes(1, 0)


class _Writer:
    """Writes the cells of one column."""

    def __init__(self, column: Column, styles: Styles) -> None:
        self.name = column.name
        self._kind = column.kind
        self._labels = dict(column.choices)
        self._format = _format(column, styles)

    def write(self, sheet: Worksheet, row: int, index: int, value: Any) -> None:
        if self._kind is Kind.DATE:
            sheet.write_datetime(row, index, value, self._format)
        elif self._kind in {Kind.INTEGER, Kind.MONEY, Kind.DECIMAL}:
            sheet.write_number(row, index, value, self._format)
        else:
            sheet.write_string(row, index, self._words(value), self._format)

    def _words(self, value: Any) -> str:
        if self._kind is Kind.BOOLEAN:
            return "是" if value else "否"
        if self._kind is Kind.AREA:
            return load_areas().name(value)
        return self._labels[value] if self._labels else str(value)


def _format(column: Column, styles: Styles) -> Format | None:
    formats = {Kind.DATE: styles.day, Kind.MONEY: styles.money, Kind.INTEGER: None, Kind.DECIMAL: None}
    return formats.get(column.kind, styles.text)


def _width(column: Column) -> int:
    if column.kind in _WIDTHS:
        return max(_WIDTHS[column.kind], len(column.label) * 2 + 2)
    return max(_LEAST, min(_MOST, (column.max_length or _LEAST) + 4), len(column.label) * 2 + 2)
