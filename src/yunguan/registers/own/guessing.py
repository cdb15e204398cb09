"""From a workbook to a proposal: its head, and for each column the kind, choices and key that its cells suggest.

A guess is only shown; what becomes of it is said by the person who corrects it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import Any

from yunguan.core.columns import Column
from yunguan.registers.book import book
from yunguan.registers.importing.cells import verdict_on
from yunguan.registers.importing.headers import FEN, IGNORED, Heading, normalised, split_unit
from yunguan.registers.importing.rows import Expected, blank, why_skipped
from yunguan.registers.importing.values import CellValue, Covered, Percent
from yunguan.registers.importing.verdict import Context
from yunguan.registers.importing.workbook import Sheet, Workbook
from yunguan.registers.own.definition import KEYS, MOST_PLACES, FieldDefinition, FieldKind, Unique
from yunguan.registers.selectors import having

SEARCHED = 15
"""Rows from the top among which the head is looked for."""
ENOUGH = 0.8
"""Share of the cells that must read as a kind for a column to be proposed as that kind."""
_MOST_CHOICES, _LONGEST_CHOICE, _LONGEST_LINE = 12, 12, 100
_MONEY = ("金额", "经费", "资金", "费用", "补贴", "补助", "收入", "支出", "罚款")
_NAMES = ("姓名", "名称", "企业", "单位", "备注", "地址", "电话", "编号", "号码")
_NUMBERED = ("编号", "号码", "证号", "文号", "单号", "车牌")
_REMARKS = ("备注", "说明")
_CODES = (FieldKind.IDENTITY_NUMBER, FieldKind.USCC, FieldKind.MOBILE, FieldKind.PLATE, FieldKind.AREA, FieldKind.DATE)


class NoTable(ValueError):  # noqa: N818 - an answer to a wrong file
    """The workbook holds no table from which a register could be made."""


@dataclass(frozen=True)
class Guess:
    """A proposed column, the heading that it stands under, and a few of its cells."""

    field: FieldDefinition
    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """What a sheet suggests: a title, its columns, the column that decides the period, how many rows there are."""

    sheet: str
    title: str
    guesses: tuple[Guess, ...]
    period: str
    rows: int


def table_of_workbook(workbook: Workbook) -> Sheet:
    """The sheet that is meant: the first visible one with rows; NoTable where there is none."""
    for sheet in workbook.visible:
        if any(not blank(cell) for row in sheet.rows for cell in row):
            return sheet
    raise NoTable("工作簿中没有可见的数据，请核对是否选错了文件。")


def propose(sheet: Sheet, file_name: str) -> Proposal:
    """The proposal of a sheet; NoTable where no head is found."""
    top = _head_row(sheet)
    headings = _headings(sheet, top)
    counters = frozenset(index for index, text in headings.items() if normalised(text) in IGNORED)
    expected = Expected({i: text for i, text in headings.items() if i not in counters}, (), counters)
    numbered = enumerate(sheet.rows[top + 1 :])
    rows = [row for place, row in numbered if why_skipped(row, expected, first=place == 0) is None]
    columns = [(text, [_at(row, index) for row in rows]) for index, text in headings.items() if index not in counters]
    guesses = _one_area([_guess(text, cells) for text, cells in columns])
    guesses = _with_key(guesses, [[_plain(cell) for cell in cells] for _, cells in columns])
    period = next((f"#{n}" for n, each in enumerate(guesses) if each.field.kind is FieldKind.DATE), "")
    dated = guesses[int(period[1:])].field.required if period else False
    return Proposal(sheet.name, _title(sheet, top, file_name), tuple(guesses), period if dated else "", len(rows))


def _head_row(sheet: Sheet) -> int:
    """The row with most words among the first, before which no row has as many; from 0."""
    counts = [len(list(_words(row))) if _all_words(row) else 0 for row in sheet.rows[:SEARCHED]]
    if not counts or max(counts) == 0:
        raise NoTable("没有找到表头，请把列名放在表格最上面的一行，每列一个。")
    return counts.index(max(counts))


def _words(row: Sequence[CellValue]) -> Iterator[str]:
    return (cell.strip() for cell in row if isinstance(cell, str) and cell.strip())


def _all_words(row: Sequence[CellValue]) -> bool:
    return all(isinstance(cell, str) or blank(cell) for cell in row)


def _headings(sheet: Sheet, top: int) -> dict[int, str]:
    """The heading of each column as the import will read it; where two are alike, with the line above."""
    found = {index: _heading(sheet, (top,), index) for index in range(sheet.width)}
    counted = Counter(filter(None, found.values()))
    if top and counted.total() > len(counted):
        found = {index: _heading(sheet, (top - 1, top), index) for index in found}
    return {index: text for index, text in found.items() if text}


def _heading(sheet: Sheet, rows: tuple[int, ...], index: int) -> str:
    parts: list[str] = []
    for number in rows:
        cell = sheet.value(number + 1, index)
        words = cell.anchor if isinstance(cell, Covered) else cell
        if isinstance(words, str) and words.strip() and words.strip() not in parts[-1:]:
            parts.append(words.strip())
    return Heading(index, tuple(parts)).text


def _title(sheet: Sheet, top: int, file_name: str) -> str:
    """The name of the sheet where somebody gave it one, else the line above the head, else the file's name."""
    if not sheet.name.lower().startswith("sheet") and sheet.name.strip():
        return sheet.name.strip()
    above = [words for row in sheet.rows[:top] for words in _words(row)]
    return (above[0] if above else file_name)[:31]


def _at(row: Sequence[CellValue], index: int) -> CellValue:
    return row[index] if index < len(row) else None


def _plain(cell: CellValue) -> Any:
    return None if blank(cell) else cell.strip() if isinstance(cell, str) else cell


