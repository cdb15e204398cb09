"""Moves that the clock makes: what the law says of silence beyond a deadline."""

from __future__ import annotations

from datetime import date, datetime

from yunguan.core.workflow import Transition
from yunguan.office.workflow.runtime import Order, Overtaken, Refused, move
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record


def run_clock(*, on: date, now: datetime) -> list[tuple[Record, str]]:
    """Make every move that is due because its deadline has passed; a record moved meanwhile by a person is left."""
    done: list[tuple[Record, str]] = []
    for book in books().values():
        for transition in book.workflow.transitions:
            if transition.when_overdue:
                done += _overdue(book, transition, on, now)
    return done


def _overdue(book: Book, transition: Transition, on: date, now: datetime) -> list[tuple[Record, str]]:
    late = book.model._default_manager.filter(state__in=transition.source, due_on__lt=on).order_by("pk")
    done: list[tuple[Record, str]] = []
    for record in late:
        try:
            move(record, Order(transition.code, None, on, now, reason="逾期未答复"))
        except Overtaken:
            continue
        except Refused as answer:
            done.append((record, str(answer)))
            continue
        done.append((record, transition.label))
    return done
