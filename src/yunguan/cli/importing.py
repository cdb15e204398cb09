"""Sorts the workbooks of one `yunguan import`: registers go to the registers, section returns to the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from yunguan.core.finding import Problem
from yunguan.indicators.return_form import SHEET
from yunguan.indicators.return_selectors import says_already
from yunguan.indicators.return_workbook import ReturnSheet, is_return, read_return
from yunguan.indicators.services import take_over_signed
from yunguan.office.selectors import section_code
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import Book, book, books
from yunguan.registers.importing.layout import Skipped
from yunguan.registers.importing.marked import write_marked
from yunguan.registers.importing.refusal import Refusal
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.services import (
    Opened,
    Progress,
    import_all,
    open_workbook,
    save_mapping,
    saved_mappings,
)
from yunguan.registers.importing.workbook import Workbook

MARKED: Final = "-标注"
"""What the name of a marked copy ends with."""


def import_paths(
    paths: Sequence[Path],
    *,
    now: datetime,
    partial: bool,
    fill_merged: bool,
    progress: Progress,
) -> list[FileReport]:
    """Import every workbook; those with refused rows get a marked copy beside them."""
    opened = [open_workbook(path) for path in paths]
    registers = [each for each in opened if not _is_return(each)]
    found = import_all(registers, user=None, now=now, partial=partial, fill_merged=fill_merged, progress=progress)
    reports = {report.path: _marked(report) for report in found}
    for each in opened:
        if each.workbook is not None and _is_return(each):
            reports[each.path] = import_return(each.path, each.workbook, now=now)
    return [reports[path] for path in paths]


def import_return(path: Path, workbook: Workbook, *, now: datetime) -> FileReport:
    """Fill a section's open return from its workbook: all of it or nothing; the same again is skipped."""
    sheet = read_return(workbook)
    if sheet.problems or sheet.period is None:
        return _refused(path, sheet, sheet.problems)
    try:
        section = section_code(sheet.section)
        if not _says_already(section, sheet):
            take_over_signed(
                section=section, period=sheet.period, entries=sheet.entries, signed_by=sheet.signed_by, now=now
            )
            return FileReport(path, (_return_report(sheet, accepted=sheet.rows),), imported=True)
    except LookupError as answer:
        return FileReport(path, error=str(answer))
    except Refused as answer:
        return _refused(path, sheet, [(sheet.places.get(each.field, 0), "", each) for each in answer.problems])
    same = tuple(Skipped(row, "报送中已有完全相同的内容") for row in sheet.places.values())
    return FileReport(path, (_return_report(sheet, skipped=same),), imported=True)


def remember_mapping(paths: Sequence[Path], register: str, source: str, pairs: Sequence[str], now: datetime) -> None:
    """Save ``表头=列`` pairs for a register, or for the books of these workbooks; a column by its id or label.

    Raises ValueError where a pair is no pair, or where no sheet is of a book that has such columns.
    """
    wanted = dict(_pair(text) for text in pairs)
    candidates = [book(register)] if register else list(books().values())
    named = {each.id: found for each in candidates if (found := _named(each, wanted)) is not None}
    targets = set(named) if register else _books_of(paths, named)
    if not targets:
        columns = "”“".join(filter(None, wanted.values()))
        raise ValueError(f"没有工作表属于有“{columns}”列的台账，请核对 --map 中的列名，或用 --register 指明台账。")
    for each in sorted(targets):
        save_mapping(register=each, source=source, headers=named[each], now=now)


def _books_of(paths: Sequence[Path], named: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The books to which sheets of the workbooks belong once the headings are named so."""
    saved = saved_mappings()
    trial = saved | {register: {**saved.get(register, {}), **headers} for register, headers in named.items()}
    return {known.book.id for path in paths for known in open_workbook(path, trial).known} & named.keys()


def _named(of: Book, wanted: Mapping[str, str]) -> dict[str, str] | None:
    """Header → column id of a book; None where it does not have one of the columns."""
    names = {column.label: column.name for column in of.columns} | {each: each for each in of.by_name} | {"": ""}
    found = {header: names.get(column) for header, column in wanted.items()}
    return {header: name for header, name in found.items() if name is not None} if None not in found.values() else None


def _pair(text: str) -> tuple[str, str]:
    header, sign, name = text.partition("=")
    if not sign or not header.strip():
        raise ValueError(f"“{text}”应写成“表头=列”，忽略该列写成“表头=”。")
    return header.strip(), name.strip()


def _is_return(opened: Opened) -> bool:
    return opened.workbook is not None and is_return(opened.workbook)


def _marked(report: FileReport) -> FileReport:
    refused = [refusal for sheet in report.sheets for refusal in sheet.refused]
    if not refused:
        return report
    copy = report.path.with_name(f"{report.path.stem}{MARKED}.xlsx")
    write_marked(report.path, refused, copy, report.results)
    return replace(report, marked=copy)


def _says_already(section: str, sheet: ReturnSheet) -> bool:
    try:
        return sheet.period is not None and says_already(
            section, sheet.period, sheet.entries, signed=bool(sheet.signed_by)
        )
    except ValueError:  # a value that is no number: `fill` names it
        return False


def _refused(path: Path, sheet: ReturnSheet, problems: Iterable[tuple[int, str, Problem]]) -> FileReport:
    """Rows that are wrong are named; what is wrong with the whole return is the file's error."""
    found = list(problems)
    whole = [problem.message for row, _, problem in found if row == 0]
    if whole:
        return FileReport(path, error="".join(whole))
    refused = tuple(
        Refusal(SHEET, row, letter, problem.field, "", problem.message, "请改正后重新导入。")
        for row, letter, problem in found
    )
    bad = len({refusal.row for refusal in refused})
    report = _return_report(sheet, refused=refused, held_back=max(0, sheet.rows - bad))
    return FileReport(path, (report,))


def _return_report(sheet: ReturnSheet, **found: Any) -> SheetReport:
    title = f"{SHEET}（{sheet.section}）"
    return SheetReport(sheet=SHEET, register="section_return", title=title, rows=sheet.rows, **found)
