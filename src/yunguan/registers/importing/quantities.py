"""Reads the cells that hold a quantity, a day or a time of day: exactly, or not at all."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Context as DecimalContext
from decimal import Decimal
from typing import Final

from yunguan.core.columns import Column
from yunguan.core.numbers import date_with_notes, decimal_with_notes
from yunguan.registers.importing.values import CellValue, Percent, Serial
from yunguan.registers.importing.verdict import Context, Verdict, right, wrong, wrong_as_said

EXCEL_DIGITS: Final = DecimalContext(prec=15)
TOO_LONG: Final = Decimal(10) ** 15
_LARGEST_INTEGER: Final = 2**31 - 1
_LARGEST_KEPT: Final = 10**15 - 1
"""The largest integer of a last place: what a spreadsheet holds without losing a digit."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SET_NUMBER: Final = "请把单元格设为数值格式，核对后重新填写"
_TIME: Final = re.compile(r"(\d{1,2})(?:[:时点](\d{1,2})?分?)")
_HOURS, _HOURLY, _MINUTES = 24, 60, 1440


def _number(cell: CellValue) -> Decimal | Verdict:
    """The plain number of a cell, to the 15 digits that a spreadsheet keeps."""
    if complaint := _no_number(cell):
        return wrong(complaint, _SET_NUMBER)
    if isinstance(cell, Decimal):
        if abs(cell) >= TOO_LONG:
            return wrong("数字超过 15 位，末几位可能已丢失", "请核对位数和单位后重新填写")
        return EXCEL_DIGITS.plus(Decimal(cell))
    try:
        return decimal_with_notes(str(cell)).value
    except ValueError as error:
        return wrong_as_said(str(error))


def _no_number(cell: CellValue) -> str:
    if isinstance(cell, Percent):
        return "单元格是百分数格式，本列不是百分数"
    if isinstance(cell, Serial | date):
        return "单元格是日期或时间格式，不是数字"
    return "单元格是逻辑值 TRUE 或 FALSE，不是数字" if isinstance(cell, bool) else ""


def _note(cell: CellValue) -> str:
    return "；".join(decimal_with_notes(cell).notes) if isinstance(cell, str) else ""


def read_integer(column: Column, cell: CellValue, context: Context) -> Verdict:
    """A whole number that the tables can hold."""
    del column, context
    number = _number(cell)
    if isinstance(number, Verdict):
        return number
    whole = whole_of(number)
    if whole is None:
        return wrong(f"{number:f} 不是整数", "请填写整数")
    if abs(whole) > _LARGEST_INTEGER:
        return wrong(f"{whole} 大得不合常理", "请核对位数和单位后重新填写")
    return right(whole, _note(cell))


def read_decimal(column: Column, cell: CellValue, context: Context) -> Verdict:
    """A number in the column's unit; in a percentage column 68, 68% and a percent-formatted 0.68 are one."""
    del context
    if column.unit == "%":
        return _kept(column, _percentage(cell))
    number = _number(cell)
    return number if isinstance(number, Verdict) else _kept(column, right(number, _note(cell)))


def _kept(column: Column, read: Verdict) -> Verdict:
    """The number as the table keeps it: an integer of its last place, where the column says how many it keeps."""
    if column.places is None or read.message:
        return read
    whole = whole_of(read.value.scaleb(column.places))
    if whole is None:
        return wrong(f"{read.value:f} 的小数多于 {column.places} 位", f"请保留 {column.places} 位小数")
    if abs(whole) > _LARGEST_KEPT:
        return wrong(f"{read.value:f} 大得不合常理", "请核对位数和单位后重新填写")
    return right(whole, read.note)


def read_time(column: Column, cell: CellValue, context: Context) -> Verdict:
    """An hour and a minute: a cell that shows a time of day, or a text such as 16:05 or 16时5分."""
    del column, context
    if isinstance(cell, Serial) and 0 <= cell < 1:
        minutes = round(Decimal(cell) * 1440)
        return right(f"{minutes // 60:02d}:{minutes % 60:02d}") if minutes < _MINUTES else _no_time(cell)
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", cell)) if isinstance(cell, str) else None
    if found is None:
        return _no_time(cell)
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour >= _HOURS or minute >= _HOURLY:
        return _no_time(cell)
    return right(f"{hour:02d}:{minute:02d}")


def _no_time(cell: CellValue) -> Verdict:
    shown = f"“{cell}”" if isinstance(cell, str) else "单元格"
    return wrong(f"{shown}不是 24 小时制的时刻", "请写成 16:05 这样的时和分")


def _percentage(cell: CellValue) -> Verdict:
    if isinstance(cell, Percent):
        return right(EXCEL_DIGITS.plus(Decimal(cell)) * 100)
    signed = isinstance(cell, str) and cell.endswith(("%", "％"))
    number = _number(cell[:-1] if signed and isinstance(cell, str) else cell)
    if isinstance(number, Verdict):
        return number
    if not signed and 0 < abs(number) <= 1:
        return wrong(f"{number:f} 可能是 {number:f}%，也可能是 {number * 100:f}%", "请写明百分号，如 68% 或 0.68%")
    return right(number)


def read_money(column: Column, cell: CellValue, context: Context) -> Verdict:
    """An amount as whole fen, by the unit that the head of the sheet states."""
    del column
    number = _number(cell)
    if isinstance(number, Verdict):
        return number
    fen = number * context.factor
    whole = whole_of(fen)
    if whole is None:
        return wrong(f"{number:f} 有不足一分的尾数", "请四舍五入到分后再填")
    if abs(whole) >= Decimal(10) ** 18:
        return wrong(f"{number:f} 超出金额的范围", "请核对位数和单位后重新填写")
    return right(whole, _note(cell))


def read_date(column: Column, cell: CellValue, context: Context) -> Verdict:
    """A day: a date cell without a time of day, or a text in one of the usual Chinese forms."""
    del column, context
    if isinstance(cell, Serial):
        return wrong(cell.reason, "请改为完整的日期（如 2023-04-03），核对后重新填写")
    if isinstance(cell, bool | Decimal):
        return wrong("单元格存的是数字，不是日期格式", "请把单元格设为日期格式，核对显示的日期，再保存")
    try:
        read = date_with_notes(cell)
    except ValueError as error:
        return wrong_as_said(str(error))
    if isinstance(cell, datetime | date) and not _FIRST_YEAR <= read.value.year <= _LAST_YEAR:
        return wrong(f"年份 {read.value.year} 不在 1900 至 2199 之间", "请核对日期；长期有效的请留空")
    return right(read.value, "；".join(read.notes))


def whole_of(number: Decimal) -> int | None:
    """The number as an integer; None where it has decimals."""
    whole = number.to_integral_value()
    return int(whole) if whole == number else None
