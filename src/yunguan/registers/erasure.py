"""Personal data whose time is over: erased from the rows and from their history, and the erasure logged.

The years are declared by the books (个人信息保护法第十九条：保存期限应为实现处理目的所必要的最短时间).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from yunguan.office.access import AccessLog
from yunguan.registers.book import Book, books

ACTION = "到期删除个人信息"


@dataclass(frozen=True)
class Erased:
    """How many rows of a book lost the content of a column."""

    book: Book
    column: str
    rows: int


@transaction.atomic
def erase_expired(*, on: date, now: datetime) -> list[Erased]:
    """Erase what may not be kept any longer as of a day; a row that is still open is kept."""
    return [each for book in books().values() for each in _of_book(book, on, now)]


def _of_book(book: Book, on: date, now: datetime) -> Iterator[Erased]:
    for column, years in sorted(book.model.kept_years.items()):
        ids = list(_over(book, column, on.year - years).values_list("pk", flat=True))
        if not ids:
            continue
        nothing = None if book.model._meta.get_field(column).null else ""
        book.model._base_manager.filter(pk__in=ids).update(**{column: nothing})
        book.model.history.model.objects.filter(id__in=ids).update(**{column: nothing})
        label = book.by_name[column].label
        AccessLog.objects.create(
            at=now,
            by=None,
            action=ACTION,
            register=book.id,
            field=column,
            reason=f"《{book.title}》{label} {len(ids)} 行",
        )
        yield Erased(book, label, len(ids))


def _over(book: Book, column: str, year: int) -> Any:
    """Rows whose year lies before the given one, nobody has to act on, and that still hold the column."""
    dated = book.model.period_field or "created_at"
    held = Q(**{f"{column}__isnull": False})
    if isinstance(book.model._meta.get_field(column), models.CharField | models.TextField):
        held &= ~Q(**{column: ""})
    return book.model._base_manager.filter(held, **{f"{dated}__year__lt": year}).exclude(
        state__in=book.workflow.waiting
    )
