"""An indicator: a code, a Chinese title, a unit, and the expression that says what it means."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from yunguan.core.catalogue import Catalogue, load
from yunguan.core.expressions import Declared, Expression


@dataclass(frozen=True)
class Indicator:
    """A statement of what a figure is.

    ``area`` is the indicator's own area or named group; "" means the centre's whole city. ``as_of`` is the usual
    day of the year (``11-30``) as of which it is told, "" for the end of the period. ``every`` says how often its
    section owes it: ``year`` or ``month``, "" where no return asks for it.
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


@dataclass(frozen=True)
class Source:
    """Indicators that are no files; ``generation`` is a number that changes whenever they do."""

    generation: Callable[[], int]
    indicators: Callable[[], Iterable[Indicator]]


_sources: list[Source] = []


def draw_from(source: Source) -> None:
    """Let the catalogue hold what a source gives beside what the folder declares; said once, when the house opens."""
    _sources.append(source)


def catalogue() -> Catalogue[Indicator]:
    """Every indicator: those that the folder ``catalogue`` declares, and those of the sources."""
    return _catalogue(tuple(source.generation() for source in _sources))


@lru_cache(maxsize=2)
def _catalogue(generations: tuple[int, ...]) -> Catalogue[Indicator]:
    """The catalogue as of one generation of each source."""
    del generations
    given = {each.id: each for source in _sources for each in source.indicators()}
    return Catalogue(MappingProxyType(dict(sorted((_declared().entries | given).items()))))


@cache
def _declared() -> Catalogue[Indicator]:
    return load("yunguan.indicators.catalogue", Indicator, lambda each: each.id)
