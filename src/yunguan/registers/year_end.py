"""The turn of the year: what stays open, what the next year needs, the books opened for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from yunguan.office.calendar import has_year
from yunguan.office.people import User
from yunguan.office.rules import RuleValue
from yunguan.registers.book import Book, books
from yunguan.registers.services import create, open_register
from yunguan.registers.tables import Opening


@dataclass(frozen=True)
class Shelf:
    """One book at the end of a year: how many rows wait for somebody, how many are late, whether it goes on."""

    book: Book
    waiting: int
    late: int
    opened_next: bool
    carried: int


@dataclass(frozen=True)
class Outlook:
    """What the turn of a year finds."""

    year: int
    shelves: tuple[Shelf, ...]
    calendar_next: bool
    unconfirmed_rules: int

    @property
    def done(self) -> bool:
        """Whether every book that was kept is open for the next year."""
        return all(shelf.opened_next for shelf in self.shelves)


def outlook(year: int) -> Outlook:
    """How the books stand at the end of a year: those that were kept, and those that its end gives rows to."""
    opened = set(Opening.objects.filter(year=year + 1).values_list("register", flat=True))
    kept = Opening.objects.filter(year__lte=year).values_list("register", flat=True).distinct()
    given = {each.id for each in books().values() if any(True for _ in each.model.carried_over(year))}
    shelves = [_shelf(books()[name], year, opened) for name in sorted((set(kept) | given) & books().keys())]
    return Outlook(year, tuple(shelves), has_year(year + 1), RuleValue.objects.filter(confirmed=False).count())


@transaction.atomic
def carry_over(*, year: int, user: User | None, on: date, now: datetime) -> list[tuple[Book, int]]:
    """Open every book that was kept for the next year, and write the rows that go over; twice does nothing more.

    What is open stays open with its deadline: a case does not end with a year.
    """
    done = []
    for shelf in outlook(year).shelves:
        made = 0
        for values in shelf.book.model.carried_over(year):
            create(book=shelf.book, values=values, user=user, on=on, now=now)
            made += 1
        open_register(shelf.book, {year + 1})
        done.append((shelf.book, made))
    return done


def _shelf(book: Book, year: int, opened: set[str]) -> Shelf:
    rows = book.model._base_manager.filter(state__in=book.workflow.waiting)
    late = rows.filter(due_on__lte=date(year, 12, 31)).count()
    carried = sum(1 for _ in book.model.carried_over(year))
    return Shelf(book, rows.count(), late, book.id in opened, carried)
