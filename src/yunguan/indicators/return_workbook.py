"""科室报送 as a workbook: written for a section to fill in, read back with each wrong cell named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from yunguan.core.finding import Problem
from yunguan.core.numbers import read_date
from yunguan.core.period import Period
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.return_form import NEEDED, SHEET, whose, write_form
from yunguan.indicators.returns import ReturnItem, SectionReturn
from yunguan.indicators.services import Entry
from yunguan.registers.importing.texts import column_letter
from yunguan.registers.importing.values import CellValue
from yunguan.registers.importing.workbook import Sheet, Workbook

TITLE: Final = re.compile(
    r"科室[:：]\s*(?P<section>\S+)\s+期间[:：]\s*(?P<period>\S+)"
    r"(\s+填报人[:：]\s*(?P<filled>[^\s:：]*))?(\s+签发人[:：]\s*(?P<signed>[^\s:：]*))?"
)
SEARCHED: Final = 10


@dataclass(frozen=True)
class ReturnSheet:
    """What a returned workbook says: whose return, of which period, the values, and what is wrong in which row.

    ``places`` tells the Excel row of each figure.
    """

    section: str
    period: Period | None
    entries: dict[str, Entry]
    rows: int
    problems: tuple[tuple[int, str, Problem], ...]  # Excel row, column letter, problem
    signed_by: str = ""
    places: dict[str, int] = field(default_factory=dict)


def is_return(workbook: Workbook) -> bool:
    """Whether a workbook is a section return and no register."""
    return any(sheet.name == SHEET for sheet in workbook.sheets)


def write_return(section_return: SectionReturn, section_name: str, path: Path) -> None:
    """Write the list of figures that the section owes, with what is filled in so far."""
    title = f"{section_name}{section_return.period.label}指标报送表"
    rows = (_cells(item) for item in section_return.items.order_by("indicator"))
    write_form(path, title, whose(section_name, section_return.period_code), rows)


def _cells(item: ReturnItem) -> tuple[str, ...]:
    known = catalogue().get(item.indicator)
    day = item.as_of.isoformat() if item.as_of else ""
    return known.id, known.title, known.unit, item.value_text, day, item.evidence, item.note, item.reason


def read_return(workbook: Workbook) -> ReturnSheet:
    """Read a returned workbook; every wrong cell is a problem with its row and column."""
    sheet = next(each for each in workbook.sheets if each.name == SHEET)
    title, found = _title(sheet)
    head = _head(sheet)
    if head is None:
        missing = Problem("", f"没有找到表头，须有“{'”“'.join(NEEDED)}”三列。")
        return ReturnSheet(title.section, title.period, {}, 0, (*found, (1, "A", missing)))
    top, columns = head
    entries: dict[str, Entry] = {}
    places: dict[str, int] = {}
    problems = list(found)
    rows = 0
    for number in range(top + 1, len(sheet.rows) + 1):
        code = _text(sheet.value(number, columns["指标编码"])).strip()
        if not code:
            continue
        rows += 1
        entry, wrong = _entry(sheet, number, columns)
        problems += [(number, letter, problem) for letter, problem in wrong]
        if code in entries:
            problems.append((number, "A", Problem(code, f"指标“{code}”出现两次，请只留一行。")))
        entries[code], places[code] = entry, number
    return ReturnSheet(title.section, title.period, entries, rows, tuple(problems), title.signed_by, places)


@dataclass(frozen=True)
class _Title:
    section: str = ""
    period: Period | None = None
    signed_by: str = ""


def _title(sheet: Sheet) -> tuple[_Title, list[tuple[int, str, Problem]]]:
    for number in range(1, min(len(sheet.rows), SEARCHED) + 1):
        line = " ".join(_text(cell) for cell in sheet.rows[number - 1]).replace("\u3000", " ")
        match = TITLE.search(line)
        if match is None:
            continue
        try:
            return _Title(match["section"], Period.parse(match["period"]), match["signed"] or ""), []
        except ValueError as fault:
            return _Title(match["section"]), [(number, "A", Problem("", str(fault)))]
    words = "没有写明科室和期间，请在表头以上写“科室：驾培事务科　期间：2023”。"
    return _Title(), [(1, "A", Problem("", words))]


def _head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for number in range(1, min(len(sheet.rows), SEARCHED) + 1):
        words = {_text(cell).strip(): index for index, cell in enumerate(sheet.rows[number - 1])}
        if all(name in words for name in NEEDED):
            return number, words
    return None


def _entry(sheet: Sheet, row: int, columns: dict[str, int]) -> tuple[Entry, list[tuple[str, Problem]]]:
    def cell(head: str) -> CellValue:
        return sheet.value(row, columns[head]) if head in columns else None

    wrong: list[tuple[str, Problem]] = []
    as_of: date | None = None
    try:
        as_of = _day(cell("截止日期"))
    except ValueError as fault:
        wrong.append((column_letter(columns["截止日期"]), Problem("截止日期", f"截止日期有误：{fault}")))
    value = cell("数值")
    if value is not None and not isinstance(value, str | Decimal | int):
        wrong.append((column_letter(columns["数值"]), Problem("数值", "数值不是数字，请填写数字，公式须先转为数值。")))
        value = None
    remarks = [_text(cell(head)).strip() for head in ("佐证材料", "备注", "与台账不一致的原因")]
    return Entry(_text(value).strip(), as_of, *remarks), wrong


def _day(value: CellValue) -> date | None:
    if value is None or (_text(value) == "" and isinstance(value, str)):
        return None
    if isinstance(value, date):
        return value
    return read_date(_text(value))


def _text(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if isinstance(value, str) else "" if value is None else str(value)
