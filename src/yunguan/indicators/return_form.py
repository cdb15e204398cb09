"""The form of 科室报送: the sheet, its heads, and a workbook written in it; it needs no tables of the house."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import xlsxwriter

SHEET: Final = "科室报送"
HEADS: Final = ("指标编码", "指标名称", "计量单位", "数值", "截止日期", "佐证材料", "备注", "与台账不一致的原因")
NEEDED: Final = ("指标编码", "数值", "截止日期")
WIDTHS: Final = (44, 34, 10, 14, 14, 30, 30, 30)


def whose(section: str, period: str) -> str:
    """The line above the heads: whose return of which period it is, with room for the two names."""
    return f"科室：{section}　期间：{period}　填报人：　签发人："


def write_form(
    path: Path, title: str, whose_line: str, rows: Iterable[Sequence[str]], widths: Sequence[int] = WIDTHS
) -> None:
    """Write a return: title, whose it is, the heads, and a row a figure with its cells in the order of the heads."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DCE6F1", "align": "center", "text_wrap": True})
    cell, text = book.add_format({"border": 1, "text_wrap": True}), book.add_format({"border": 1, "num_format": "@"})
    sheet.merge_range(0, 0, 0, len(HEADS) - 1, title, head)
    sheet.write_string(1, 0, whose_line)
    for column, (words, width) in enumerate(zip(HEADS, widths, strict=True)):
        sheet.write_string(2, column, words, head)
        sheet.set_column(column, column, width)
    for line, row in enumerate(rows, start=3):
        for column, words in enumerate(row):
            sheet.write_string(line, column, words, text if HEADS[column] in NEEDED else cell)
    sheet.freeze_panes(3, 2)
    book.close()
