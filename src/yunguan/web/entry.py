"""The form of a record: typed texts read by the same readers that read a workbook's cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from yunguan.core.columns import Column, Kind
from yunguan.core.finding import Problem
from yunguan.core.scope import Scope
from yunguan.registers.book import Book, books
from yunguan.registers.importing.cells import verdict_on
from yunguan.registers.importing.verdict import Context
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible
from yunguan.web.cells import choices_of_areas, shown, title_of, value_of
from yunguan.web.words import joined

YES_NO = (("1", "是"), ("0", "否"))
_DERIVED_AREA = "留空时按业户所在地填写。"


@dataclass
class Field:
    """One input: its column, what stands in it, and what is wrong with it."""

    column: Column
    text: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    beside: str = ""
    named: str = ""

    @property
    def widget(self) -> str:
        """Which input shows it."""
        if self.column.kind is Kind.REFERENCE:
            return "reference"
        if self.choices:
            return "select"
        return {Kind.LONG_TEXT: "textarea", Kind.DATE: "date"}.get(self.column.kind, "text")

    @property
    def input_mode(self) -> str:
        """The keyboard that a number wants."""
        return {Kind.INTEGER: "numeric", Kind.MONEY: "decimal", Kind.DECIMAL: "decimal", Kind.MOBILE: "tel"}.get(
            self.column.kind, "text"
        )

    @property
    def label(self) -> str:
        """The heading, with the unit of money; a reference is named by what it points to."""
        if self.named:
            return f"{self.named}（{self.column.label}）"
        return f"{self.column.label}（{self.column.unit}）" if self.column.unit else self.column.label


@dataclass
class Entry:
    """A filled form: fields with their errors, the values read, and what is wrong with the whole."""

    fields: list[Field]
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """Whether everything was read."""
        return not self.errors and not any(each.errors for each in self.fields)

    def accuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem beside its field, or at the head of the form."""
        for problem in problems:
            mine = [each for each in self.fields if each.column.name == problem.field]
            (mine[0].errors if mine else self.errors).append(problem.message)


def form_columns(book: Book, record: Record | None = None) -> list[Column]:
    """The columns that people type: not the state, nor what a move writes, unless it is owed from the start."""
    later = {state.date_field for state in book.workflow.states[1:]} - {book.workflow.initial.date_field}
    asked = {name for transition in book.workflow.transitions for name in transition.asks}
    return [
        column
        for column in book.columns
        if column.kind is not Kind.STATE
        and "__" not in column.name
        and (column.required or column.name not in later)
        and (column.required or column.name not in asked or _filled(record, column))
    ]


def _filled(record: Record | None, column: Column) -> bool:
    return record is not None and value_of(record, column) not in {None, ""}


def blank(book: Book, columns: list[Column], scope: Scope, record: Record | None = None) -> Entry:
    """The form as it opens: empty, or with what the record holds; personal values stay behind their mask."""
    fields = [_field(book, column, scope, _typed(column, record)) for column in columns]
    for each in fields:
        _cover(each, record)
    return Entry(fields)


def read(
    book: Book, columns: list[Column], scope: Scope, typed: Mapping[str, str], record: Record | None = None
) -> Entry:
    """The form as it was sent: only these columns are looked at; a personal one left empty stays as it is."""
    entry = Entry([_field(book, column, scope, typed.get(column.name, "")) for column in columns])
    for each in entry.fields:
        if not (_covered(each, record) and not each.text.strip()):
            _read_one(entry, each, scope)
        _note_cover(each, record)
    return entry


def _covered(each: Field, record: Record | None) -> bool:
    return each.column.personal and record is not None and value_of(record, each.column) not in {None, ""}


def _cover(each: Field, record: Record | None) -> None:
    if _covered(each, record):
        each.text = ""
    _note_cover(each, record)


def _note_cover(each: Field, record: Record | None) -> None:
    if record is not None and _covered(each, record):
        each.beside = f"现为 {shown(each.column, value_of(record, each.column))}，留空则不改。"


def _read_one(entry: Entry, each: Field, scope: Scope) -> None:
    verdict = verdict_on(each.column, each.text, Context())
    if verdict.message:
        each.errors.append(joined(verdict.message, verdict.remedy))
        return
    value = verdict.value
    if each.column.kind is Kind.REFERENCE and value is not None:
        value = find_target(each.column, str(value), scope)
        if value is None:
            target = books()[each.column.target]
            each.errors.append(f"“{target.title}”中没有“{each.text}”，请查找后选择，或先到该台账登记。")
            return
        each.beside = title_of(value)
    if each.column.kind is Kind.AREA and value is not None and not scope.sees_area(value):
        each.errors.append("此区划不在您的管辖范围之内，请重新选择。")
        return
    entry.values[each.column.name] = value


def find_target(column: Column, key: str, scope: Scope) -> Record | None:
    """The record that a typed key names, among those the account sees; what the centre shares is named by all.

    A county or an operator that files a row of its own refers to the centre's lists: a form's item, a pool of money.
    """
    target = books()[column.target]
    centres = target.model.shared and target.model.internal
    rows: Any = target.model._default_manager.all() if centres else visible(target, scope)
    found: Record | None = rows.filter(**{target.model.key_fields[0]: key}).first()
    return found


def key_of(record: Record) -> str:
    """The text by which a reference names a record."""
    return str(getattr(record, type(record).key_fields[0]))


def _field(book: Book, column: Column, scope: Scope, text: str) -> Field:
    if column.kind is Kind.BOOLEAN:
        return Field(column, text, list(YES_NO))
    if column.kind is Kind.AREA:
        beside = _DERIVED_AREA if book.model.operator_path.startswith("operator__") else ""
        return Field(column, text, choices_of_areas(scope.areas), beside=beside)
    named, _ = book.model.companions.get(column.name, ("", ""))
    return Field(column, text, list(column.choices), named=named)


def _typed(column: Column, record: Record | None) -> str:
    """A stored value as a person would type it."""
    value = value_of(record, column) if record is not None else None
    if value is None:
        return "0" if column.kind is Kind.BOOLEAN else ""
    if column.kind is Kind.BOOLEAN:
        return "1" if value else "0"
    if column.kind is Kind.MONEY:
        return f"{Decimal(value).scaleb(-2):.2f}"
    if column.places is not None:
        return f"{Decimal(value).scaleb(-column.places):f}{'%' if column.unit == '%' else ''}"
    if column.kind is Kind.REFERENCE:
        return key_of(value)
    return value.isoformat() if isinstance(value, date) else str(value)
