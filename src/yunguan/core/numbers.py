"""Numbers and dates as clerks write them: read by exact rules or refused, never guessed."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Generic, TypeVar

T = TypeVar("T")

_SPACES = " \u00a0\u3000\t\r\n"
_WIDE = dict(zip("０１２３４５６７８９，．－／−", "0123456789,.-/-", strict=True))  # the last is U+2212
_TRANSLATE = str.maketrans(_WIDE)

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_LEADING_ZERO = re.compile(r"-?0[0-9]")
_LONGEST = 28  # digits that Decimal keeps exactly in its default context
_EXCEL_DIGITS = 15

_NUMBER_REMEDIES = (
    (re.compile(r"\([0-9,.]+\)|（[0-9,.]+）"), "括号不作负号，请改写成带负号的数，如 -1234"),
    (re.compile(r".*[%％‰]"), "请去掉百分号，按该栏注明的单位填写"),
    (re.compile(r"-?[0-9.]+[Ee][+-]?[0-9]+"), "不能用科学计数法，请把单元格设为文本或数值后写出全部数字"),
    (re.compile(r"-?[0-9,.]*,[0-9,.]*"), "千位分隔的位置不对，请每三位一个逗号，或去掉逗号"),
    (re.compile(r"-?[0-9,.]+ *[^0-9,.]+"), "数字后面不要写单位或说明，请只留数字"),
    (re.compile(r"[零〇一二两三四五六七八九十百千万亿点]+"), "请改用阿拉伯数字"),
)

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_HAN = "".join(_DIGITS)
_MARKED = re.compile(
    rf"([0-9]{{4}}|[{_HAN}]{{4}}) *年 *([0-9]{{1,2}}|[{_HAN}十]{{1,3}}) *月 *([0-9]{{1,2}}|[{_HAN}十]{{1,3}}) *[日号]"
)
_SEPARATED = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")

_DATE_REMEDIES = (
    (re.compile(r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}"), "日和月的先后不明，请写成 2023-04-03 的样子"),
    (
        re.compile(rf"[0-9]{{1,2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}|(?:[0-9]{{2}}|[{_HAN}]{{2}})年.*"),
        "年份只有两位，请写全四位年份",
    ),
    (re.compile(rf"[0-9]{{4}}[-./][0-9]{{1,2}}|[0-9{_HAN}]{{4}} *年[^日号]*"), "没有写到日，请补上具体日期"),
    (re.compile(r".*[0-9]{1,2}:[0-9]{2}.*"), "带有时刻，请删去时刻，只留日期"),
    (re.compile(r"[0-9]+(?:\.[0-9]+)?"), "是一个数，不是日期，请把单元格设为日期格式后重新填写"),
)
_DATE_FORM = "请写成 2023-04-03 或 2023年4月3日 的样子"


@dataclass(frozen=True)
class Read(Generic[T]):
    """A value together with what had to be mapped or left out to read it, as Chinese sentences."""

    value: T
    notes: tuple[str, ...] = ()


def read_decimal(text: str) -> Decimal:
    """The number that the text states; raises ValueError when it is not plainly one."""
    return decimal_with_notes(text).value


def decimal_with_notes(text: str) -> Read[Decimal]:
    """Like `read_decimal`, telling which characters were mapped (full-width digits, spaces, leading zeros)."""
    plain, notes = _normalised(text)
    if not plain:
        raise ValueError("没有填写数字，请补填；没有数据时请留空整格")
    if not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        raise ValueError(f"“{text}”不是数字，{_first(_NUMBER_REMEDIES, plain, '请只写数字、小数点和负号')}")
    digits = plain.replace(",", "")
    if len(digits) > _LONGEST:
        raise ValueError(f"“{text[:_LONGEST]}……”位数太多，请核对；号码和编号请填在文本栏")
    if _LEADING_ZERO.match(digits):
        notes = (*notes, f"“{text}”前面的零没有计入数值")
    return Read(Decimal(digits), notes)


def decimal_of_cell(value: float) -> Decimal:
    """The number that a spreadsheet cell shows, to the 15 digits that a spreadsheet keeps.

    Raises TypeError on a truth value and ValueError where digits may already be lost.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"单元格的值是 {type(value).__name__}，不是数字")
    if not math.isfinite(value) or abs(value) >= 10**_EXCEL_DIGITS:
        raise ValueError(f"单元格的数 {value} 超过 15 位，末几位可能已丢失，请设为文本后重新填写")
    return Decimal(f"{value:.{_EXCEL_DIGITS}g}")


def read_date(value: object) -> date:
    """The day that a cell or a text states; raises ValueError when it is not plainly one day."""
    return date_with_notes(value).value


def date_with_notes(value: object) -> Read[date]:
    """Like `read_date`, telling which characters were mapped."""
    if isinstance(value, datetime):
        return Read(_midnight(value))
    if isinstance(value, date):
        return Read(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Read(_date_of_text(f"{value:.15g}"))
    if not isinstance(value, str):
        raise ValueError(f"“{value}”不是日期，{_DATE_FORM}")  # noqa: TRY004 - one kind of complaint for every cell
    plain, notes = _normalised(value)
    return Read(_date_of_text(plain), notes)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Rounded to so many decimals, a half away from zero (四舍五入)."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def exact_text(value: Decimal) -> str:
    """All digits of a number, without idle zeros and without an exponent."""
    return format(value.normalize() if value else Decimal(0), "f")


def _normalised(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in ASCII forms without outer spaces, and a sentence for each thing done."""
    plain = text.strip(_SPACES)
    notes = ("去掉了前后的空格",) if plain != text else ()
    if wide := "".join(dict.fromkeys(char for char in plain if char in _WIDE)):
        notes = (*notes, f"“{wide}”是全角字符，已按“{wide.translate(_TRANSLATE)}”读取")
    return plain.translate(_TRANSLATE), notes


def _first(remedies: tuple[tuple[re.Pattern[str], str], ...], text: str, otherwise: str) -> str:
    return next((remedy for pattern, remedy in remedies if pattern.fullmatch(text)), otherwise)


def _midnight(moment: datetime) -> date:
    if moment.time() != time():
        raise ValueError(f"“{moment}”带有时刻，请删去时刻，只留日期")
    return moment.date()


def _date_of_text(text: str) -> date:
    if found := _MARKED.fullmatch(text):
        year, month, day = found.groups()
    elif found := _SEPARATED.fullmatch(text):
        year, _, month, day = found.groups()
    elif found := _COMPACT.fullmatch(text):
        year, month, day = found.groups()
    elif text:
        raise ValueError(f"“{text}”不是日期，{_first(_DATE_REMEDIES, text, _DATE_FORM)}")
    else:
        raise ValueError("没有填写日期，请补填")
    return _real_date(text, _year(year), _small(month), _small(day))


def _real_date(text: str, year: int, month: int, day: int) -> date:
    try:
        real = date(year, month, day)
    except ValueError:
        raise ValueError(f"“{text}”这一天不存在，请核对月和日") from None
    if not 1900 <= year <= 2199:  # noqa: PLR2004 - the same years as a Period
        raise ValueError(f"“{text}”的年份不在 1900 至 2199 之间，请核对")
    return real


def _year(text: str) -> int:
    return int(text) if text.isascii() else int("".join(str(_DIGITS[char]) for char in text))


def _small(text: str) -> int:
    """A month or a day in digits or in Chinese, 一 to 三十一; 0, which no date has, when it is neither."""
    if text.isascii():
        return int(text)
    if "十" not in text:
        return _DIGITS[text] if len(text) == 1 else 0
    tens, ones = text.split("十", 1)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
