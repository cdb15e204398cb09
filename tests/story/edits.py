"""Changes in the demonstration's workbooks, as a clerk would make them in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.factories import identity

URBAN = ("珠晖区", "雁峰区", "石鼓区", "蒸湘区")
CODE = "统一社会信用代码"


def rows_of(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows below the head by their headings, with their number in Excel."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) | {"row": at} for at, row in enumerate(rows, start=2)]


def delete_filed_plans(folder: Path, count: int) -> None:
    """Delete filed plans of urban operators that must file, are no key carriers and have no other plan."""
    operators = rows_of(load_workbook(folder / "经营业户名录.xlsx").worksheets[0])
    obliged = {
        row[CODE]
        for row in operators
        if (row["应备案应急预案"], row["两客一危"], row["状态"]) == ("是", "否", "营业") and row["行政区划"] in URBAN
    }
    book = load_workbook(folder / "应急预案备案台账.xlsx")
    plans = rows_of(book.worksheets[0])
    often = Counter(row[CODE] for row in plans)
    wanted = [row["row"] for row in plans if row["状态"] == "已备案" and row[CODE] in obliged and often[row[CODE]] == 1]
    for at in sorted(wanted[:count], reverse=True):
        book.worksheets[0].delete_rows(at)
    book.save(folder / "应急预案备案台账.xlsx")


def add_failed_entry(folder: Path) -> None:
    """One more person sat an examination and failed it."""
    book = load_workbook(folder / "两类人员考核报名台账.xlsx")
    sheet = book.worksheets[0]
    like = next(row for row in rows_of(sheet) if row["状态"] == "不合格")
    added = like | {"姓名": "陈新增", "身份证号": identity(999)}
    sheet.append([added[str(cell.value)] for cell in sheet[1]])
    book.save(folder / "两类人员考核报名台账.xlsx")


def move_operator(source: Path, changed: Path) -> tuple[int, str, str]:
    """Change the address of the first operator; the row, the old words and the new ones."""
    book = load_workbook(source)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "地址")
    before, after = str(sheet.cell(2, column).value), "衡阳市蒸湘区新址路1号"
    sheet.cell(2, column).value = after
    book.save(changed)
    return 2, before, after
