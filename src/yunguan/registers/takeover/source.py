"""A source: another system's export, which book it fills, what its headings mean and how its rows are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from yunguan.core.catalogue import Catalogue, load


@dataclass(frozen=True)
class Source:
    """One kind of export.

    ``headers`` are headings of the export that differ from the book's own (heading → column); what is not a column is
    left out and told. ``key`` are the columns by which a row of the export and a record of the book are the same.
    ``whole`` says that an export lists everything, so that a record which it lacks is missing there.
    """

    code: str
    title: str
    register: str
    key: tuple[str, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
    note: str = ""


@cache
def sources() -> Catalogue[Source]:
    """Every source that the folder ``sources`` declares."""
    return load("yunguan.registers.sources", Source, lambda each: each.code)
