"""Open work: the records on which an account's role has to act next, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from yunguan.office.people import User
from yunguan.office.scope import scope_of
from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible
from yunguan.registers.services import acts_in
from yunguan.web.access import books_open_to
from yunguan.web.cells import title_of, tone_of
from yunguan.web.due import Clock, Due

SHOWN = 30


@dataclass(frozen=True)
class Item:
    """A record that waits."""

    pk: int
    title: str
    state: str
    tone: str
    acts: str
    due: Due


@dataclass(frozen=True)
class Pile:
    """What waits in one book: the most pressing, and how many in all."""

    book: Book
    items: list[Item]
    total: int
    late: int

    @property
    def more(self) -> bool:
        """Whether some are not listed."""
        return self.total > len(self.items)


def piles(user: User, clock: Clock) -> Iterator[Pile]:
    """The open work of an account, a pile a book."""
    for book in books_open_to(user):
        waiting = waiting_for(book, user)
        total = waiting.count() if waiting is not None else 0
        if waiting is None or not total:
            continue
        first = waiting.order_by(F("due_on").asc(nulls_last=True), "id")[:SHOWN]
        items = [_item(book, each, user, clock) for each in first]
        yield Pile(book, items, total, waiting.filter(due_on__lt=clock.today).count())


def waiting_for(book: Book, user: User) -> QuerySet[Record] | None:
    """Records that wait for a move which this account may make; None where it may make none in this book."""
    if not acts_in(book, user):
        return None
    mine = [s for s in book.workflow.waiting if any(user.role in move.roles for move in book.moves(s))]
    if not mine:
        return None
    waiting = visible(book, scope_of(user)).filter(state__in=mine).select_related(*book.key_references)
    if book.model.common and user.section not in {"", book.section}:
        waiting = waiting.filter(Q(kept_by=user.section))
    return waiting


def _item(book: Book, record: Record, user: User, clock: Clock) -> Item:
    acts = "、".join(move.label for move in book.moves(record.state) if user.role in move.roles)
    label = book.workflow.labels.get(record.state, record.state)
    return Item(record.pk, title_of(record), label, tone_of(book, record.state), acts, clock.mark(record.due_on))
