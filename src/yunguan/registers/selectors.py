"""Reads of registers: always through a scope."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import BooleanField, Q, QuerySet

from yunguan.core.scope import Scope
from yunguan.office.workflow.tables import Move, StateInterval
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record, label_of
from yunguan.registers.tables import ImportBatch, Opening, SavedMapping
from yunguan.registers.visibility import as_q, conditions

Row = TypeVar("Row")
CHUNK = 500


def visible(book: Book, scope: Scope) -> QuerySet[Record]:
    """The rows of a book that a scope admits."""
    return book.model._default_manager.filter(as_q(conditions(book, scope)))


def visible_books(scope: Scope) -> list[Book]:
    """The books of which a scope may see rows at all."""
    return [book for book in books().values() if conditions(book, scope) is not None]


def having(rows: QuerySet[Any, Row], column: str, values: Collection[Any]) -> Iterator[Row]:
    """The rows whose column holds one of many values, asked for in parts: a query takes only so many."""
    wanted = sorted(values)
    for start in range(0, len(wanted), CHUNK):
        yield from rows.filter(**{f"{column}__in": wanted[start : start + CHUNK]})


def sifted(book: Book, rows: QuerySet[Record], words: str, filters: Mapping[str, str]) -> QuerySet[Record]:
    """Rows that contain the words in a search column and pass the filters; unknown filters are ignored."""
    for word in words.split():
        q = Q()
        for name in book.model.search_fields:
            q |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(q)
    for name, value in filters.items():
        test = _filter(book, name, value)
        if test is not None:
            rows = rows.filter(test)
    return rows


def filter_names(book: Book) -> tuple[str, ...]:
    """The columns by which a list may be filtered: fixed choices only, never a scan for distinct values."""
    names = list(book.model.filter_fields)
    if not book.model.internal:
        names.append("area")
    if len(book.workflow.states) > 1:
        names.append("state")
    return tuple(names)


def _filter(book: Book, name: str, value: str) -> Q | None:
    if not value:
        return None
    period = book.model.period_field
    if name in {"from", "to"} and period:
        lookup = "gte" if name == "from" else "lte"
        return Q(**{f"{period}__{lookup}": date.fromisoformat(value)})
    if name not in filter_names(book):
        return None
    if isinstance(book.model._meta.get_field(name), BooleanField):
        return Q(**{name: value == "1"})
    return Q(**{name: value})


def opened_years() -> dict[str, frozenset[int]]:
    """The years for which each register was opened."""
    found: dict[str, set[int]] = {}
    for register, year in Opening.objects.values_list("register", "year"):
        found.setdefault(register, set()).add(year)
    return {register: frozenset(years) for register, years in found.items()}


def moves_of(record: Record) -> QuerySet[Move]:
    """Every move of a record, first to last."""
    return Move.objects.filter(register=record.register, record_id=record.pk).select_related("by")


def intervals_of(record: Record) -> QuerySet[StateInterval]:
    """The states of a record over time."""
    return StateInterval.objects.filter(register=record.register, record_id=record.pk).order_by("valid_from", "id")


def changes_of(record: Record) -> list[tuple[Any, list[tuple[str, Any, Any]]]]:
    """The history rows of a record, newest first, each with (column label, before, after)."""
    rows = list(record.history.all().select_related("history_user"))
    found = []
    for newer, older in zip(rows, [*rows[1:], None], strict=True):
        changes = [] if older is None else newer.diff_against(older, foreign_keys_are_objs=False).changes
        shown = [
            (label_of(record, change.field), change.old, change.new)
            for change in changes
            if change.field not in {"version", "due_on"}
        ]
        found.append((newer, shown))
    return found


def batches_of(book: Book, limit: int = 10) -> list[ImportBatch]:
    """The last imports into a book, newest first."""
    return list(ImportBatch.objects.filter(register=book.id).select_related("by")[:limit])


def saved_mappings() -> list[SavedMapping]:
    """Every saved mapping of headings, by register and source."""
    return list(SavedMapping.objects.order_by("register", "source"))
