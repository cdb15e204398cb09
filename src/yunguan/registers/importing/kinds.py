"""One way to read each kind of cell: right, nothing, or refused; never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Context as DecimalContext
from decimal import Decimal
from functools import cache
from typing import Final

from yunguan.core.area import Area, UnknownArea, load_areas
from yunguan.core.codes import identity_number, mobile, plate, uscc, vin
from yunguan.core.columns import Column, Kind
from yunguan.core.numbers import date_with_notes, decimal_with_notes
from yunguan.registers.importing.values import CellValue, Padded, Percent, Serial
from yunguan.registers.importing.verdict import Context, Verdict, right, wrong, wrong_as_said

Reader = Callable[[Column, CellValue, Context], Verdict]

EXCEL_DIGITS: Final = DecimalContext(prec=15)
_TOO_LONG: Final = Decimal(10) ** 15
_LARGEST_INTEGER: Final = 2**31 - 1
_LARGEST_KEPT: Final = 10**15 - 1
"""The largest integer of a last place: what a spreadsheet holds without losing a digit."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SET_TEXT: Final = "请把该列的单元格格式设为“文本”，再重新录入"
_SET_NUMBER: Final = "请把单元格设为数值格式，核对后重新填写"
_HAN_PLANES: Final = range(0x20000, 0x40000)
_ODD_SPACES: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_SPECIAL: Final = re.compile(
    "[^\n -\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufefe\uff00-\uffef]"
)
_TRUE: Final = frozenset({"是", "√", "✓", "✔", "有", "对", "Y", "YES", "TRUE", "1", "真"})
_FALSE: Final = frozenset({"否", "×", "✗", "✘", "X", "无", "错", "N", "NO", "FALSE", "0", "假"})
_BRACKETS: Final = str.maketrans("（）", "()", " \u3000\u00a0")
_SHOWN_CHOICES: Final = 15
_TIME: Final = re.compile(r"(\d{1,2})(?:[:时点](\d{1,2})?分?)")
_HOURS, _HOURLY, _MINUTES = 24, 60, 1440


def read_text(column: Column, cell: CellValue, context: Context) -> Verdict:
    """Text as it stands; odd spaces become plain ones, what cannot be seen is refused."""
    del context
    if not isinstance(cell, str):
        return _text_of_other(column, cell)
    spaced = _ODD_SPACES.sub(" ", cell)
    if found := _SPECIAL.search(spaced):
        refused = _refused_character(spaced, found.start())
        if refused:
            return refused
    if "\n" in spaced and column.kind is not Kind.LONG_TEXT:
        return wrong("单元格内有换行", "请删去换行，写成一行")
    if column.max_length and len(spaced) > column.max_length:
        return wrong(f"长 {len(spaced)} 个字，超过 {column.max_length} 个字的上限", "请缩短后再填")
    return right(spaced, "" if spaced == cell else "不间断空格已按普通空格读取")


def _text_of_other(column: Column, cell: CellValue) -> Verdict:
    if isinstance(cell, bool):
        return wrong("单元格是逻辑值 TRUE 或 FALSE，不是文本", _SET_TEXT)
    if isinstance(cell, Padded | Percent | Serial):
        return wrong("单元格存的是数字，与显示的样子不同", _SET_TEXT)
    return _text_of_number(column, cell) if isinstance(cell, Decimal) else wrong("单元格是日期，不是文本", _SET_TEXT)


def _text_of_number(column: Column, cell: Decimal) -> Verdict:
    whole = _whole(cell)
    if whole is None:
        return wrong(f"单元格是数字 {cell:f}，不是文本", _SET_TEXT)
    if abs(whole) >= _TOO_LONG:
        return wrong("单元格以数字形式保存，超过 15 位，末几位可能已丢失", _SET_TEXT)
    if column.max_length and len(str(whole)) > column.max_length:
        return wrong(f"长 {len(str(whole))} 位，超过 {column.max_length} 位的上限", "请核对后改正")
    return right(str(whole), "单元格是数字，已按文本读取；若原有前导的零请补上")


def _refused_character(text: str, start: int) -> Verdict | None:
    for place, sign in enumerate(text[start:], start=start + 1):
        category = unicodedata.category(sign)
        point = f"第 {place} 个字符（U+{ord(sign):04X}）"
        if category == "Cf":
            return wrong(f"{point}看不见，会使文字看上去与实际不同", "请删去该字符，或整格重新键入")
        if category == "Co" or sign == "\ufffd":
            return wrong(f"{point}是自造字或乱码，别的电脑上无法显示", "请改用标准字符重新键入")
        if category in {"Cc", "Cs", "Zl", "Zp"} and sign != "\n":
            return wrong(f"{point}是控制字符", "请删去该字符，或整格重新键入")
        if category == "Cn" and ord(sign) not in _HAN_PLANES:
            return wrong(f"{point}不是标准字符", "请改用标准字符重新键入")
    return None


