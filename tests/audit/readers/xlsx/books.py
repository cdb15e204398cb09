"""Workbooks for the tests: sheets by their rows, a cell as (value, number format), a formula as its text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter

Cell = str | float | bool | None | tuple[Any, str]
Rows = Sequence[Sequence[Cell]]


def book(sheets: Mapping[str, Rows] | Rows, also: Callable[[Any], None] = lambda _: None) -> bytes:
    """A workbook of these sheets; `also` does more with the xlsxwriter workbook before it is closed."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"收支表": sheets}).items():
        sheet = workbook.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                value, code = cell if isinstance(cell, tuple) else (cell, "")
                shape = workbook.add_format({"num_format": code}) if code else None
                if value is not None:
                    sheet.write(row, column, value, shape)
    also(workbook)
    workbook.close()
    return out.getvalue()


def changed(data: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """The workbook with this part rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == path else text)
    return out.getvalue()


def with_parts(data: bytes, **parts: str) -> bytes:
    """The workbook with further parts, by path with __ for the slashes."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()
