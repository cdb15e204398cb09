"""Takes workbooks in: in the order that references need, all of a workbook or nothing of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError, transaction

from yunguan.core.collector import collector_held_back
from yunguan.office.people import User
from yunguan.registers.book import Book, books, in_order_of_reference
from yunguan.registers.importing.building import Conditions, Draft, build
from yunguan.registers.importing.guard import Unreadable
from yunguan.registers.importing.judging import judge
from yunguan.registers.importing.layout import Layout, Skipped, find_layout, match_book
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.workbook import Sheet, Workbook, read_workbook
from yunguan.registers.importing.writing import write
from yunguan.registers.services import centre_area, may_write
from yunguan.registers.tables import ImportBatch, SavedMapping

HELP_SHEETS = frozenset({"选项", "填写说明", "说明", "问题清单"})
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, how many there are."""


@dataclass(frozen=True)
class Known:
    """A sheet whose book is known, laid out."""

    book: Book
    layout: Layout


@dataclass(frozen=True)
class Opened:
    """A workbook that was read: the sheets that belong to books, those that do not, or why it is unreadable."""

    path: Path
    known: tuple[Known, ...] = ()
    strangers: tuple[SheetReport, ...] = ()
    error: str = ""
    workbook: Workbook | None = None


def import_workbooks(
    paths: Sequence[Path],
    *,
    user: User | None,
    now: datetime,
    partial: bool = False,
    fill_merged: bool = False,
    progress: Progress | None = None,
) -> list[FileReport]:
    """Import every workbook, those first that others refer to; one transaction a workbook.

    ``user`` None is the administrator of the machine at the command line. A workbook with a refused row is not
    imported at all unless ``partial``. Reports come in the order of ``paths``.
    """
    opened = [open_workbook(path) for path in paths]
    return import_all(opened, user=user, now=now, partial=partial, fill_merged=fill_merged, progress=progress)


def import_all(
    opened: Sequence[Opened],
    *,
    user: User | None,
    now: datetime,
    partial: bool = False,
    fill_merged: bool = False,
    progress: Progress | None = None,
) -> list[FileReport]:
    """Import workbooks that were opened, as ``import_workbooks`` does; reports in the order given."""
    found: dict[Path, FileReport] = {}
    with collector_held_back():
        for number, each in enumerate(sorted(opened, key=_place)):
            if progress:
                progress(each.path.name, number, len(opened))
            found[each.path] = import_opened(each, user=user, now=now, partial=partial, fill_merged=fill_merged)
    return [found[each.path] for each in opened]


def open_workbook(path: Path, mappings: Mapping[str, Mapping[str, str]] | None = None) -> Opened:
    """Read a workbook and find the book of every sheet, by its name, its headings and the mappings by register.

    Those are the saved ones unless others are given.
    """
    try:
        with collector_held_back():
            workbook = read_workbook(path)
    except Unreadable as fault:
        return Opened(path, error=str(fault))
    mappings = saved_mappings() if mappings is None else mappings
    known, strangers = [], []
    for sheet in workbook.sheets:
        if sheet.name in HELP_SHEETS or not sheet.rows:
            continue
        placed = _hidden(sheet) if sheet.hidden else _place_sheet(sheet, mappings)
        if isinstance(placed, Known):
            known.append(placed)
        else:
            strangers.append(placed)
    return Opened(path, tuple(known), tuple(strangers), workbook=workbook)


def import_opened(
    opened: Opened, *, user: User | None, now: datetime, partial: bool = False, fill_merged: bool = False
) -> FileReport:
    """Import one workbook that was opened."""
    if opened.error:
        return FileReport(opened.path, error=opened.error)
    if not opened.known and not opened.strangers:
        return FileReport(opened.path, error="文件中没有任何数据行，请核对是否选错了文件。")
    try:
        with transaction.atomic():
            report = _import(opened, Conditions(user, now, centre_area()), partial=partial, fill_merged=fill_merged)
            if not report.imported:
                transaction.set_rollback(True)
    except IntegrityError:
        text = "导入期间他人登记了相同的记录，本文件没有写入，请重新导入。"
        return FileReport(opened.path, error=text)
    return report


def saved_mappings() -> dict[str, dict[str, str]]:
    """All saved headers by register, those of later sources over those of earlier ones."""
    found: dict[str, dict[str, str]] = {}
    for mapping in SavedMapping.objects.order_by("saved_at"):
        found.setdefault(mapping.register, {}).update(mapping.headers)
    return found


