"""号牌: motor vehicle plates of GA 36-2018 that a transport operator can have."""

from __future__ import annotations

import re
from enum import StrEnum

from yunguan.core.codes.characters import DIGITS, LETTERS, misfit

_NAME = "号牌号码"
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_LETTERS = "".join(letter for letter in LETTERS if letter not in "IO")
_TAILS = "挂学"
_OTHER_TAILS = {"警": "警车", "港": "港澳入出境车辆", "澳": "港澳入出境车辆", "领": "领事馆车辆", "使": "使馆车辆"}
_MEANT = {"I": "1", "O": "0"}
_LENGTHS = (7, 8)


class PlateKind(StrEnum):
    """The kinds that the text of a plate tells apart; small and large ordinary plates differ by colour only."""

    ORDINARY = "普通汽车号牌"
    NEW_ENERGY_SMALL = "小型新能源汽车号牌"
    NEW_ENERGY_LARGE = "大型新能源汽车号牌"
    TRAILER = "挂车号牌"
    LEARNER = "教练汽车号牌"


_SERIALS = {
    PlateKind.ORDINARY: re.compile("[A-HJ-NP-Z0-9]{5}"),
    PlateKind.NEW_ENERGY_SMALL: re.compile("[A-HJK][A-HJ-NP-Z0-9][0-9]{4}"),
    PlateKind.NEW_ENERGY_LARGE: re.compile("[0-9]{5}[A-HJK]"),
    PlateKind.TRAILER: re.compile("[A-HJ-NP-Z0-9]{4}挂"),
    PlateKind.LEARNER: re.compile("[A-HJ-NP-Z0-9]{4}学"),
}


def problem(text: str) -> str | None:
    """Say what is wrong with the plate and what to do; None when it is right."""
    return _shape_problem(text) or _serial_problem(text)


def kind(text: str) -> PlateKind:
    """Which kind of plate this is; raises ValueError when the plate is wrong."""
    if found := problem(text):
        raise ValueError(found)
    return next(kind for kind, serial in _SERIALS.items() if serial.fullmatch(text[2:]))


def _shape_problem(text: str) -> str | None:
    if not text:
        return f"没有填写{_NAME}，请补填"
    if use := _OTHER_TAILS.get(text[-1]):
        return f"{_NAME}以“{text[-1]}”结尾，是{use}的号牌，不能登记为营运车辆，请核对行驶证"
    if found := misfit(_NAME, text, _PROVINCES + _LETTERS + DIGITS + _TAILS, _MEANT) or _head_problem(text):
        return found
    if len(text) not in _LENGTHS:
        return f"{_NAME}应为 7 位（新能源汽车 8 位），现有 {len(text)} 位，请核对行驶证"
    return None


def _head_problem(text: str) -> str | None:
    if text[0] not in _PROVINCES:
        return f"{_NAME}应以省份简称开头，如“湘”，现为“{text[0]}”，请补上或改正"
    if text[1:2] not in _LETTERS:
        return f"{_NAME}第 2 位应为发牌机关的字母，如“湘D”，请补上或改正"
    return None


def _serial_problem(text: str) -> str | None:
    serial = text[2:]
    if any(pattern.fullmatch(serial) for pattern in _SERIALS.values()):
        return None
    if len(text) == max(_LENGTHS):
        return f"新能源号牌的序号“{serial}”不合规则，小型车首位、大型车末位应为 A 至 K 的字母，请核对行驶证"
    return f"号牌的序号“{serial}”不合规则，应为 5 位数字或字母，或 4 位加“挂”“学”，请核对行驶证"
