"""A copy of a workbook on which every refused cell says what is wrong with it and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook as OpenWorkbook
from openpyxl.worksheet.worksheet import Worksheet

from yunguan.registers.importing.headers import RESULT, normalised
from yunguan.registers.importing.refusal import Refusal
from yunguan.registers.importing.texts import column_number
from yunguan.registers.importing.values import CellValue
from yunguan.registers.importing.workbook import Sheet, Workbook, read_workbook
from yunguan.registers.importing.written import Page, new_workbook, written_text

LIST: Final = "问题清单"
"""The sheet that lists every refusal."""
_MOST_CELLS: Final = 300_000
_AUTHOR: Final = "导入检查"
_RED: Final = "FFFFC7CE"
_NOTE_WIDTH, _NOTE_HEIGHT = 260, 90
_COLUMNS: Final = (("工作表", 14), ("行", 7), ("列", 7), ("表头", 18), ("内容", 24), ("原因", 44), ("处理办法", 44))

Results = Mapping[str, Mapping[int, str]]
"""Sheet name → row of Excel → what became of it, in words."""


def write_marked(source: Path, refusals: Sequence[Refusal], copy: Path, results: Results | None = None) -> None:
    """Write the marked copy of a workbook that was read before; Unreadable when it no longer can be.

    Refused cells are coloured and bear a note; a last column 导入结果 and a sheet 问题清单 say the same. Of a workbook
    of more than 300,000 cells, or one that openpyxl cannot open, only the list and the refused rows are written.
    """
    workbook = read_workbook(source)
    said = _said(refusals, results or {})
    large = sum(len(sheet.rows) * sheet.width for sheet in workbook.sheets) > _MOST_CELLS
    opened = None if large else _opened(source)
    if opened is None:
        _write_extract(workbook, refusals, said, copy)
        return
    for sheet in workbook.sheets:
        if sheet.name in said:
            own = [each for each in refusals if each.sheet == sheet.name]
            _mark_sheet(opened[sheet.name], sheet, own, said[sheet.name])
    _add_list(opened, refusals)
    opened.save(copy)


def _opened(source: Path) -> OpenWorkbook | None:
    """The workbook for marking; None where openpyxl cannot make sense of what could be read."""
    try:
        return load_workbook(source)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a stranger's file makes it raise
        return None


def _said(refusals: Sequence[Refusal], results: Results) -> dict[str, dict[int, str]]:
    found = {name: dict(rows) for name, rows in results.items()}
    reasons: dict[tuple[str, int], list[str]] = {}
    for each in refusals:
        reasons.setdefault((each.sheet, each.row), []).append(
            f"{each.header}：{each.reason}" if each.header else each.reason
        )
    for (name, row), said in reasons.items():
        found.setdefault(name, {})[row] = "拒收：" + "".join(said)
    return found


def _mark_sheet(page: Worksheet, sheet: Sheet, refusals: Sequence[Refusal], said: Mapping[int, str]) -> None:
    fill = PatternFill("solid", fgColor=_RED)
    notes: dict[tuple[int, int], list[str]] = {}
    for each in refusals:
        if each.row and each.column_letter:
            notes.setdefault((each.row, column_number(each.column_letter) + 1), []).append(each.reason + each.remedy)
    for (row, column), sentences in notes.items():
        cell = _showing(page, row, column)
        cell.fill = fill
        before = [cell.comment.text] if cell.comment else []
        cell.comment = Comment("\n".join([*before, *sentences]), _AUTHOR, _NOTE_HEIGHT, _NOTE_WIDTH)
    last = _result_column(sheet, refusals)
    head = head_row(sheet, refusals)
    _write(page, head, last, RESULT).font = Font(bold=True)
    for row, words in said.items():
        if row and row != head:
            _write(page, row, last, words)


def _showing(page: Worksheet, row: int, column: int) -> Cell:
    """The cell itself, or the one that shows the merged range over it."""
    cell = page.cell(row, column)
    if isinstance(cell, MergedCell):
        over = next(each for each in page.merged_cells.ranges if cell.coordinate in each)
        cell = page.cell(over.min_row, over.min_col)
    if not isinstance(cell, Cell):
        msg = f"单元格 {cell.coordinate} 不能加批注。"
        raise TypeError(msg)
    return cell


def _write(page: Worksheet, row: int, column: int, words: str) -> Cell:
    """Text that stays text, whatever it begins with."""
    cell = _showing(page, row, column)
    cell.value = written_text(words)
    cell.data_type = "s"
    return cell


def _result_column(sheet: Sheet, refusals: Sequence[Refusal]) -> int:
    """Where an earlier marked copy had its results, else one column beyond the last."""
    head = sheet.rows[head_row(sheet, refusals) - 1] if sheet.rows else []
    return head.index(RESULT) + 1 if RESULT in head else sheet.width + 1


def head_row(sheet: Sheet, refusals: Sequence[Refusal]) -> int:
    """The row of the head, as far as the refusals' headings tell; the first row otherwise."""
    words = {
        (column_number(each.column_letter), part) for each in refusals if each.column_letter for part in _parts(each)
    }
    first = min((each.row for each in refusals if each.row), default=1)
    for row in range(first - 1, 0, -1):
        if any((index, _heading(cell)) in words for index, cell in enumerate(sheet.rows[row - 1])):
            return row
    return 1