def _coded(problem: Callable[[str], str | None], doubt: Callable[[str], str | None] | None, numeric: str) -> Reader:
    def read(column: Column, cell: CellValue, context: Context) -> Verdict:
        del column, context
        if not isinstance(cell, str):
            return wrong(numeric, _SET_TEXT)
        if complaint := problem(cell):
            return wrong_as_said(complaint)
        return right(cell, (doubt(cell) or "") if doubt else "")

    return read


def read_mobile(column: Column, cell: CellValue, context: Context) -> Verdict:
    """A mobile number; as a number it loses nothing, so it may be one."""
    del column, context
    whole = _whole(cell) if isinstance(cell, Decimal) and not isinstance(cell, Percent | Serial | Padded) else None
    text = cell if isinstance(cell, str) else str(whole) if whole is not None else None
    if text is None:
        return wrong("手机号码不是文本", _SET_TEXT)
    complaint = mobile.problem(text)
    return wrong_as_said(complaint) if complaint else right(text)


def read_vin(column: Column, cell: CellValue, context: Context) -> Verdict:
    """A VIN is kept as written; what looks wrong with it is only noted."""
    if not isinstance(cell, str):
        return wrong("车辆识别代号以数字形式保存，末几位可能已丢失", _SET_TEXT)
    read = read_text(column, cell, context)
    return read if read.message else right(read.value, vin.warning(str(read.value)) or "")


def _number(cell: CellValue) -> Decimal | Verdict:
    """The plain number of a cell, to the 15 digits that a spreadsheet keeps."""
    if complaint := _no_number(cell):
        return wrong(complaint, _SET_NUMBER)
    if isinstance(cell, Decimal):
        if abs(cell) >= _TOO_LONG:
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
    whole = _whole(number)
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
    whole = _whole(read.value.scaleb(column.places))
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
    whole = _whole(fen)
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


def read_boolean(column: Column, cell: CellValue, context: Context) -> Verdict:
    """Yes or no, in words or marks."""
    del column, context
    if isinstance(cell, bool):
        return right(cell)
    text = _key_of(cell).upper()
    if text in _TRUE:
        return right(value=True)
    if text in _FALSE:
        return right(value=False)
    return wrong("既不是“是”也不是“否”", "请填写“是”或“否”")


def read_choice(column: Column, cell: CellValue, context: Context) -> Verdict:
    """One of the column's choices, by its Chinese label or its code."""
    labels = context.labels if column.kind is Kind.STATE and context.labels else dict(column.choices)
    if not labels:
        return wrong("本列没有可选的内容", "请删去该列的内容，或联系管理员维护选项")
    text = _key_of(cell)
    known = _choice_keys(tuple(labels.items()))
    if text in known:
        return right(known[text])
    shown = list(labels.values())
    more = "等" if len(shown) > _SHOWN_CHOICES else ""
    return wrong("不在可选的内容之中", f"请从“{'”“'.join(shown[:_SHOWN_CHOICES])}”{more}中选一个")


@cache
def _choice_keys(choices: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Codes and labels to codes; a label that two codes share names neither."""
    labels = [_key_of(label) for _, label in choices]
    by_label = {_key_of(label): code for code, label in choices if labels.count(_key_of(label)) == 1}
    return by_label | {_key_of(code): code for code, _ in choices}


def read_area(column: Column, cell: CellValue, context: Context) -> Verdict:
    """One division of GB/T 2260, by its name or code; a group of divisions is no place for a record."""
    del column, context
    text = _key_of(cell)
    try:
        found = load_areas().get(text) if text[:1].isdecimal() else load_areas().by_name(text)
    except UnknownArea as error:
        return wrong_as_said(str(error))
    if not isinstance(found, Area):
        return wrong(f"“{found.name}”是几个区划的合称", "请写明具体的县、市、区")
    return right(found.code)


def _key_of(cell: CellValue) -> str:
    """A cell as it is compared with codes and labels: without spaces, brackets of one width."""
    if isinstance(cell, Decimal):
        whole = _whole(cell)
        return str(whole) if whole is not None else f"{cell:f}"
    return cell.translate(_BRACKETS) if isinstance(cell, str) else ""


def _whole(number: Decimal) -> int | None:
    whole = number.to_integral_value()
    return int(whole) if whole == number else None


READERS: Final[Mapping[Kind, Reader]] = {
    Kind.TEXT: read_text,
    Kind.LONG_TEXT: read_text,
    Kind.REFERENCE: read_text,
    Kind.INTEGER: read_integer,
    Kind.DECIMAL: read_decimal,
    Kind.MONEY: read_money,
    Kind.DATE: read_date,
    Kind.TIME: read_time,
    Kind.BOOLEAN: read_boolean,
    Kind.CHOICE: read_choice,
    Kind.STATE: read_choice,
    Kind.AREA: read_area,
    Kind.IDENTITY_NUMBER: _coded(identity_number.problem, None, "身份证号以数字形式保存，末几位可能已丢失"),
    Kind.USCC: _coded(uscc.problem, uscc.warning, "统一社会信用代码以数字形式保存，末几位可能已丢失"),
    Kind.PLATE: _coded(plate.problem, None, "号牌号码不是文本"),
    Kind.MOBILE: read_mobile,
    Kind.VIN: read_vin,
}
"""Exactly one reader for each kind of column."""
