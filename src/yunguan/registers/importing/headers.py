"""Headings of a workbook against the columns of a book: the same words in other dress, and nothing looser than that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yunguan.core.columns import Column, Kind

FEN: Final[Mapping[str, Decimal]] = {
    "分": Decimal(1),
    "元": Decimal(100),
    "人民币元": Decimal(100),
    "百元": Decimal(10_000),
    "千元": Decimal(100_000),
    "万元": Decimal(1_000_000),
    "百万元": Decimal(100_000_000),
    "亿元": Decimal(10_000_000_000),
}
"""Fen in one of each unit that a heading may state."""
RESULT: Final = "导入结果"
"""The column that a marked copy adds; when the copy comes back it is left out."""
IGNORED: Final = frozenset({"序号", "行号", "no", "no.", RESULT})
"""Headings of what carries no data: left out unless a column of the book is called so."""

_UNSEEN: Final = re.compile("[\\s\u00a0\u3000\u200b-\u200f\u2060\ufeff*＊:：]+")
_BRACKETED: Final = re.compile(r"^(.+?)\(([^()]*)\)$")
_REMARKS: Final = re.compile(
    r"必填|选填|可选|非必填|可空|下拉选择?|请选择|文本|日期|格式.*|如.*|例.*|年月日|(yyyy|年)[-/.年](mm|月)[-/.月](dd|日)日?|是/否|18位"
)
_UNIT_LINE: Final = re.compile(r"(?:金额)?单位[:：](人民币元|百元|千元|万元|百万元|亿元|元|分)(?![\u4e00-\u9fff])")


@dataclass(frozen=True)
class Heading:
    """One heading as found: the words of its lines, and the column of the sheet (from 0)."""

    index: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it is shown to people and kept in saved mappings: the lines joined by a stroke."""
        return "/".join(" ".join(part.split()) for part in self.parts)


@dataclass(frozen=True)
class Fit:
    """A column that a heading stands for; `unit` is the unit that the heading states, "" when it states none."""

    column: Column
    unit: str = ""


def normalised(text: str) -> str:
    """A heading without what does not distinguish it: spaces, line breaks, width, stars and colons."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).lower()


def unit_line(text: str) -> str | None:
    """The money unit that a line above the head states for the whole sheet, such as 单位：万元."""
    found = _UNIT_LINE.search("".join(text.split()))
    return found[1] if found else None


class Headings:
    """The ways in which the columns of one book may be called, and the saved mapping of a source."""

    def __init__(self, columns: Sequence[Column], mapping: Mapping[str, str] | None = None) -> None:
        self._columns = {column.name: column for column in columns}
        self._mapping = {normalised(header): name for header, name in (mapping or {}).items()}
        self._words: dict[str, list[Column]] = {}
        for column in columns:
            for word in {key for name in (column.label, *column.aliases) for key in _keys(name)}:
                self._words.setdefault(word, []).append(column)

    def ignored(self, heading: Heading) -> bool:
        """Whether a mapping, or its being a mere line number, says to leave the column out."""
        mapped = self._mapped(heading)
        if mapped is not None:
            return mapped == ""
        return not self.fits(heading) and normalised(heading.parts[-1]) in IGNORED

    def fits(self, heading: Heading) -> tuple[Fit, ...]:
        """The columns that the heading may stand for: by mapping, else by its whole words, else by its last line."""
        unit, parts = _without_unit(heading.parts)
        mapped = self._mapped(heading)
        if mapped is not None:
            column = self._columns.get(mapped)
            return (Fit(column, unit if column.kind is Kind.MONEY else ""),) if column else ()
        for text in _readings(heading.parts):
            if found := self._of_text(text):
                return found
        for text in _readings(parts) if unit else ():
            if found := tuple(Fit(each, unit) for each in self._words.get(normalised(text), ()) if _is_money(each)):
                return found
        return ()

    def _mapped(self, heading: Heading) -> str | None:
        for text in (heading.text, *_readings(heading.parts)):
            if (name := self._mapping.get(normalised(text))) is not None:
                return name
        return None

    def _of_text(self, text: str) -> tuple[Fit, ...]:
        base, remark = split_unit(text)
        if columns := self._words.get(normalised(text)):
            return tuple(Fit(each, remark if _is_money(each) and remark in FEN else "") for each in columns)
        fitting = self._words.get(base, ()) if remark else ()
        return tuple(Fit(each, unit) for each in fitting if (unit := _usable(remark, each)) is not None)


def split_unit(text: str) -> tuple[str, str]:
    """The normalised heading and what stands in brackets at its end: 金额（万元） is 金额 and 万元."""
    found = _BRACKETED.match(normalised(text))
    return (found[1], found[2]) if found else (normalised(text), "")


def _keys(name: str) -> set[str]:
    """A label answers to itself, and without a unit in brackets of its own."""
    base, remark = split_unit(name)
    return {normalised(name), base} if remark in FEN else {normalised(name)}


def _usable(remark: str, column: Column) -> str | None:
    """The unit that the remark states for this column, "" for a mere remark, None when it does not fit."""
    if _is_money(column) and remark in FEN:
        return remark
    if remark == normalised(column.unit) or _REMARKS.fullmatch(remark):
        return ""
    return None


def _is_money(column: Column) -> bool:
    return column.kind is Kind.MONEY


def _without_unit(parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The money unit that a line of the heading states (the lowest line wins), and the lines without it."""
    unit, bare = "", []
    for part in parts:
        base, remark = split_unit(part)
        unit = remark if remark in FEN else unit
        bare.append(base if remark in FEN else part)
    return unit, tuple(bare)


def _readings(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What a heading of several lines may mean: all lines joined, then the last alone."""
    joined = "".join(parts)
    return (joined, parts[-1]) if len(parts) > 1 else (joined,)
