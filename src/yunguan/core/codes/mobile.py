"""手机号码: a mobile number of the mainland, eleven digits."""

from __future__ import annotations

import re

from yunguan.core.codes.characters import DIGITS, masked, misfit

_NAME = "手机号码"
_LENGTH = 11
_MEANT = {"O": "0", "o": "0", "I": "1", "l": "1"}
_RIGHT = re.compile(r"1[3-9][0-9]{9}")


def problem(text: str) -> str | None:
    """Say what is wrong with the number and what to do; None when it is right."""
    if not text:
        return f"没有填写{_NAME}，请补填"
    if text.startswith(("+86", "0086")):
        return f"{_NAME}不写国家代码，请删去开头的 +86 或 0086"
    if found := misfit(_NAME, text, DIGITS, _MEANT):
        return found
    if len(text) != _LENGTH:
        return f"{_NAME}应为 11 位，现有 {len(text)} 位，请核对；固定电话请填在电话栏"
    if not _RIGHT.fullmatch(text):
        return f"{_NAME}应以 13 至 19 开头，现为“{text[:2]}”，请核对"
    return None


def mask(text: str) -> str:
    """For lists and messages: the first three and the last four digits remain."""
    return masked(text, 3, 4)
