"""Numbers in the notation of a list: 一, 十二, ①, iv, as Word writes them before a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "十", "百", "千")
_LEGAL_PLACES: Final = ("", "拾", "佰", "仟")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_COUNTED: Final = 9_999
_MOST_ROMAN: Final = 3_999


def label(number: int, notation: str) -> str:
    """The number as this numFmt writes it; in plain digits where the notation has no sign for it or is not known."""
    write = _NOTATIONS.get(notation)
    return (write(number) if write else "") or str(number)


def _counted(digits: str, places: tuple[str, ...], *, ten: bool) -> Callable[[int], str]:
    def write(number: int) -> str:
        if not 0 < number <= _MOST_COUNTED:
            return ""
        text, figures = "", str(number)
        for place, figure in zip(reversed(range(len(figures))), figures, strict=True):
            if figure != "0":
                text += digits[int(figure)] + places[place]
            elif text and text[-1] != digits[0]:
                text += digits[0]
        text = text.rstrip(digits[0])
        return text[1:] if ten and text.startswith(digits[1] + places[1]) else text

    return write


def _from(first: str, most: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode, such as ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else ""


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _letter(number: int) -> str:
    """A to z, then aa, bb and so on, as Word counts."""
    most = 26 * 10
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= most else ""


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return ""
    text = ""
    for value, sign in _ROMAN:
        text, number = text + sign * (number // value), number % value
    return text


_plain = _counted(_DIGITS, _PLACES, ten=True)
_legal = _counted(_LEGAL, _LEGAL_PLACES, ten=False)

_NOTATIONS: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting",
        ),
        _plain,
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"),
        lambda number: "".join("〇一二三四五六七八九"[int(figure)] for figure in str(number)),
    ),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"), _from("①", 20)
    ),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalZero": "{:02}".format,
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda number: str(number).translate({ord("0") + figure: ord("０") + figure for figure in range(10)}),
    ),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
}  # fmt: skip
