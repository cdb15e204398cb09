"""Which columns a move asks for."""

from __future__ import annotations

from dataclasses import replace

from yunguan.core.columns import Column
from yunguan.core.workflow import Transition
from yunguan.registers.book import Book


def asked_columns(book: Book, transition: Transition) -> list[Column]:
    """The columns that a move fills in; each is owed, unless the house fills in what is left blank."""
    return [replace(book.by_name[name], required=transition.fills is None) for name in transition.asks]
