"""From converted columns to unsaved records: references looked up, derived columns filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from yunguan.core.columns import Column
from yunguan.office.people import User
from yunguan.registers.book import Book, book
from yunguan.registers.importing.cells import CellProblem, convert
from yunguan.registers.importing.layout import Layout
from yunguan.registers.importing.refusal import Refusal, shown
from yunguan.registers.record import Record
from yunguan.registers.selectors import having

DEFAULT_REMEDY = "请按提示改正后重新导入。"


@dataclass
class Draft:
    """The records of one sheet that stand so far, and what was refused; rows are those of Excel."""

    book: Book
    layout: Layout
    records: dict[int, Record] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def refuse(self, row: int, column: str, reason: str, remedy: str = DEFAULT_REMEDY, value: Any = None) -> None:
        """Refuse a row for one of its columns ("" for the row as a whole)."""
        matched = self.layout.by_name.get(column)
        if matched is not None and value is None:
            value = self.layout.sheet.value(row, matched.index)
        known = self.book.by_name.get(column)
        self.refused.append(
            Refusal(
                sheet=self.layout.sheet.name,
                row=row,
                column_letter=matched.letter if matched else "",
                header=matched.header if matched else (known.label if known else ""),
                value=shown(value, known),
                reason=reason,
                remedy=remedy,
            )
        )
        self.records.pop(row, None)


@dataclass(frozen=True)
class Conditions:
    """Under which conditions the rows are taken: by whom, recorded when, in which area of the centre."""

    user: User | None
    now: datetime
    centre_area: str


@dataclass(frozen=True)
class Blank:
    """A record before its row is read: what every row of the sheet begins with, in the order of the table."""

    model: Any
    values: tuple[Any, ...]
    places: Mapping[str, int]

    def filled(self, given: Mapping[str, Any], targets: Mapping[str, Record]) -> Record:
        """A new record with these columns; by position, which Django builds several times faster than by name."""
        values, places = list(self.values), self.places
        for name, value in given.items():
            values[places[name]] = value
        record: Record = self.model(*values)
        for name, target in targets.items():
            setattr(record, name, target)
        return record


@dataclass(frozen=True)
class Given:
    """What the rows are read from: the converted columns, the records that references name, the blank record."""

    columns: Mapping[str, list[Any]]
    targets: Mapping[str, Mapping[str, Record]]
    blank: Blank

    @cached_property
    def plain(self) -> dict[str, list[Any]]:
        """The columns that are kept as they are: neither references nor names beside them."""
        return {name: column for name, column in self.columns.items() if name not in self.targets and "__" not in name}


def build(book_: Book, layout: Layout, conditions: Conditions, *, fill_merged: bool = False) -> Draft:
    """The records of a sheet: every row either stands in ``records`` or has a refusal."""
    draft = Draft(book_, layout)
    columns = _convert(draft, fill_merged=fill_merged)
    targets = {name: _targets(draft, name, columns) for name in book_.references if name in columns}
    given = Given(columns, targets, _blank(book_, conditions))
    bad = {refusal.row for refusal in draft.refused}
    for index, row in enumerate(layout.data_rows):
        if row not in bad:
            _add(draft, row, index, given)
    return draft


def _blank(book_: Book, conditions: Conditions) -> Blank:
    first = book_.model(
        created_at=conditions.now, created_by=conditions.user, version=1, state=book_.workflow.initial.code
    )
    if book_.model.internal:
        first.area = conditions.centre_area
    if book_.model.common:
        first.kept_by = conditions.user.section if conditions.user else book_.section  # type: ignore[attr-defined]
    fields = book_.model._meta.concrete_fields
    places = {field.name: place for place, field in enumerate(fields)}
    return Blank(book_.model, tuple(getattr(first, field.attname) for field in fields), places)


def _convert(draft: Draft, *, fill_merged: bool) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    for matched in draft.layout.columns:
        context = draft.layout.context(matched, fill_merged=fill_merged)
        converted = convert(matched.column, draft.layout.values(matched), context)
        columns[matched.column.name] = converted.values
        for problem in converted.problems:
            _refuse_cell(draft, matched.column, problem)
        draft.warnings += [f"第 {note.row} 行“{matched.header}”：{note.message}" for note in converted.notes[:20]]
    return columns


def _refuse_cell(draft: Draft, column: Column, problem: CellProblem) -> None:
    value = draft.layout.sheet.value(problem.row, draft.layout.by_name[column.name].index)
    draft.refuse(problem.row, column.name, problem.message, problem.remedy, value)


def _targets(draft: Draft, name: str, columns: Mapping[str, list[Any]]) -> dict[str, Record]:
    """The records that a reference column names, by the key of their book."""
    target = book(draft.book.references[name])
    (key,) = target.model.key_fields
    rows = having(target.model._default_manager.all(), key, {value for value in columns[name] if value})
    return {str(getattr(each, key)): each for each in rows}


def _add(draft: Draft, row: int, index: int, given: Given) -> None:
    values = {name: column[index] for name, column in given.plain.items() if column[index] is not None}
    targets: dict[str, Record] = {}
    refused = False
    for name, known in given.targets.items():
        value = given.columns[name][index]
        if value is None:
            continue
        if value in known:
            targets[name] = known[value]
        else:
            title = book(draft.book.references[name]).title
            draft.refuse(row, name, f"《{title}》中没有“{value}”。", f"请先在《{title}》中登记，或核对后改正。")
            refused = True
    if refused:
        return
    record = given.blank.filled(values, targets)
    record.derive()
    draft.records[row] = record
    _check_companions(draft, row, index, given.columns)


def _check_companions(draft: Draft, row: int, index: int, columns: Mapping[str, list[Any]]) -> None:
    """A name given beside a code must be the name of what the code stands for."""
    record = draft.records[row]
    for name, (label, target_field) in draft.book.model.companions.items():
        beside = columns.get(f"{name}__{target_field}")
        given = beside[index] if beside else None
        target = getattr(record, name) if given and getattr(record, f"{name}_id") else None
        if target is not None and given != getattr(target, target_field):
            text = f"{label}“{given}”与代码对应的“{getattr(target, target_field)}”不一致。"
            draft.refuse(row, f"{name}__{target_field}", text, "请核对名称和代码，改正其中有误的一个。")
            return
