"""Which columns a move asks for."""

from __future__ import annotations

from dataclasses import replace

from yunguan.core.columns import Column
from yunguan.core.workflow import Transition
from yunguan.registers.book import Book


def asked_columns(book: Book, transition: Transition) -> list[Column]:
    """The columns that a move fills in: all owed, unless the guard says which are or the house fills in the rest."""
    return [replace(book.by_name[name], required=transition.demands) for name in transition.asks]
