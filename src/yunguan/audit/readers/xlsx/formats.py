"""Number formats: what Excel prints for a number (ECMA-376 18.8.30), so that the auditor reads what people see.

Two signs are not printed as Excel prints them, since only the number is meant: a negative in brackets has a minus, and
¥ is left out. Excel's ##### for a narrow column, fractions and powers of ten are printed as plain numbers.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException
from functools import lru_cache
from typing import Final

from yunguan.audit.readers.xlsx import dates

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'), **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'), **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
}  # fmt: skip
"""The formats that a file names only by their number, as Chinese Excel has them."""
_DIGITS: Final = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE: Final = Context(prec=60, rounding=ROUND_HALF_UP)
_LONGEST: Final = 400
_LARGEST: Final = 30
_TOKEN: Final = re.compile(
    r"\"([^\"]*)\"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([0#?]+)|([,.%])|(.)", re.DOTALL
)
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]", re.DOTALL)
_SECTIONS: Final = re.compile(r"((?:\"[^\"]*\"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)", re.DOTALL)
_PLAIN: Final = re.compile(r"general|@|G/通用格式|E[+-]|[?#0]\s*/\s*[?#0]", re.IGNORECASE)
_COMPARE: Final = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne
}  # fmt: skip
_YUAN: Final = "¥￥"


def printed(raw: str, code: str, *, base_1904: bool = False) -> str | None:
    """What Excel prints for this stored number under this format; None where it is no number."""
    try:
        value = _DIGITS.create_decimal(raw)
    except (DecimalException, ValueError):
        return None
    if not value.is_finite():
        return None
    section, magnitude = _section(code, value)
    if dates.is_date(section):
        return dates.shown(value, section, base_1904=base_1904) or general(value)
    if not section.strip():
        return general(value) if value or not code.strip() else ""
    if _is_plain(section) or value.adjusted() > _LARGEST:
        return _plain(section, value)
    return _shape(section).print(value if magnitude is None else magnitude, bare=magnitude is not None)


def general(value: Decimal) -> str:
    """The number by its digits, at most fifteen, without the dust of binary fractions."""
    if not value:
        return "0"
    if abs(value.adjusted()) > _LARGEST:
        return str(value.normalize(_DIGITS))
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1_000)
def _is_plain(section: str) -> bool:
    return bool(_PLAIN.search(_QUOTED.sub("", section)))


def _plain(section: str, value: Decimal) -> str:
    """A General number between what the section writes of its own: General"人"."""
    if not re.search(r"general|G/通用格式", section, re.IGNORECASE):
        return general(value)
    before, _, behind = re.sub(r"general|G/通用格式", "\0", section, count=1, flags=re.IGNORECASE).partition("\0")
    return f"{_literal(before)}{general(value)}{_literal(behind)}"


def _section(code: str, value: Decimal) -> tuple[str, Decimal | None]:
    """The section for this value, and the value without its sign where the section itself shows the sign."""
    sections = _sections(code)
    for section in sections:
        if condition := _CONDITION.search(section):
            if _COMPARE[condition[1]](value, Decimal(condition[2])):
                return section, None
        elif any(_CONDITION.search(each) for each in sections):
            return section, None
    if value < 0 and len(sections) > 1:
        return _bracketed(sections[1]), abs(value)
    if not value and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        return sections[2], None
    return sections[0], None


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[str, ...]:
    return tuple(_SECTIONS.findall(code[:_LONGEST])[:-1]) or ("",)


def _bracketed(section: str) -> str:
    """(#,##0) as -#,##0."""
    inner = re.sub(r"\"([()（）])\"|\\([()（）])", lambda found: found[1] or found[2], section)
    match = re.fullmatch(r"((?:_.|\*.|\[[^\]]*\]|[^(（])*)[(（](.*)[)）](.*)", inner, re.DOTALL)
    return f"-{match[1]}{match[2]}{match[3]}" if match else section


def _literal(code: str) -> str:
    return "".join(found[1] or found[2] or found[6] or "" for found in _TOKEN.finditer(code)).strip()


@dataclass(frozen=True)
class _Shape:
    """A section cut up: the literals and digits before the point, the digits behind it, what stands around."""

    whole: tuple[str, ...]
    fraction: str
    behind: str
    hundred: int
    thousand: int
    grouped: bool

    def print(self, value: Decimal, *, bare: bool) -> str:
        """The value in this shape; `bare` where the section itself writes the sign."""
        scaled = _WIDE.scaleb(value, 2 * self.hundred - 3 * self.thousand)
        rounded = _WIDE.quantize(scaled, Decimal(1).scaleb(-len(self.fraction)))
        digits, _, decimals = f"{abs(rounded):f}".partition(".")
        while decimals and self.fraction[len(decimals) - 1] != "0" and decimals.endswith("0"):
            decimals = decimals[:-1]
        minus = "-" if rounded < 0 and not bare else ""
        return f"{minus}{self._whole(digits)}{'.' if decimals else ''}{decimals}{self.behind}".strip()

    def _whole(self, digits: str) -> str:
        """The digits laid into their places from the right; what is left stands at the first place."""
        places = sum(len(part[1:]) for part in self.whole if part[0] == "0")
        needed = sum(part.count("0") - 1 for part in self.whole if part[0] == "0")
        filled = digits.lstrip("0").zfill(needed)
        found, left = [], places
        for part in reversed(self.whole):
            if part[0] != "0":
                found.append(part[1:])
                continue
            left -= len(part[1:])
            take = filled if not left else filled[-len(part[1:]) :]
            filled = filled[: len(filled) - len(take)]
            found.append(f"{int(take):,}".rjust(len(take), "0") if self.grouped and take else take)
        return "".join(reversed(found))


@lru_cache(maxsize=1_000)
def _shape(section: str) -> _Shape:
    whole: list[str] = []
    fraction, behind, commas = "", "", 0
    pointed = grouped = False
    last = max((found.end() for found in _TOKEN.finditer(section) if found[4]), default=0)
    hundred = 0
    for found in _TOKEN.finditer(section):
        quoted, escaped, money, digits, mark, other = found.groups()
        literal = quoted or escaped or money or other or ""
        if digits and pointed:
            fraction += digits
        elif digits:
            whole.append(f"{whole.pop() if grouped and whole[-1][0] == '0' else '0'}{digits}")
        elif mark == "." and found.end() <= last:
            pointed = True
        elif mark == "," and found.start() >= last:
            commas += 1
        elif mark == ",":
            grouped = grouped or bool(whole)
        else:
            hundred += mark == "%"
            text = "".join(each for each in mark or literal if each not in _YUAN)
            if found.start() >= last or pointed:
                behind += text
            elif text:
                whole.append(f"x{text}")
    bare = fraction and not any(part[0] == "0" for part in whole)
    return _Shape((*whole, "0#") if bare else tuple(whole), fraction, behind, hundred, commas, grouped)
