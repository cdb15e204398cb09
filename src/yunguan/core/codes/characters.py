"""The first character that does not belong in a code, named so that a person can put it right."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_ALIKE = dict(
    zip(
        "АВЕКМНОРСТУХІЅЈАаВеКмНоРсТуХхі" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTYXISJAaBeKmHoPcTyXxi" + "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
_SCRIPTS = {"CYRILLIC": "西里尔字母", "GREEK": "希腊字母"}
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn", "Mn"}


def misfit(code: str, text: str, allowed: Container[str], meant: Mapping[str, str] | None = None) -> str | None:
    """Say which character of `text` is not `allowed` in this kind of `code` and what to do; None when all are.

    `meant` maps a wrong letter to the digit it is usually mistaken for, such as O for 0.
    """
    for place, char in enumerate(text, start=1):
        if char not in allowed:
            return f"{code}第 {place} 个字符{_remedy(char, allowed, meant or {})}"
    return None


def masked(text: str, head: int, tail: int) -> str:
    """Stars for all but `head` and `tail` characters; for all when the text is too short to hide behind."""
    hidden = len(text) - head - tail
    if hidden < head:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]


def _remedy(char: str, allowed: Container[str], meant: Mapping[str, str]) -> str:
    point = f"U+{ord(char):04X}"
    if unicodedata.category(char) in _UNSEEN:
        return f"是空格或看不见的字符（{point}），请删去"
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and plain.isascii():
        return f"“{char}”是全角或变体字符（{point}），请改成半角的“{plain}”"
    if alike := _ALIKE.get(char):
        script = _SCRIPTS[unicodedata.name(char).split()[0]]
        return f"“{char}”是{script}（{point}），形似而不是英文字母，请改成英文字母“{alike}”"
    if char in meant:
        return f"“{char}”不能用在这里，请核对是否应为“{meant[char]}”"
    if char.upper() in allowed:
        return f"“{char}”是小写字母，请改成大写的“{char.upper()}”"
    return f"“{char}”不能用在这里，请核对证件后改正"
