"""The demonstration centre: what each of its registers holds, made once and always alike from one seed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from random import Random
from typing import Any

from yunguan.demo import books

Row = dict[str, Any]
"""Values by column name, as the book stores them: codes of choices, states and areas; money as Decimal in 元."""


class Centre:
    """All rows of the demonstration. A register's rows depend on the seed and on the registers they refer to."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._rows: dict[str, list[Row]] = {}

    def rows(self, register: str) -> list[Row]:
        """What the workbook of a register holds, in the order of the workbook."""
        if register not in self._rows:
            module = import_module(f"{books.__name__}.{register}")
            self._rows[register] = module.rows(self)
        return self._rows[register]

    def random(self, register: str) -> Random:
        """A fresh source of chance for one register: what one draws does not shift another."""
        return Random(f"{self.seed}/{register}")  # noqa: S311 - reproducible, not secret


@cache
def registers() -> tuple[str, ...]:
    """Ids of the registers that the demonstration fills: the files of the folder."""
    return tuple(_found())


def _found() -> Iterator[str]:
    yield from sorted(info.name for info in iter_modules(books.__path__))
