"""Formats: how a figure is written in a sentence; each says how it rounds, and refuses what it would distort."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from yunguan.core.catalogue import gather
from yunguan.core.numbers import round_half_up

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_TOO_LARGE = 10_000


class UnfitError(ValueError):
    """The value cannot be written in this format without changing what it says."""


@dataclass(frozen=True)
class Format:
    """A name for marks, what it does in Chinese, and the writing itself."""

    name: str
    label: str
    write: Callable[[Decimal], str]


def _rounded(places: int, suffix: str = "") -> Callable[[Decimal], str]:
    return lambda value: f"{_positive_zero(round_half_up(value, places)):.{places}f}{suffix}"


def _trimmed(value: Decimal, places: int) -> str:
    text = f"{_positive_zero(round_half_up(value, places)):.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def _positive_zero(value: Decimal) -> Decimal:
    return value or Decimal(0)


def _whole(value: Decimal) -> int:
    if value != value.to_integral_value():
        raise UnfitError(f"数值 {value} 不是整数，整数格式会改变它，请改用小数格式")
    return int(value)


def _grouped(value: Decimal) -> str:
    return f"{_whole(value):,}"


def _change(value: Decimal) -> str:
    size = _trimmed(abs(value), 0)
    if size == "0":
        return "持平"
    return f"{'增长' if value > 0 else '减少'}{size}%"


def _absolute(value: Decimal) -> str:
    return _trimmed(abs(value), 2)


def _chinese(value: Decimal) -> str:
    number = _whole(value)
    if not 0 <= number < _TOO_LARGE:
        raise UnfitError(f"数值 {value} 不在 0 至 9999 之间，不能写成汉字数字，请改用 integer")
    return _numeral(number)


def _numeral(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += (_DIGITS[0] if gap and text else "") + _DIGITS[digit] + _PLACES[power]
        gap = digit == 0
    return text.removeprefix("一") if text.startswith("一十") else text


INTEGER = Format("integer", "整数，不分节", lambda value: str(_whole(value)))
THOUSANDS = Format("thousands", "整数，千分位分节", _grouped)
DECIMAL1 = Format("decimal1", "小数一位，四舍五入", _rounded(1))
DECIMAL2 = Format("decimal2", "小数两位，四舍五入", _rounded(2))
PERCENT0 = Format("percent0", "百分数，四舍五入到整数", _rounded(0, "%"))
PERCENT1 = Format("percent1", "百分数，四舍五入到一位小数", _rounded(1, "%"))
PERCENT2 = Format("percent2", "百分数，四舍五入到两位小数", _rounded(2, "%"))
MONEY = Format("money", "金额，至多两位小数，四舍五入，末尾的零不写", lambda value: _trimmed(value, 2))
MONEY2 = Format("money2", "金额，固定两位小数，四舍五入", _rounded(2))
CHINESE = Format("chinese", "汉字数字", _chinese)
TEN_THOUSANDS = Format(
    "ten_thousands", "以万计，至多两位小数，四舍五入", lambda value: _trimmed(value / 10_000, 2) + "万"
)
ABSOLUTE = Format("absolute", "不带正负号，至多两位小数，四舍五入", _absolute)
CHANGE = Format("change", "“增长”或“减少”加百分数，四舍五入到整数；零写“持平”", _change)

FORMATS = gather((sys.modules[__name__],), Format, lambda known: known.name)
