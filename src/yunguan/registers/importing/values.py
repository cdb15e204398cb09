"""What a cell of a workbook can hold: text, an exact number, a date, or something that no value can be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final


@dataclass(frozen=True)
class CellError:
    """An error that Excel shows, such as #DIV/0!."""

    code: str


@dataclass(frozen=True)
class NoValue:
    """A formula that was saved without its result."""

    formula: str = ""


@dataclass(frozen=True)
class Covered:
    """A cell under a merged range; `anchor` is the value shown there, `below` whether it stands in the same column."""

    anchor: CellValue
    below: bool


class Percent(Decimal):
    """A number shown as a percentage: 0.68 is shown as 68%."""


class Padded(Decimal):
    """A number shown with other digits than it has, such as 7 shown as 007."""


class Serial(Decimal):
    """A number shown as a date or time from which no certain day can be read; `reason` says why."""

    reason: str = ""


CellValue = None | str | bool | Decimal | date | datetime | CellError | NoValue | Covered
"""`Percent`, `Padded` and `Serial` are Decimals; a bare Decimal is a plain number, exactly as it is stored."""


class Shown(Enum):
    """How a number format shows a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    PADDED = "padded"
    DATE = "date"
    MONTH = "month"
    NO_YEAR = "no_year"
    TIME = "time"


_SAYS: Final = {
    Shown.MONTH: "单元格只显示到月，看不出是哪一日",
    Shown.NO_YEAR: "单元格不显示年份，看不出是哪一年",
    Shown.TIME: "单元格显示的是时间，不是日期",
}
_EARLY: Final = "单元格是日期格式，但数值对应不了可信的日期（Excel 不能准确表示 1900 年 3 月 1 日以前的日期）"

_BUILT_IN: Final = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((14, 15, 22, 30, 31), Shown.DATE),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), Shown.MONTH),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), Shown.NO_YEAR),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), Shown.TIME),
}
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LIKE: Final = re.compile(r"[ymdhse]", re.IGNORECASE)
_PADDED: Final = re.compile(r"0{2,}(?![\d.]*[#?])")
_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)')


def shown_as(number_format: int, code: str | None) -> Shown:
    """How cells of a number format are shown; the ids 27–36 and 50–58 are those of Chinese Excel (ECMA-376 18.8.30)."""
    if code is None:
        return _BUILT_IN.get(number_format, Shown.PLAIN)
    section = code.split(";")[0]
    bare = _QUOTED.sub("", section)
    if bare.lower().replace("/", "").strip() in {"general", "g通用格式", "@", ""}:
        return _plain_unless_literal(section)
    if "%" in bare:
        return Shown.PERCENT
    if _DATE_LIKE.search(bare) and "0.0e" not in bare.lower() and "0e+" not in bare.lower():
        return _date_kind(bare.lower())
    if _PADDED.search(bare.split(".")[0]):
        return Shown.PADDED
    return _plain_unless_literal(section)


def _plain_unless_literal(section: str) -> Shown:
    """A format that writes digits or letters of its own, such as "D"000, shows what the cell does not hold."""
    literal = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(section))
    return Shown.PADDED if re.search(r"[0-9A-Za-z]", literal) else Shown.PLAIN


def _date_kind(bare: str) -> Shown:
    has_year, has_day = "y" in bare or "e" in bare, "d" in bare
    if has_year and has_day:
        return Shown.DATE
    if has_year:
        return Shown.MONTH
    return Shown.NO_YEAR if has_day else Shown.TIME


def numeric(raw: str, shown: Shown, *, base_1904: bool) -> CellValue:
    """The value of a number as stored; ArithmeticError when `raw` is no number."""
    number = Decimal(raw)
    if not number.is_finite():
        raise ArithmeticError(raw)
    if shown is Shown.PLAIN:
        return number
    if shown is Shown.PERCENT:
        return Percent(number)
    if shown is Shown.PADDED:
        return Padded(number)
    if shown is Shown.DATE:
        return day_of_serial(number, base_1904=base_1904) or _serial(number, _EARLY)
    return _serial(number, _SAYS[shown])


def day_of_serial(number: Decimal, *, base_1904: bool) -> date | datetime | None:
    """The day of an Excel serial; None where there is none, or where the 1900 system errs about it (below 61)."""
    first = Decimal(0) if base_1904 else Decimal(61)
    if not first <= number < Decimal(2_958_466 - 1462 * base_1904):
        return None
    whole = int(number)
    base = date(1904, 1, 1) if base_1904 else date(1899, 12, 30)
    day = base + timedelta(days=whole)
    seconds = round((number - whole) * 86_400)
    if seconds == 0:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001 - Excel knows no zone


def _serial(number: Decimal, reason: str) -> Serial:
    serial = Serial(number)
    serial.reason = reason
    return serial
