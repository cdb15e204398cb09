"""The tables of registers of one's own, made and widened inside the transaction that defines them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models

from yunguan.registers.own.definition import Definition
from yunguan.registers.own.factory import index_of, table_of


def create_tables(model: type[models.Model], definition: Definition) -> None:
    """The table of the rows and that of their history."""
    with _editing() as editor, _without_constraints(model):
        editor.create_model(model)
        editor.create_model(_history(model))
    for columns in definition.unique_sets:
        _hold_unique(definition, model, columns)


def add_columns(model: type[models.Model], names: list[str]) -> None:
    """New columns, empty in every row that is there; nothing else of the tables is touched."""
    with _editing() as editor:
        for each in (model, _history(model)):
            for name in names:
                editor.add_field(each, each._meta.get_field(name))


def change_unique(model: type[models.Model], before: Definition, after: Definition) -> None:
    """Hold other columns unique than before; IntegrityError where rows that are there repeat."""
    _settle_rows()
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for columns in before.unique_sets:
            if columns not in after.unique_sets:
                cursor.execute(f"DROP INDEX {quote(index_of(before, columns))}")
    for columns in after.unique_sets:
        if columns not in before.unique_sets:
            _hold_unique(after, model, columns)


def _hold_unique(definition: Definition, model: type[models.Model], names: tuple[str, ...]) -> None:
    """An index of its own, since one that the table is created with could not be dropped on SQLite."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(_column(model, name))) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE UNIQUE INDEX {quote(index_of(definition, names))} ON {quote(table_of(definition))} ({columns})"
        )


def _column(model: type[models.Model], name: str) -> Any:
    field: Any = model._meta.get_field(name)
    return field.column


def _history(model: Any) -> type[models.Model]:
    found: type[models.Model] = model.history.model
    return found


def _settle_rows() -> None:
    """On PostgreSQL references of rows that this transaction wrote are checked now: unchecked they forbid DDL."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


@contextmanager
def _editing() -> Iterator[Any]:
    """A schema editor that is not entered: on SQLite entering is refused inside a transaction.

    Entering would switch foreign keys off, which only a table that is made anew needs; nothing here is.
    """
    _settle_rows()
    editor: Any = connection.schema_editor(atomic=False)
    editor.deferred_sql = []
    yield editor
    for statement in editor.deferred_sql:
        editor.execute(statement, None)


@contextmanager
def _without_constraints(model: type[models.Model]) -> Iterator[None]:
    kept, model._meta.constraints = model._meta.constraints, []
    try:
        yield
    finally:
        model._meta.constraints = kept
