"""Reads of registers of one's own: which an account manages, what it was asked to fill, who is late."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from yunguan.office.organisation import OrgUnit
from yunguan.office.people import Role, User
from yunguan.registers.book import books
from yunguan.registers.own.tables import OwnRegister, OwnRequest

FILLERS = frozenset({Role.CLERK, Role.HEAD, Role.FINANCE, Role.COUNTY})


def registers_open_to(user: User) -> QuerySet[OwnRegister]:
    """The registers of the account's own section; leaders see those of all."""
    found = OwnRegister.objects.select_related("created_by")
    if user.role == Role.LEADER:
        return found
    return found.filter(section=user.section) if user.section else found.none()


def requests_of(own: OwnRegister) -> QuerySet[OwnRequest]:
    """Who was asked, the newest request first."""
    return OwnRequest.objects.filter(own=own).select_related("unit", "sent_by", "own").order_by("-sent_at", "unit")


def requests_open_to(user: User) -> QuerySet[OwnRequest]:
    """The requests that an account may look at: those of its own office, and those that its section sent."""
    found = OwnRequest.objects.select_related("own", "unit", "sent_by")
    if user.role == Role.LEADER:
        return found
    if user.role not in FILLERS or user.unit is None:
        return found.none()
    mine = found.filter(unit=user.unit)
    return (mine | found.filter(own__section=user.section)) if user.section else mine


def requests_waiting_for(user: User) -> QuerySet[OwnRequest]:
    """What the account's office still owes, the most pressing first."""
    if user.role not in FILLERS or user.unit is None:
        return OwnRequest.objects.none()
    mine = OwnRequest.objects.filter(unit=user.unit, state="open").select_related("own", "unit")
    return mine.order_by("due_on", "id")


def late_requests(user: User, today: date) -> QuerySet[OwnRequest]:
    """What others owe this account's section after its day; leaders see all."""
    late = OwnRequest.objects.filter(state="open", due_on__lt=today).select_related("own", "unit")
    if user.role == Role.LEADER:
        return late.order_by("due_on")
    return late.filter(own__section=user.section).order_by("due_on") if user.section else late.none()


def fillers(section: str) -> QuerySet[OrgUnit]:
    """The bodies that a section may ask: the other sections and the county offices."""
    return OrgUnit.objects.filter(kind__in=("section", "county")).exclude(code=section)


def rows_filled(request: OwnRequest) -> int:
    """How many rows in force the office that was asked has in the register."""
    model: Any = books()[f"own_{request.own.code}"].model
    unit = request.unit
    mine = {"kept_by": unit.code} if unit.kind == OrgUnit.Kind.SECTION else {"area": unit.area, "kept_by": ""}
    return int(model._default_manager.filter(state="valid", **mine).count())
