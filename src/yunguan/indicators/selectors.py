"""Reads of figures: always through a scope, a period and an as-of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yunguan.core.catalogue import CatalogueError
from yunguan.core.expressions import GroupMean
from yunguan.core.figure import Figure, Question
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.indicators.compute import ask_of, compute, leaves_of
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
    day = as_of or period.last
    areas = CentreHouse(scope).members(area, day) if area else None
    if scope.areas is not None:
        areas = scope.areas if areas is None else areas & scope.areas
    return Question(period=period, as_of=day, areas=areas)


def figures(
    question: Question, ids: Iterable[str] = (), *, scope: Scope = EVERYTHING, engine: Engine | None = None
) -> dict[str, Figure]:
    """The figures asked for (all of the catalogue when none is named), in the catalogue's order.

    ``engine`` is the house's own database unless another holds a copy of the rows.
    """
    known = all_indicators()
    wanted = [_indicator(each) for each in ids] or list(known.values())
    return compute(wanted, question, CentreHouse(scope, engine), known)


def trails(indicator: str, question: Question, *, scope: Scope = EVERYTHING) -> list[Trail]:
    """For each operand of a figure the records behind it, re-adding to the operand's value."""
    house = CentreHouse(scope)
    found = []
    for owner, leaf in leaves_of(_indicator(indicator), all_indicators()):
        plain = leaf.denominator if isinstance(leaf, GroupMean) else leaf
        ask = ask_of(plain, owner, question, house)
        register = ask.rows.register
        if register in house.reader.admitted:
            ids = () if ask.areas == frozenset() else _ids(house, ask, question)
            found.append(Trail(leaf_words(plain, house.reader.facts), book(register), ids))
    return found


def all_indicators() -> dict[str, Indicator]:
    """The catalogue by id."""
    return {each.id: each for each in catalogue()}


def _ids(house: CentreHouse, ask: Ask, question: Question) -> tuple[int, ...]:
    return tuple(int(row[0]) for row in house.reader.engine.run(house.reader.listing(ask, question)))


def _indicator(name: str) -> Indicator:
    try:
        return catalogue().get(name)
    except CatalogueError as fault:
        msg = f"没有编码为“{name}”的指标，可用 yunguan figures 列出全部指标。"
        raise UnknownIndicator(msg) from fault
