"""Chinese numerals that count something: 两所 and 二十三人, but not 四个意识, 一起 or 万一."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_COUNTERS: Final = frozenset("所家辆台块座人名位户件篇份场条本枚张期艘处")
_SINGLE: Final = frozenset("所家辆台座名人")
_NOT_AFTER: Final = "第每上下数几同这那任某统逐另唯万专单独进百千十双"
_QUOTES: Final = "“‘「『《〈"


def value(numeral: str) -> int | None:
    """23 for 二十三; None where the characters are no numeral, such as 万一."""
    total, digit = 0, 0
    for char in numeral:
        if char in _DIGITS:
            if digit and char != "零":
                return None
            digit = _DIGITS[char]
        elif char in _PLACES:
            total += (digit or (1 if char == "十" else 0)) * _PLACES[char]
            digit = 0
        else:
            return None
    return total + digit or None


def counts(text: str, start: int, numeral: str, unit: str) -> bool:
    """True where this numeral counts things: it has a counter behind it and no word before it that says otherwise."""
    before = text[start - 1 : start] if start else ""
    counters = _SINGLE if numeral == "一" else _COUNTERS
    return unit in counters and before not in {*_NOT_AFTER, *_QUOTES}
