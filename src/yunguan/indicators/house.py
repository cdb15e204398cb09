"""The centre's own house: its tables, areas, openings and what its sections declared, through one scope."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from yunguan.core.area import Areas
from yunguan.core.expressions import Condition
from yunguan.core.figure import Declaration, Origin, Question
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.indicators.engine import DjangoEngine
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.leaves import Engine, Reader
from yunguan.indicators.returns import ImportedFigure, ReturnItem, SectionReturn
from yunguan.office.areas import areas_on
from yunguan.office.selectors import section_names
from yunguan.office.workflow.tables import StateInterval
from yunguan.registers.book import books
from yunguan.registers.facts import fact_table, interval_table
from yunguan.registers.selectors import opened_years
from yunguan.registers.services import centre_area
from yunguan.registers.visibility import conditions


class CentreHouse:
    """What figures are computed from, as far as a scope admits; another engine may hold a copy of the rows."""

    def __init__(self, scope: Scope = EVERYTHING, engine: Engine | None = None) -> None:
        self.scope = scope
        facts = {book.id: fact_table(book) for book in books().values()}
        self.reader = Reader(engine or DjangoEngine(), facts, interval_table(), self._admitted())
        self._areas: dict[date, Areas] = {}

    def members(self, area: str, on: date) -> frozenset[str]:
        """Codes of an area or group as it stood on a day; ``unit`` is the centre's own division alone."""
        if area == "unit":
            return frozenset({self._centre})
        if on not in self._areas:
            self._areas[on] = areas_on(on)
        return self._areas[on].members(area)

    def opened(self, register: str, year: int) -> bool:
        """A register with a period date must have been opened for the very year, a stock in or before it."""
        years = self._openings.get(register, frozenset())
        if self.reader.facts[register].period_column:
            return year in years
        return any(opened <= year for opened in years)

    def declaration(self, indicator: str, question: Question) -> Declaration | None:
        """The newest statement in the period at or before the as-of date; a signed return before an imported sum.

        What was signed or imported after ``known_at`` was not yet known; what it replaced is not told either.
        """
        if not self._may_hear(indicator, question):
            return None
        found = [
            said
            for period, known_since, said in self._declarations.get(indicator, [])
            if said.as_of <= question.as_of
            and period.first in question.period
            and period.last in question.period
            and (question.known_at is None or known_since <= question.known_at)
        ]
        return max(found, key=lambda said: (said.as_of, said.origin is Origin.DECLARED), default=None)

    def _may_hear(self, indicator: str, question: Question) -> bool:
        """Statements are about an indicator's whole area: they are not for somebody who sees only part of it."""
        known = catalogue().get(indicator)
        if self.scope.operator is not None or not self.scope.sees_section(known.section):
            return False
        if self.scope.areas is None and question.areas is None:
            return True
        own = self.members(known.area, question.as_of) if known.area else None
        asked = question.areas if self.scope.areas is None else self.scope.areas
        return own is not None and asked is not None and own <= asked

    @cached_property
    def _centre(self) -> str:
        return centre_area()

    @cached_property
    def _openings(self) -> dict[str, frozenset[int]]:
        return opened_years()

    @cached_property
    def _declarations(self) -> dict[str, list[tuple[Period, datetime, Declaration]]]:
        """What was said of each indicator, with the period that the saying is about and when the house learned it."""
        found: dict[str, list[tuple[Period, datetime, Declaration]]] = {}
        names = section_names()
        signed = dict(
            StateInterval.objects.filter(register=SectionReturn.register, state="signed", valid_to=None).values_list(
                "record_id", "recorded_at"
            )
        )
        items = ReturnItem.objects.exclude(value_text="").filter(section_return__state="signed")
        for item in items.select_related("section_return", "filled_by"):
            said = (item.section_return.period, signed[item.section_return_id], _said(item, names))
            found.setdefault(item.indicator, []).append(said)
        for row in ImportedFigure.objects.all():
            whole = Declaration(Decimal(row.value_text), Origin.IMPORTED, row.as_of, row.source, evidence=row.file_name)
            found.setdefault(row.indicator, []).append((Period.range(row.as_of, row.as_of), row.imported_at, whole))
        return found

    def _admitted(self) -> dict[str, tuple[Condition, ...]]:
        if self.scope.operator is not None:
            return {}
        tests = {book.id: conditions(book, self.scope) for book in books().values()}
        return {register: found for register, found in tests.items() if found is not None}


def _said(item: ReturnItem, names: dict[str, str]) -> Declaration:
    owner = item.section_return
    return Declaration(
        value=Decimal(item.value_text),
        origin=Origin.DECLARED,
        as_of=item.as_of or owner.period.last,
        by=names.get(owner.section, owner.section),
        signed_by=owner.signed_by,
        evidence=item.evidence,
        note=item.note,
        reason=item.reason,
    )
