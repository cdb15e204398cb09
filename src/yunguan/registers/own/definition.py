"""What a register of one's own is, as data: its fields, its key, its figures; and back from JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from yunguan.core.columns import Kind

AREA = "area"
"""Name of the one field that says which county a row belongs to: every record has it."""
KEPT_BY = "kept_by"


class FieldKind(StrEnum):
    """The kinds of column that are offered, by the word people choose."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    IDENTITY_NUMBER = "identity_number"
    MOBILE = "mobile"
    USCC = "uscc"
    PLATE = "plate"
    AREA = "area"
    OPERATOR = "operator"

    @property
    def label(self) -> str:
        """The Chinese word."""
        return LABELS[self]

    @property
    def column(self) -> Kind:
        """The kind of cell that it is to the rest of the house."""
        return {FieldKind.PERCENT: Kind.DECIMAL, FieldKind.OPERATOR: Kind.REFERENCE}.get(self) or Kind(self.value)


LABELS = {
    FieldKind.TEXT: "文字",
    FieldKind.LONG_TEXT: "长文字",
    FieldKind.INTEGER: "整数",
    FieldKind.DECIMAL: "小数",
    FieldKind.PERCENT: "百分比",
    FieldKind.MONEY: "金额（元）",
    FieldKind.DATE: "日期",
    FieldKind.BOOLEAN: "是否",
    FieldKind.CHOICE: "选项",
    FieldKind.IDENTITY_NUMBER: "身份证号",
    FieldKind.MOBILE: "手机号",
    FieldKind.USCC: "统一社会信用代码",
    FieldKind.PLATE: "车牌号",
    FieldKind.AREA: "行政区划",
    FieldKind.OPERATOR: "业户",
}
SUMMED = frozenset({FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY})
ORDERED = SUMMED | {FieldKind.PERCENT, FieldKind.DATE}
KEYS = frozenset(FieldKind) - {
    FieldKind.LONG_TEXT,
    FieldKind.DECIMAL,
    FieldKind.PERCENT,
    FieldKind.MONEY,
    FieldKind.BOOLEAN,
}
"""Kinds of column by which a row may be told from others."""
MOST_PLACES = 4


class Unique(StrEnum):
    """Whether a column may repeat: freely, never, or only where the others of the key differ."""

    NO = ""
    ALONE = "alone"
    TOGETHER = "together"


@dataclass(frozen=True)
class FieldDefinition:
    """One column. ``name`` is the house's own word for it; a retired one is kept but no longer shown."""

    name: str
    label: str
    kind: FieldKind
    required: bool = False
    unique: Unique = Unique.NO
    choices: tuple[tuple[str, str], ...] = ()
    personal: bool = False
    places: int = 0
    retired: bool = False


@dataclass(frozen=True)
class Where:
    """One condition of a figure; the value is as the table keeps it, a date in ISO form."""

    field: str
    operator: str
    value: Any


@dataclass(frozen=True)
class Measure:
    """What is counted or added up: ``count`` of rows, ``distinct`` values or ``sum`` of a column."""

    kind: str
    column: str = ""
    tests: tuple[Where, ...] = ()


@dataclass(frozen=True)
class FigureDefinition:
    """One figure; with ``below`` it is a rate in per cent."""

    code: str
    title: str
    unit: str
    above: Measure
    below: Measure | None = None


@dataclass(frozen=True)
class Definition:
    """A register of one's own. ``asked`` are the sections and six-digit areas that fill it beside its owner."""

    code: str
    title: str
    section: str
    purpose: str
    fields: tuple[FieldDefinition, ...]
    period: str = ""
    asked: frozenset[str] = frozenset()
    figures: tuple[FigureDefinition, ...] = ()
    closed: bool = False

    @property
    def register(self) -> str:
        """Its id among the books; no declared book begins so."""
        return f"own_{self.code}"

    @property
    def live(self) -> tuple[FieldDefinition, ...]:
        """The fields in use."""
        return tuple(each for each in self.fields if not each.retired)

    @property
    def by_name(self) -> dict[str, FieldDefinition]:
        """Every field by its name, retired ones too."""
        return {each.name: each for each in self.fields}

    @property
    def sections_asked(self) -> frozenset[str]:
        """The other sections that keep rows of their own in it."""
        return frozenset(code for code in self.asked if not code.isdecimal())

    @property
    def areas_asked(self) -> frozenset[str]:
        """The counties that file rows of their own in it."""
        return self.asked - self.sections_asked

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell one row from another; rows of different fillers never stand in each other's way."""
        together = tuple(each.name for each in self.live if each.unique is Unique.TOGETHER)
        if not together:
            return tuple(each.name for each in self.live if each.unique is Unique.ALONE)[:1]
        area = (AREA,) if self.areas_asked and AREA not in together else ()
        return (*together, *area, *((KEPT_BY,) if self.sections_asked else ()))

    @property
    def unique_sets(self) -> tuple[tuple[str, ...], ...]:
        """The sets of columns that the table holds unique."""
        alone = [(each.name,) for each in self.live if each.unique is Unique.ALONE]
        return tuple(dict.fromkeys([self.key, *alone]))

    def settled(self) -> Definition:
        """The same with what follows: the key and the date that decides the period are owed in every row."""
        owed = {*self.key, self.period}
        return replace(
            self, fields=tuple(replace(each, required=each.required or each.name in owed) for each in self.fields)
        )

    def as_json(self) -> dict[str, Any]:
        """As the database keeps it."""
        return {**asdict(self), "asked": sorted(self.asked)}

    @property
    def stamp(self) -> str:
        """A digest that changes with anything in it."""
        text = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def from_json(given: Mapping[str, Any]) -> Definition:
    """A definition as the database keeps it."""
    return Definition(
        **{
            **given,
            "asked": frozenset(given["asked"]),
            "fields": tuple(_field(each) for each in given["fields"]),
            "figures": tuple(_figure(each) for each in given["figures"]),
        }
    )


def _field(given: Mapping[str, Any]) -> FieldDefinition:
    choices = tuple((code, label) for code, label in given["choices"])
    kind, unique = FieldKind(given["kind"]), Unique(given["unique"])
    return FieldDefinition(**{**given, "choices": choices, "kind": kind, "unique": unique})


def _figure(given: Mapping[str, Any]) -> FigureDefinition:
    below = _measure(given["below"]) if given["below"] else None
    return FigureDefinition(**{**given, "above": _measure(given["above"]), "below": below})


def _measure(given: Mapping[str, Any]) -> Measure:
    return Measure(given["kind"], given["column"], tuple(Where(**each) for each in given["tests"]))


def day_of(value: str) -> date:
    """A date as a condition keeps it."""
    return date.fromisoformat(value)
