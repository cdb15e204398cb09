"""An export laid beside the register: what is missing here, what is missing there, what differs; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yunguan.core.columns import Column, Kind
from yunguan.registers.book import Book, book
from yunguan.registers.importing.building import Conditions, build
from yunguan.registers.importing.guard import Unreadable
from yunguan.registers.importing.layout import Layout, find_layout
from yunguan.registers.importing.refusal import Refusal
from yunguan.registers.importing.workbook import Sheet, read_workbook
from yunguan.registers.record import Record, filled
from yunguan.registers.takeover.source import Source


class NoExport(ValueError):  # noqa: N818 - an answer to a wrong file
    """The file is no export of the source; the message says what is missing."""


@dataclass(frozen=True)
class Difference:
    """One column in which a record and its row of the export disagree; the values as stored."""

    row: int
    record: Record
    column: Column
    ours: Any
    theirs: Any


@dataclass(frozen=True)
class Reconciliation:
    """The two sides. Every row of the export is in exactly one of missing here, compared, repeated and refused.

    ``compared`` counts rows whose record was found, with or without differences.
    """

    source: Source
    book: Book
    rows: int
    missing_here: dict[int, Record]
    missing_there: list[Record]
    differing: list[Difference]
    compared: int
    repeated: tuple[int, ...]
    refused: tuple[Refusal, ...]
    left_out: tuple[str, ...]

    @property
    def agreeing(self) -> int:
        """Rows that say what the register says."""
        return self.compared - len({each.row for each in self.differing})


def reconcile(source: Source, path: Path, conditions: Conditions, records: Iterable[Record]) -> Reconciliation:
    """Lay an export beside the records given (what the account may see); NoExport where it cannot be read as one."""
    target = book(source.register)
    layout = _layout(source, target, path)
    draft = build(target, layout, conditions)
    theirs, repeated = _by_key(draft.records.items(), source)
    ours = {_key(record, source): record for record in records}
    compared = [columns.column for columns in layout.columns if "__" not in columns.column.name]
    differing = [
        difference
        for key, (row, record) in theirs.items()
        if key in ours
        for difference in _differences(row, ours[key], record, compared)
    ]
    missing_there = [record for key, record in ours.items() if key not in theirs] if source.whole else []
    return Reconciliation(
        source=source,
        book=target,
        rows=len(layout.data_rows),
        missing_here={row: record for key, (row, record) in theirs.items() if key not in ours},
        missing_there=_in_span(missing_there, [record for _, record in theirs.values()], target),
        differing=differing,
        compared=sum(1 for key in theirs if key in ours),
        repeated=tuple(repeated),
        refused=tuple(draft.refused),
        left_out=tuple(each.header for each in (*layout.unknown, *layout.ignored)),
    )


def _layout(source: Source, target: Book, path: Path) -> Layout:
    """The first sheet with rows, by the source's headings; a key column that it lacks is named."""
    try:
        sheets = [sheet for sheet in read_workbook(path).sheets if sheet.rows and not sheet.hidden]
    except Unreadable as fault:
        raise NoExport(str(fault)) from fault
    if not sheets:
        msg = "文件中没有数据，请核对是否选错了文件。"
        raise NoExport(msg)
    layout = _laid_out(sheets[0], source, target)
    lacking = [target.by_name[name].label for name in source.key if name not in layout.by_name]
    if not layout.header_rows or lacking:
        msg = f"这不像“{source.title}”的导出文件：没有找到列“{'、'.join(lacking)}”，请核对来源和文件。"
        raise NoExport(msg)
    if layout.ambiguous:
        raise NoExport(layout.ambiguous[0].message)
    return layout


def _laid_out(sheet: Sheet, source: Source, target: Book) -> Layout:
    headers: Mapping[str, str] = {head: name for head, name in source.headers.items() if name in target.by_name}
    return find_layout(sheet, target.columns, headers)


def _by_key(rows: Iterable[tuple[int, Record]], source: Source) -> tuple[dict[Any, tuple[int, Record]], list[int]]:
    found: dict[Any, tuple[int, Record]] = {}
    repeated = []
    for row, record in rows:
        if found.setdefault(_key(record, source), (row, record))[0] != row:
            repeated.append(row)
    return found, repeated


def _key(record: Record, source: Source) -> tuple[Any, ...]:
    return tuple(getattr(record, f"{name}_id", None) or getattr(record, name) for name in source.key)


def _differences(row: int, ours: Record, theirs: Record, columns: list[Column]) -> Iterator[Difference]:
    """Columns of the export in which both sides know something else; what the export leaves blank says nothing."""
    for column in columns:
        name = f"{column.name}_id" if column.kind is Kind.REFERENCE else column.name
        mine, other = getattr(ours, name), getattr(theirs, name)
        if filled(other) and mine != other:
            yield Difference(row, ours, column, getattr(ours, column.name), getattr(theirs, column.name))


def _in_span(missing: list[Record], theirs: list[Record], target: Book) -> list[Record]:
    """Of a book with a period only what lies in the span of the export: it says nothing of other days."""
    period = target.model.period_field
    days = [day for record in theirs if (day := getattr(record, period, None))] if period else []
    if not days:
        return missing if not period else []
    first, last = min(days), max(days)
    return [record for record in missing if first <= getattr(record, period) <= last]
