"""An indicator: a code, a Chinese title, a unit, and the expression that says what it means."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from yunguan.core.catalogue import Catalogue, load
from yunguan.core.expressions import Declared, Expression


@dataclass(frozen=True)
class Indicator:
    """A statement of what a figure is.

    ``area`` is the indicator's own area or named group; "" means the centre's whole city. ``as_of`` is the usual
    day of the year (``11-30``) as of which it is told, "" for the end of the period. ``every`` says how often its
    section owes it: ``year`` or ``month``.
    """

    id: str
    title: str
    unit: str
    expression: Expression
    section: str
    area: str = ""
    as_of: str = ""
    every: str = "year"

    @property
    def is_declared(self) -> bool:
        """Whether no register gives it yet: its section's return does."""
        return any(isinstance(leaf, Declared) for leaf in self.expression.leaves())

    @property
    def fingerprint(self) -> str:
        """What the definition is, in 16 hexadecimal digits: changes with the expression, the unit or the area."""
        text = f"{self.expression!r}|{self.unit}|{self.area}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def catalogue() -> Catalogue[Indicator]:
    """Every indicator that the folder ``catalogue`` declares."""
    return load("yunguan.indicators.catalogue", Indicator, lambda each: each.id)
