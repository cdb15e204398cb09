"""身份证号: the citizen identity number of GB 11643-1999, 18 characters."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from stdnum.cn import ric

from yunguan.core.codes.characters import DIGITS, masked, misfit

_NAME = "身份证号"
_LENGTH = 18
_OLD_LENGTH = 15
_MEANT = {"O": "0", "o": "0", "I": "1", "l": "1", "i": "1", "*": "被隐去的数字"}
_SCIENTIFIC = re.compile(r"[0-9]+(\.[0-9]+)?[Ee]\+?[0-9]+")
_PROVINCES = (
    *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66),
    71, 81, 82, 83,
)  # fmt: skip
_FOREIGNER = "9"  # permanent residents: 9, then the province, then the nationality


class Sex(StrEnum):
    """Sex as the seventeenth digit tells it."""

    MALE = "男"
    FEMALE = "女"


def problem(text: str) -> str | None:
    """Say what is wrong with the number and what to do; None when it is right."""
    return _shape_problem(text) or _content_problem(text)


def birth_date(text: str) -> date:
    """The date of birth; raises ValueError when the number is wrong."""
    _demand(text)
    return date.fromisoformat(text[6:14])


def sex(text: str) -> Sex:
    """Odd is male, even is female; raises ValueError when the number is wrong."""
    _demand(text)
    return Sex.MALE if int(text[16]) % 2 else Sex.FEMALE


def age(text: str, on: date) -> int:
    """Full years of age on that day, negative before birth; raises ValueError when the number is wrong."""
    born = birth_date(text)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_problem(text: str, on: date, at_least: int = 0, at_most: int = 120) -> str | None:
    """Say when the holder is younger or older than a rule allows on that day; ages in full years."""
    years = age(text, on)
    if years < 0:
        return f"{_NAME}中的出生日期晚于 {on}，请核对号码"
    if at_least <= years <= at_most:
        return None
    return f"按{_NAME}在 {on} 为 {years} 周岁，应在 {at_least} 至 {at_most} 周岁之间，请核对号码或人员"


def mask(text: str) -> str:
    """For lists and messages: the first four and the last two characters remain."""
    return masked(text, 4, 2)


def _shape_problem(text: str) -> str | None:
    if not text:
        return f"没有填写{_NAME}，请补填"
    if _SCIENTIFIC.fullmatch(text):
        return f"{_NAME}已被表格软件改成科学计数法，末几位已经丢失，请把单元格设为文本后重新填写"
    if found := misfit(_NAME, text, DIGITS + "X", _MEANT):
        return found
    if len(text) == _OLD_LENGTH:
        return f"{_NAME}是 15 位的旧号码，请填写现在的 18 位号码"
    if len(text) != _LENGTH:
        return f"{_NAME}应为 18 位，现有 {len(text)} 位，请核对证件后补全或删去多余的"
    return misfit(_NAME, text[:-1], DIGITS)


def _content_problem(text: str) -> str | None:
    province = text[1:3] if text[0] == _FOREIGNER else text[:2]
    if int(province) not in _PROVINCES:
        return f"{_NAME}开头的地区代码“{text[:6]}”不存在，请核对证件"
    if not _is_date(text[6:14]):
        return f"{_NAME}中的出生日期“{text[6:14]}”不存在，请核对证件"
    if text[-1] != ric.calc_check_digit(text):
        return f"{_NAME}的校验码不对，其中至少有一位填错，请逐位核对证件"
    return None


def _is_date(digits: str) -> bool:
    try:
        return date.fromisoformat(digits).year >= 1900  # noqa: PLR2004 - nobody older is alive
    except ValueError:
        return False


def _demand(text: str) -> None:
    if found := problem(text):
        raise ValueError(found)
