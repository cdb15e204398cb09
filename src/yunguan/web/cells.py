"""How a value of a register is shown to people: by the kind of its column, personal ones masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yunguan.core.area import UnknownArea, load_areas
from yunguan.core.codes import identity_number, mobile
from yunguan.core.codes.characters import masked
from yunguan.core.columns import Column, Kind
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record

NOTHING = "—"
_MASKS = {Kind.IDENTITY_NUMBER: identity_number.mask, Kind.MOBILE: mobile.mask}
_SHORT = frozenset(Kind) - {Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE}
_RIGHT_ALIGNED = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY})


@dataclass(frozen=True)
class Cell:
    """One shown value; ``tone`` is the colour of a state, "" for anything else."""

    column: Column
    text: str
    tone: str = ""
    target: int | None = None

    @property
    def label(self) -> str:
        """The heading, with the unit of money."""
        return f"{self.column.label}（{self.column.unit}）" if self.column.unit else self.column.label

    @property
    def css(self) -> str:
        """The class of its table cell."""
        if self.column.kind in _RIGHT_ALIGNED:
            return "number"
        return "short" if self.column.kind in _SHORT else ""

    @property
    def wide(self) -> bool:
        """Whether it takes a row of its own in a card."""
        return self.column.kind is Kind.LONG_TEXT


def cell(book: Book, column: Column, record: Record, *, full: bool = False) -> Cell:
    """A column of a record, masked where it is personal unless ``full``."""
    value = value_of(record, column)
    text = shown(column, value, full=full)
    if column.kind is Kind.STATE:
        return Cell(column, text, tone_of(book, str(value)))
    target = getattr(record, f"{column.name}_id", None) if column.kind is Kind.REFERENCE else None
    return Cell(column, text, target=target)


def value_of(record: Record, column: Column) -> Any:
    """The stored value; a companion column is read through its reference."""
    name, _, beyond = column.name.partition("__")
    value = getattr(record, name, None)
    return getattr(value, beyond, None) if beyond else value


def shown(column: Column, value: Any, *, full: bool = False) -> str:
    """A value in words; nothing known is a dash."""
    if value is None or value == "":
        return NOTHING
    if column.personal and not full:
        return _MASKS.get(column.kind, _starred)(str(value))
    if column.kind is Kind.AREA:
        return area_name(str(value))
    if column.choices:
        return column.choice_label(str(value))
    return _plain(column, value)


def _starred(text: str) -> str:
    """A personal text that is no number of a known kind: its ends stay readable."""
    return masked(text, 2, 2)


def _plain(column: Column, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if column.kind is Kind.MONEY:
        return f"{Decimal(value).scaleb(-2):,.2f}"
    if column.places is not None:
        return f"{Decimal(value).scaleb(-column.places):f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Record):
        return title_of(value)
    return str(value)


def title_of(record: Record) -> str:
    """A record in a line; personal numbers in its key are left out, the person's name stands instead."""
    personal = {column.name for column in books()[record.register].personal}
    if personal.isdisjoint(type(record).key_fields):
        return str(record)
    parts = [str(getattr(record, name)) for name in type(record).key_fields if name not in personal]
    return " · ".join([str(getattr(record, "name", "")), *parts])


def area_name(code: str) -> str:
    """The name of a division; the code itself where the table does not know it."""
    try:
        return load_areas().name(code)
    except UnknownArea:
        return code


def tone_of(book: Book, state: str) -> str:
    """The colour of a state: grey for the end, amber where somebody has to act, green where all is settled."""
    found = next((each for each in book.workflow.states if each.code == state), None)
    if found is None or found.final:
        return "over"
    return "open" if found.awaits else "good"


def choices_of_areas(codes: frozenset[str] | None) -> list[tuple[str, str]]:
    """Codes and names of the divisions that an account may choose."""
    divisions = load_areas().divisions
    return [(each.code, each.name) for each in divisions if codes is None or each.code in codes]
