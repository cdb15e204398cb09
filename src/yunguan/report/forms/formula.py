"""Formulas of cells, declared by names: ``vehicles+reception``, ``adjusted-executed``, ``executed/adjusted``.

A name is a column (in the same row), a row (in the same column; of repeated rows, all of them), or ``row.column``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
_RATIO = re.compile(rf"(?P<above>{_NAME}) */ *(?P<below>{_NAME})")
_SUM = re.compile(rf"{_NAME}(?: *[+-] *{_NAME})*")
_TERM = re.compile(rf"(?P<sign>[+-]?) *(?P<name>{_NAME})")


@dataclass(frozen=True)
class Sum:
    """Names with their signs."""

    terms: tuple[tuple[int, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in it."""
        return tuple(name for _, name in self.terms)


@dataclass(frozen=True)
class Ratio:
    """One name divided by another."""

    above: str
    below: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in it."""
        return self.above, self.below


def parse(text: str) -> Sum | Ratio:
    """The formula that a text declares; raises ValueError where it declares none."""
    plain = text.strip()
    if found := _RATIO.fullmatch(plain):
        return Ratio(found["above"], found["below"])
    if _SUM.fullmatch(plain):
        return Sum(tuple((-1 if found["sign"] == "-" else 1, found["name"]) for found in _TERM.finditer(plain)))
    raise ValueError(f"公式“{text}”看不懂，请写成“甲+乙-丙”或“甲/乙”的样子，甲、乙是本表中行或栏的英文名")
