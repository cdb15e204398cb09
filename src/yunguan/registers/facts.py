"""What an engine needs to know of a book: the table, its columns and types, the words for the formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from yunguan.office.workflow.tables import StateInterval
from yunguan.registers.book import Book


@dataclass(frozen=True)
class FactTable:
    """One table with declared types (Ibis names), so that every engine hands back the same."""

    register: str
    title: str
    name: str
    types: dict[str, str]
    labels: dict[str, str]
    choices: dict[str, dict[str, str]]
    period_column: str


def fact_table(book: Book) -> FactTable:
    """The table of a book."""
    fields = book.model._meta.concrete_fields
    return FactTable(
        register=book.id,
        title=book.title,
        name=book.model._meta.db_table,
        types={str(field.column): ibis_type(field) for field in fields},
        labels={str(field.column): str(field.verbose_name) for field in fields},
        choices={column.name: dict(column.choices) for column in book.columns if column.choices},
        period_column=_column(book, book.model.period_field),
    )


def interval_table() -> tuple[str, dict[str, str]]:
    """Name and types of the table of state intervals."""
    fields = StateInterval._meta.concrete_fields
    return StateInterval._meta.db_table, {str(field.column): ibis_type(field) for field in fields}


def ibis_type(field: Any) -> str:
    """The Ibis type of a Django field; a type that SQL would not hold exactly is refused."""
    for django_type, name in _TYPES:
        if isinstance(field, django_type):
            return name
    msg = f"字段 {field} 不能作为统计列：{type(field).__name__}。"
    raise TypeError(msg)


def _column(book: Book, field: str) -> str:
    return str(book.model._meta.get_field(field).column) if field else ""  # type: ignore[union-attr]


_TYPES: tuple[tuple[type[Any], str], ...] = (
    (models.ForeignKey, "int64"),
    (models.BooleanField, "boolean"),
    (models.DateTimeField, "timestamp"),
    (models.DateField, "date"),
    (models.IntegerField, "int64"),
    (models.TextField, "string"),
    (models.CharField, "string"),
)
