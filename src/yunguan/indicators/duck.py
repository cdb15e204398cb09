"""DuckDB over Parquet: the fact tables written down with declared types, and an engine that reads them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import ibis
import polars as pl
from django.db import models

from yunguan.office.workflow.tables import StateInterval
from yunguan.registers.book import books
from yunguan.registers.facts import ibis_type

CHUNK = 50_000
PARQUET_TYPES: dict[str, Any] = {
    "int64": pl.Int64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
    "timestamp": pl.Datetime("us", "UTC"),
    "string": pl.String(),
}
"""What each Ibis type of a fact table is in Parquet; an instant is kept in UTC, money as whole fen."""


class DuckMissing(ImportError):  # noqa: N818 - a part that is not installed
    """DuckDB is an optional part; the message says how to install it."""


class DuckEngine:
    """The engine over the Parquet files of one folder (see ``export_parquet``); DuckMissing without DuckDB."""

    def __init__(self, folder: Path) -> None:
        self._connection = _duckdb().connect()
        for path in sorted(folder.glob("*.parquet")):
            source = str(path).replace("'", "''")
            self._connection.execute(f"CREATE VIEW \"{path.stem}\" AS SELECT * FROM read_parquet('{source}')")  # noqa: S608 - a view takes no parameters

    def run(self, expression: Any) -> list[tuple[Any, ...]]:
        """Compile for DuckDB, run, fetch all."""
        sql = str(ibis.to_sql(expression, dialect="duckdb", pretty=False))
        return list(self._connection.execute(sql).fetchall())


def export_parquet(folder: Path) -> None:
    """Write every register and the state intervals to ``folder``, a file a table, named as the table is.

    The caller's transaction decides whether the tables are of one moment.
    """
    folder.mkdir(parents=True, exist_ok=True)
    models_of_facts: list[type[models.Model]] = [*(book.model for book in books().values()), StateInterval]
    for model in models_of_facts:
        _frame(model).write_parquet(folder / f"{model._meta.db_table}.parquet")


def _frame(model: type[models.Model]) -> pl.DataFrame:
    """A whole table in the order of its keys; a value that its declared type does not hold is an error."""
    fields = model._meta.concrete_fields
    types = {str(field.column): PARQUET_TYPES[ibis_type(field)] for field in fields}
    frames = [pl.DataFrame(schema=types)]
    for rows in _chunks(model, [field.attname for field in fields]):
        columns = zip(types.items(), zip(*rows, strict=True), strict=True)
        frames.append(pl.DataFrame([pl.Series(name, values, dtype=kind) for (name, kind), values in columns]))
    return pl.concat(frames)


def _chunks(model: type[models.Model], names: list[str]) -> Iterator[list[tuple[Any, ...]]]:
    rows = model._base_manager.order_by("pk").values_list(*names).iterator(CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - an optional part
    except ImportError as fault:
        msg = "没有安装 DuckDB，请执行 pip install 'yunguan[duckdb]' 后重试。"
        raise DuckMissing(msg) from fault
    return duckdb