def save_mapping(*, register: str, source: str, headers: Mapping[str, str], now: datetime) -> SavedMapping:
    """Remember how a source names the columns of a book, beside what it was known to call them before."""
    mapping, _ = SavedMapping.objects.get_or_create(
        register=register, source=source, defaults={"headers": {}, "saved_at": now}
    )
    mapping.headers = {**mapping.headers, **headers}
    mapping.saved_at = now
    mapping.save()
    return mapping


def _place(opened: Opened) -> int:
    order = in_order_of_reference()
    return max((order.index(known.book) for known in opened.known), default=len(order))


def _hidden(sheet: Sheet) -> SheetReport:
    """A hidden sheet is not read, and said not to be: nobody looked at what stands in it."""
    rows = tuple(Skipped(number, "工作表已隐藏，没有读取") for number in range(1, len(sheet.rows) + 1))
    return SheetReport(sheet.name, "", "", len(sheet.rows), skipped=rows)


def _place_sheet(sheet: Sheet, mappings: Mapping[str, Mapping[str, str]]) -> Known | SheetReport:
    columns = {each.id: each.columns for each in books().values()}
    titles = {each.id: each.title for each in books().values()}
    match = match_book(sheet, columns, titles, mappings)
    if match.book is None:
        return SheetReport(sheet.name, "", "", len(sheet.rows), questions=(match.reason,))
    return Known(books()[match.book], find_layout(sheet, columns[match.book], mappings.get(match.book)))


def _import(opened: Opened, conditions: Conditions, *, partial: bool, fill_merged: bool) -> FileReport:
    reports: list[SheetReport] = list(opened.strangers)
    ready: list[tuple[Known, Draft, list[Skipped]]] = []
    for known in sorted(opened.known, key=lambda each: in_order_of_reference().index(each.book)):
        objection = _objection(known, conditions.user)
        if objection is not None:
            reports.append(objection)
            continue
        draft = build(known.book, known.layout, conditions, fill_merged=fill_merged)
        skipped = judge(draft, conditions)
        if not draft.refused or partial:
            _write(opened.path, known, draft, skipped, conditions)
        ready.append((known, draft, skipped))
    blocked = any(each.questions for each in reports) or any(draft.refused for _, draft, _ in ready)
    imported = bool(ready) and (partial or not blocked)
    reports += [_report(known, draft, skipped, written=imported) for known, draft, skipped in ready]
    return FileReport(opened.path, tuple(reports), imported=imported)


def _objection(known: Known, user: User | None) -> SheetReport | None:
    """Why a sheet is not read at all: headings that are not understood, or a book that is not the person's."""
    layout, book = known.layout, known.book
    plain = SheetReport(layout.sheet.name, book.id, book.title, len(layout.sheet.rows))
    if user is not None and not may_write(book, user):
        return replace(plain, questions=(f"您不能向《{book.title}》导入，请由主管科室办理。",))
    if layout.certain:
        return None
    questions = [each.message for each in layout.ambiguous]
    if not layout.header_rows:
        questions.append("没有找到表头，请核对首行是否为列名。")
    questions += [f"{each.letter} 列“{each.header}”不是本台账的列，请指定对应关系或忽略。" for each in layout.unknown]
    questions += [f"缺少必填列“{each.label}”，请补充或指定对应关系。" for each in layout.missing]
    return replace(plain, questions=tuple(questions), unknown=tuple(each.header for each in layout.unknown))


def _write(path: Path, known: Known, draft: Draft, skipped: Sequence[Skipped], conditions: Conditions) -> None:
    batch = ImportBatch.objects.create(
        register=known.book.id,
        file_name=path.name[:200],
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        accepted=len(draft.records),
        skipped=len(known.layout.skipped) + len(skipped),
        refused=len({each.row for each in draft.refused}),
        by=conditions.user,
        at=conditions.now,
    )
    write(known.book, list(draft.records.values()), batch, conditions.user, conditions.now)


def _report(known: Known, draft: Draft, skipped: Sequence[Skipped], *, written: bool) -> SheetReport:
    good = len(draft.records)
    return SheetReport(
        sheet=known.layout.sheet.name,
        register=known.book.id,
        title=known.book.title,
        rows=len(known.layout.sheet.rows),
        accepted=good if written else 0,
        held_back=0 if written else good,
        skipped=(*known.layout.skipped, *skipped),
        refused=tuple(sorted(draft.refused, key=lambda each: (each.row, each.column_letter))),
        notices=(*known.layout.notices, *draft.warnings),
    )
