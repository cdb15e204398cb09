"""Reads of figures: always through a scope, a period and an as-of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yunguan.core.catalogue import CatalogueError
from yunguan.core.expressions import GroupMean, Reference
from yunguan.core.figure import Figure, Question
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.indicators.compute import areas_of, compute
from yunguan.indicators.house import CentreHouse
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.leaves import Ask, Engine
from yunguan.indicators.words import leaf_words
from yunguan.registers.book import Book, book
from yunguan.registers.record import Record


class UnknownIndicator(LookupError):  # noqa: N818 - an answer to a wrong name
    """No indicator has this id."""


@dataclass(frozen=True)
class Trail:
    """One operand of a figure and the records behind it."""

    label: str
    book: Book
    ids: tuple[int, ...]

    def records(self, start: int = 0, stop: int | None = None) -> list[Record]:
        """The records themselves, a page at a time."""
        wanted = self.ids[start:stop]
        found = self.book.model._default_manager.select_related(*self.book.references).in_bulk(wanted)
        return [found[each] for each in wanted if each in found]


def question_of(period: Period, *, as_of: date | None = None, area: str = "", scope: Scope = EVERYTHING) -> Question:
    """The question a person asks: as of the end of the period unless said otherwise, within what they may see."""
    house = CentreHouse(scope)
    day = as_of or period.last
    areas = house.members(area, day) if area else None
    if scope.areas is not None:
        areas = scope.areas if areas is None else areas & scope.areas
    return Question(period=period, as_of=day, areas=areas)


def figures(
    question: Question, ids: Iterable[str] = (), *, scope: Scope = EVERYTHING, engine: Engine | None = None
) -> dict[str, Figure]:
    """The figures asked for (all of the catalogue when none is named), in the catalogue's order.

    ``engine`` is the house's own database unless another holds a copy of the rows.
    """
    known = catalogue()
    wanted = [_indicator(each) for each in ids] or list(known)
    return compute(wanted, question, CentreHouse(scope, engine), {each.id: each for each in known})


def trails(indicator: str, question: Question, *, scope: Scope = EVERYTHING) -> list[Trail]:
    """For each operand of a figure the records behind it, re-adding to the operand's value."""
    house = CentreHouse(scope)
    found = []
    for owner, leaf in _leaves(_indicator(indicator)):
        rows = leaf.denominator.rows if isinstance(leaf, GroupMean) else leaf.rows
        if rows.register not in house.reader.admitted:
            continue
        plain = leaf.denominator if isinstance(leaf, GroupMean) else leaf
        ask = Ask(plain, areas_of(question, (owner.area, rows.area), house))
        ids = () if ask.areas == frozenset() else _ids(house, ask, question)
        found.append(Trail(leaf_words(plain, house.reader.facts), book(rows.register), ids))
    return found


def _ids(house: CentreHouse, ask: Ask, question: Question) -> tuple[int, ...]:
    return tuple(int(row[0]) for row in house.reader.engine.run(house.reader.listing(ask, question)))


def _leaves(indicator: Indicator) -> list[tuple[Indicator, Any]]:
    found: list[tuple[Indicator, Any]] = []
    for leaf in indicator.expression.leaves():
        if isinstance(leaf, Reference):
            found += _leaves(_indicator(leaf.id))
        elif hasattr(leaf, "rows") or isinstance(leaf, GroupMean):
            found.append((indicator, leaf))
    return found


def _indicator(name: str) -> Indicator:
    try:
        return catalogue().get(name)
    except CatalogueError as fault:
        msg = f"没有编码为“{name}”的指标，可用 yunguan figures 列出全部指标。"
        raise UnknownIndicator(msg) from fault
