"""Rows that are no records: totals, blank lines, repeated heads, notes; each is skipped with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Final

from yunguan.registers.importing.headers import normalised
from yunguan.registers.importing.texts import EDGES
from yunguan.registers.importing.values import CellValue, Covered

_TOTAL: Final = re.compile(r"(本页|本月|本季|本季度|本年|全年|年度|上页)?(合计|小计|总计|累计|共计)[:：]?")
_TOTAL_OF: Final = re.compile(r".{0,12}(合计|小计|总计|累计|共计|总数)(数|金额)?([(:：(（].*)?")
_NOTE: Final = re.compile(
    r"(注|备注|附注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|审核人|审核|审批人|复核人?|经办人|负责人|单位负责人|分管领导|"
    r"科室负责人|填报单位|填报日期|填表日期|制表日期|联系人|联系电话|日期|单位|页码)[:：].*|第\d+页.*|共\d+页.*|以下空白|\(以下空白\)"
)
_COLUMN_MARK: Final = re.compile(r"\(?(\d{1,2})\)?(=.*)?|[甲乙丙丁戊己]|栏次|栏号")
_TITLE_WIDTH: Final = 3


def blank(cell: CellValue) -> bool:
    """Nothing of its own that a person would see: no value, only spaces, or a cell under a merged range."""
    if isinstance(cell, str):
        return not cell.strip(EDGES)
    return cell is None or isinstance(cell, Covered)


def text_of(cell: CellValue) -> str:
    """The cell as words, as far as it has any."""
    return cell if isinstance(cell, str) else f"{cell:f}" if isinstance(cell, Decimal) else ""


@dataclass(frozen=True)
class Expected:
    """What a row below the head may hold: headings of the matched columns, the required ones, the line numbers."""

    headings: Mapping[int, str]
    required: tuple[int, ...]
    counters: frozenset[int]

    @cached_property
    def head_words(self) -> frozenset[str]:
        """Every word of the head, to know it again further down."""
        return frozenset(normalised(part) for each in self.headings.values() for part in (each, *each.split("/")))


def why_skipped(row: Sequence[CellValue], expected: Expected, *, first: bool) -> str | None:
    """Why a row below the head is no record, None when it is one; `first` is the row right below the head.

    A row that has all it must have is a record, unless it repeats the head or its first words are a bare 合计.
    """
    complete = bool(expected.required) and all(_at(row, index) for index in expected.required)
    if complete and not first and _ordinary(row, expected):
        return None
    filled = {index: cell for index, cell in enumerate(row) if index not in expected.counters and not blank(cell)}
    if not filled:
        return _by_first_words(row, {}, complete=False) or _why_empty(row)
    if _is_head_again(filled, expected):
        return "重复的表头"
    if first and _numbers_columns(filled):
        return "栏号行"
    return _by_first_words(row, filled, complete=complete) or (None if complete else _by_shape(row, filled))


def _at(row: Sequence[CellValue], index: int) -> bool:
    return index < len(row) and not blank(row[index])


def _ordinary(row: Sequence[CellValue], expected: Expected) -> bool:
    """The quick way for the many: a complete row that has neither a word of the head nor a 计 where totals say so."""
    words = text_of(_at_first(row))
    lead = text_of(row[expected.required[0]])
    return "计" not in words and "计" not in lead and normalised(lead) not in expected.head_words


def _at_first(row: Sequence[CellValue]) -> CellValue:
    return next((cell for cell in row if not blank(cell)), None)


def _why_empty(row: Sequence[CellValue]) -> str:
    if any(isinstance(cell, Covered) for cell in row):
        return "与上方合并、自身没有内容的行"
    words = "".join(text_of(_at_first(row)).split())
    if not words:
        return "空行"
    return "仅有序号的空行" if words.isdecimal() else f"仅有序号列有文字的行（{words[:20]}）"


def _by_first_words(row: Sequence[CellValue], filled: Mapping[int, CellValue], *, complete: bool) -> str | None:
    own = text_of(filled[min(filled)]) if filled else ""
    for cell in dict.fromkeys((text_of(_at_first(row)), own)):
        words = "".join(cell.split())
        if _TOTAL.fullmatch(words) or (not complete and _TOTAL_OF.fullmatch(words)):
            return f"合计行（{words[:20]}）"
        if not complete and _NOTE.fullmatch(words):
            return f"表下说明（{words[:20]}）"
    return None


def _by_shape(row: Sequence[CellValue], filled: Mapping[int, CellValue]) -> str | None:
    if len(filled) != 1:
        return None
    ((index, cell),) = filled.items()
    width = sum(isinstance(other, Covered) and not other.below for other in row[index + 1 :]) + 1
    if width >= _TITLE_WIDTH and isinstance(cell, str):
        return f"分组标题（{' '.join(cell.split())[:20]}）"
    return None


def _numbers_columns(filled: Mapping[int, CellValue]) -> bool:
    """甲 乙 1 2 3 under the head: nothing but marks, the numbers one after the other."""
    marks = [_COLUMN_MARK.fullmatch(normalised(text_of(cell))) for cell in filled.values()]
    numbers = [int(mark[1]) for mark in marks if mark and mark[1]]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(marks) >= _TITLE_WIDTH and all(marks) and len(numbers) > 1 and steps == {1}


def _is_head_again(filled: Mapping[int, CellValue], expected: Expected) -> bool:
    shared = [index for index in filled if index in expected.headings]
    same = [i for i in shared if normalised(text_of(filled[i])) in _lines(expected.headings[i])]
    return len(shared) > 1 and len(same) == len(shared)


def _lines(heading: str) -> set[str]:
    return {normalised(part) for part in (heading, *heading.split("/"))}