def _parts(refusal: Refusal) -> set[str]:
    return {normalised(part) for part in (refusal.header, *refusal.header.split("/")) if part}


def _heading(cell: CellValue) -> str:
    return normalised(cell) if isinstance(cell, str) else ""


def _add_list(opened: OpenWorkbook, refusals: Sequence[Refusal]) -> None:
    if LIST in opened.sheetnames:
        del opened[LIST]
    page = opened.create_sheet(LIST)
    for index, (label, width) in enumerate(_COLUMNS, start=1):
        _write(page, 1, index, label).font = Font(bold=True)
        page.column_dimensions[page.cell(1, index).column_letter].width = width
    for row, each in enumerate(refusals, start=2):
        for index, words in enumerate(_line(each), start=1):
            _write(page, row, index, words)
    page.freeze_panes = "A2"


def _line(refusal: Refusal) -> tuple[str, ...]:
    row = str(refusal.row) if refusal.row else ""
    place = (refusal.sheet, row, refusal.column_letter, refusal.header)
    return (*place, refusal.value, refusal.reason, refusal.remedy)


def _write_extract(
    workbook: Workbook, refusals: Sequence[Refusal], said: Mapping[str, Mapping[int, str]], copy: Path
) -> None:
    with new_workbook(copy) as book:
        page = Page(book, LIST)
        page.head([label for label, _ in _COLUMNS], [width for _, width in _COLUMNS])
        for row, each in enumerate(refusals, start=1):
            page.texts(row, _line(each))
        for sheet in workbook.sheets:
            own = [each for each in refusals if each.sheet == sheet.name]
            if own:
                _extract_sheet(Page(book, sheet.name), sheet, own, said[sheet.name])


def _extract_sheet(page: Page, sheet: Sheet, refusals: Sequence[Refusal], said: Mapping[int, str]) -> None:
    top = head_row(sheet, refusals)
    wrong = {(each.row, column_number(each.column_letter)) for each in refusals if each.row and each.column_letter}
    head = [str(cell) if isinstance(cell, str) else "" for cell in _padded(sheet, top)]
    page.head([*head, RESULT, "原行号"], [14] * (sheet.width + 2))
    for line, row in enumerate(_rows(refusals), start=1):
        for index, cell in enumerate(_padded(sheet, row)):
            page.value(line, index, cell, marked=(row, index) in wrong)
        page.texts(line, (said[row], str(row)), start=sheet.width)


def _rows(refusals: Iterable[Refusal]) -> list[int]:
    return sorted({each.row for each in refusals if each.row})


def _padded(sheet: Sheet, row: int) -> list[CellValue]:
    cells = sheet.rows[row - 1]
    return [*cells, *[None] * (sheet.width - len(cells))]
