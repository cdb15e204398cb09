"""What the interface takes and gives, as schemas."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Schema


class BookOut(Schema):
    """一本台账."""

    id: str
    title: str
    section: str
    purpose: str
    may_write: bool


class ColumnOut(Schema):
    """台账的一列."""

    name: str
    label: str
    kind: str
    required: bool
    unit: str
    personal: bool
    choices: list[tuple[str, str]]
    target: str


class StateOut(Schema):
    """一个状态."""

    code: str
    label: str
    final: bool


class SchemaOut(Schema):
    """一本台账的结构."""

    id: str
    title: str
    key: list[str]
    columns: list[ColumnOut]
    states: list[StateOut]


class RowOut(Schema):
    """一条记录；个人信息已隐去."""

    id: int
    version: int
    state: str
    due_on: date | None
    values: dict[str, Any]


class RowsOut(Schema):
    """一页记录."""

    total: int
    page: int
    pages: int
    rows: list[RowOut]


class MoveOut(Schema):
    """当前可以办理的一项操作."""

    code: str
    label: str
    target: str
    asks: list[str]
    reason: bool


class MoveIn(Schema):
    """办理一项操作：看到的版本、业务日期、理由和须填的列."""

    transition: str
    version: int
    on: date | None = None
    reason: str = ""
    given: dict[str, str] = {}


class ErrorOut(Schema):
    """办不成的原因."""

    detail: str
    problems: list[dict[str, str]] = []


class FigureOut(Schema):
    """一个指标；数值为文本，没有数据为空."""

    id: str
    title: str
    value: str | None
    unit: str
    period: str
    as_of: str
    numerator: str | None
    denominator: str | None
    records: int | None
    origin: str | None
    definition: str