def _guess(text: str, cells: Sequence[CellValue]) -> Guess:
    filled = [each for cell in cells if (each := _plain(cell)) is not None]
    kind = _kind(text, filled)
    label = split_unit(text)[0] if kind is FieldKind.MONEY and split_unit(text)[1] in FEN else text
    unique = _alone(kind, text, filled, len(cells))
    made = FieldDefinition(
        name="",
        label=label,
        kind=kind,
        required=bool(cells) and len(filled) == len(cells) and not any(word in text for word in _REMARKS),
        unique=Unique.ALONE if unique else Unique.NO,
        choices=tuple(("", words) for words in _choices(filled)) if kind is FieldKind.CHOICE else (),
        personal=kind.column.personal or "姓名" in text,
        places=_places(filled) if kind is FieldKind.DECIMAL else 0,
    )
    return Guess(made, text, tuple(str(each)[:20] for each in filled[:3]))


def _kind(text: str, filled: Sequence[Any]) -> FieldKind:
    if not filled:
        return _by_heading(text)
    for kind in _CODES:
        if _reads_as(kind, filled):
            return _operator_or_code(filled) if kind is FieldKind.USCC else kind
    if _reads_as(FieldKind.BOOLEAN, filled) and all(isinstance(each, str) and not each.isdigit() for each in filled):
        return FieldKind.BOOLEAN
    if sum(isinstance(each, Decimal) for each in filled) >= ENOUGH * len(filled):
        return _number(text, [each for each in filled if isinstance(each, Decimal)])
    texts = [str(each) for each in filled]
    if any(len(each) > _LONGEST_LINE or "\n" in each for each in texts):
        return FieldKind.LONG_TEXT
    named = any(word in text for word in _NAMES)
    return FieldKind.CHOICE if not named and _choices(texts) else FieldKind.TEXT


def _by_heading(text: str) -> FieldKind:
    if any(word in text for word in _REMARKS):
        return FieldKind.LONG_TEXT
    if text.endswith(("日期", "时间")):
        return FieldKind.DATE
    return FieldKind.MONEY if _is_money(text) else FieldKind.TEXT


def _reads_as(kind: FieldKind, filled: Sequence[Any]) -> bool:
    column = Column("", "", kind.column)
    read = sum(not verdict_on(column, each, Context()).message for each in filled)
    return read >= ENOUGH * len(filled)


def _operator_or_code(filled: Sequence[Any]) -> FieldKind:
    """Codes that the register of operators knows refer to it."""
    rows = book("operator").model._default_manager.all()
    known = {str(getattr(each, "uscc", "")) for each in having(rows, "uscc", {str(each) for each in filled})}
    return FieldKind.OPERATOR if sum(str(each) in known for each in filled) == len(filled) else FieldKind.USCC


def _number(text: str, numbers: Sequence[Decimal]) -> FieldKind:
    if any(isinstance(each, Percent) for each in numbers):
        return FieldKind.PERCENT
    if _is_money(text):
        return FieldKind.MONEY
    return FieldKind.INTEGER if all(each == each.to_integral_value() for each in numbers) else FieldKind.DECIMAL


def _is_money(text: str) -> bool:
    return split_unit(text)[1] in FEN or any(word in text for word in _MONEY)


def _places(filled: Sequence[Any]) -> int:
    """The most decimals among the numbers, as far as a column keeps them."""
    exponents = [-int(each.normalize().as_tuple().exponent) for each in filled if isinstance(each, Decimal)]
    return min(max(exponents, default=1), MOST_PLACES) or 1


def _choices(filled: Sequence[Any]) -> list[str]:
    """The words of a column that says the same few things again and again, the most frequent first; else none."""
    counted = Counter(str(each) for each in filled)
    few = len(counted) <= _MOST_CHOICES and len(filled) >= 2 * len(counted)
    short = all(len(each) <= _LONGEST_CHOICE for each in counted)
    return [words for words, _ in counted.most_common()] if few and short else []


def _alone(kind: FieldKind, text: str, filled: Sequence[Any], rows: int) -> bool:
    different = rows > 1 and len(set(map(str, filled))) == rows
    telling = kind in {FieldKind.IDENTITY_NUMBER, FieldKind.USCC, FieldKind.OPERATOR, FieldKind.PLATE}
    return different and kind in KEYS and (telling or any(word in text for word in _NUMBERED))


def _one_area(guesses: list[Guess]) -> list[Guess]:
    """Only the first area is the row's own; another is a text."""
    found: list[Guess] = []
    for each in guesses:
        again = each.field.kind is FieldKind.AREA and any(one.field.kind is FieldKind.AREA for one in found)
        found.append(replace(each, field=replace(each.field, kind=FieldKind.TEXT)) if again else each)
    return found


def _with_key(guesses: list[Guess], cells: Sequence[Sequence[Any]]) -> list[Guess]:
    """Where no column alone tells the rows apart: the fewest that do so together."""
    if any(each.field.unique for each in guesses):
        return guesses
    able = [n for n, each in enumerate(guesses) if each.field.required and each.field.kind in KEYS]
    words = sorted(able, key=lambda n: guesses[n].field.kind in {FieldKind.INTEGER, FieldKind.CHOICE})
    rows = len(cells[0]) if cells else 0
    for size in (1, 2, 3):
        for columns in combinations(words, size):
            if len(set(zip(*(map(str, cells[n]) for n in columns), strict=True))) == rows:
                return [_in_key(each, n in columns) for n, each in enumerate(guesses)]
    return [_in_key(each, n in able) for n, each in enumerate(guesses)]


def _in_key(each: Guess, inside: bool) -> Guess:  # noqa: FBT001 - a fact of the column, not a switch
    return replace(each, field=replace(each.field, unique=Unique.TOGETHER)) if inside else each
