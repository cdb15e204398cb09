"""What runs out when: the last days of validity that the books declare, in one calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yunguan.core.columns import Column
from yunguan.core.scope import Scope
from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible


@dataclass(frozen=True)
class Expiry:
    """One record whose column says that something ends on a day."""

    book: Book
    column: Column
    record: Record
    day: date


def expiries(among: Iterable[Book], scope: Scope, first: date, last: date, most: int) -> list[Expiry]:
    """What ends from ``first`` to ``last``, the earliest first; at most so many of each column of each book."""
    return sorted(_found(among, scope, first, last, most), key=lambda each: (each.day, each.book.id, each.record.pk))


def _found(among: Iterable[Book], scope: Scope, first: date, last: date, most: int) -> Iterator[Expiry]:
    for book in among:
        for name in book.model.expires:
            ending = visible(book, scope).filter(**{f"{name}__gte": first, f"{name}__lte": last})
            rows = ending.exclude(state__in=book.workflow.over)
            for record in rows.select_related(*book.key_references).order_by(name, "id")[:most]:
                yield Expiry(book, book.by_name[name], record, getattr(record, name))
