"""One way to read each kind of cell: right, nothing, or refused; never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from yunguan.core.area import Area, UnknownArea, load_areas
from yunguan.core.codes import identity_number, mobile, plate, uscc, vin
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.quantities import (
    TOO_LONG,
    read_date,
    read_decimal,
    read_integer,
    read_money,
    read_time,
    whole_of,
)
from yunguan.registers.importing.values import CellValue, Padded, Percent, Serial
from yunguan.registers.importing.verdict import Context, Verdict, right, wrong, wrong_as_said

Reader = Callable[[Column, CellValue, Context], Verdict]

_SET_TEXT: Final = "请把该列的单元格格式设为“文本”，再重新录入"
_HAN_PLANES: Final = range(0x20000, 0x40000)
_ODD_SPACES: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_SPECIAL: Final = re.compile(
    "[^\n -\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufefe\uff00-\uffef]"
)
_TRUE: Final = frozenset({"是", "√", "✓", "✔", "有", "对", "Y", "YES", "TRUE", "1", "真"})
_FALSE: Final = frozenset({"否", "×", "✗", "✘", "X", "无", "错", "N", "NO", "FALSE", "0", "假"})
_BRACKETS: Final = str.maketrans("（）", "()", " \u3000\u00a0")
_SHOWN_CHOICES: Final = 15


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
    whole = whole_of(cell)
    if whole is None:
        return wrong(f"单元格是数字 {cell:f}，不是文本", _SET_TEXT)
    if abs(whole) >= TOO_LONG:
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
    whole = whole_of(cell) if isinstance(cell, Decimal) and not isinstance(cell, Percent | Serial | Padded) else None
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
        whole = whole_of(cell)
        return str(whole) if whole is not None else f"{cell:f}"
    return cell.translate(_BRACKETS) if isinstance(cell, str) else ""


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
