"""Reads of section returns: a section sees its own, finance and leaders see all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from yunguan.core.figure import Figure
from yunguan.core.period import Period
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.returns import ReturnItem, SectionReturn
from yunguan.indicators.services import Entry, beside_records, value_text
from yunguan.office.people import Role, User

WAITS = {Role.CLERK: "open", Role.HEAD: "submitted"}
"""The state in which a return waits for a role of its own section."""


@dataclass(frozen=True)
class Line:
    """One figure of a return: what is asked, what was typed, what the records give on the same day."""

    item: ReturnItem
    indicator: Indicator
    computed: Figure | None


def returns_open_to(user: User) -> QuerySet[SectionReturn]:
    """The returns that an account sees, newest period first, with ``filled`` and ``owed`` counts."""
    counted = SectionReturn.objects.annotate(
        owed=Count("items"), filled=Count("items", filter=~Q(items__value_text=""))
    ).order_by("-period_code", "section")
    if user.role in {Role.FINANCE, Role.LEADER}:
        return counted
    if user.role in {Role.CLERK, Role.HEAD} and user.section:
        return counted.filter(section=user.section)
    return counted.none()


def returns_waiting_for(user: User) -> QuerySet[SectionReturn]:
    """The returns on which an account has to act next: a clerk fills, a head signs."""
    state = WAITS.get(Role(user.role), "")
    return returns_open_to(user).filter(section=user.section, state=state).order_by("due_on", "id")


def late_returns(user: User, today: date) -> QuerySet[SectionReturn]:
    """The returns that are still owed after their day."""
    return returns_open_to(user).exclude(state="signed").filter(due_on__lt=today)


def says_already(section: str, period: Period, entries: Mapping[str, Entry], *, signed: bool) -> bool:
    """Whether a section's return holds these entries already, and is signed where it is to be."""
    one = SectionReturn.objects.filter(section=section, period_code=period.code).first()
    if one is None or (signed and one.state != "signed"):
        return False
    items = {item.indicator: item for item in one.items.all()}
    return all(code in items and _says(items[code], entry, period) for code, entry in entries.items())


def _says(item: ReturnItem, entry: Entry, period: Period) -> bool:
    day = entry.as_of or (period.last if entry.value else None)
    told = (item.as_of, item.evidence, item.note, item.reason)
    return told == (day, entry.evidence, entry.note, entry.reason) and item.value_text == value_text(entry)


def lines_of(section_return: SectionReturn) -> list[Line]:
    """The figures of a return, those that only the section knows first; the others beside what the records give."""
    known = catalogue()
    items = sorted(
        section_return.items.select_related("filled_by"),
        key=lambda item: (not known.get(item.indicator).is_declared, item.indicator),
    )
    computed = beside_records(section_return, items)
    return [Line(item, known.get(item.indicator), computed.get(item.indicator)) for item in items]
