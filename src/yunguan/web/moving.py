"""An attempt to move a record, as pages and interface make it: what was typed, how it ended, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from yunguan.core.calendar import CalendarMissing
from yunguan.core.finding import Problem
from yunguan.core.workflow import Transition
from yunguan.office.rules import RuleMissing
from yunguan.office.workflow.runtime import Order, Overtaken, Refused, move
from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.services import may_move
from yunguan.web.access import person, scope
from yunguan.web.columns import asked_columns
from yunguan.web.entry import Entry, read
from yunguan.web.words import sentence

_SEEN_BEFORE = "记录已被他人办理或修改，请看过最新的内容后再办理。"


@dataclass(frozen=True)
class Typed:
    """What a person sends with a move; ``on`` None is today."""

    version: str
    on: date | None
    reason: str
    given: Mapping[str, str]


@dataclass(frozen=True)
class Attempt:
    """How it ended: 200, 403 (not this role), 409 (somebody was first) or 422 (something must be put right)."""

    status: int
    entry: Entry
    problems: list[Problem] = field(default_factory=list)


def attempt(request: HttpRequest, book: Book, record: Record, transition: Transition, typed: Typed) -> Attempt:
    """Make the move if it may be made; the runtime has the last word."""
    given = {name: typed.given.get(name, "") for name in transition.asks}
    entry = read(book, asked_columns(book, transition), scope(request), given)
    if record.state in transition.source and not may_move(record, transition, person(request)):
        return Attempt(403, entry, [Problem("", f"您不能办理“{transition.label}”，请交由有权限的人员办理。")])
    if typed.version != str(record.version):
        return Attempt(409, entry, [Problem("", _SEEN_BEFORE)])
    if not entry.valid:
        return Attempt(422, entry, [Problem(each.column.name, each.errors[0]) for each in entry.fields if each.errors])
    now = timezone.localtime()
    order = Order(
        transition.code,
        person(request),
        typed.on or now.date(),
        now,
        dict(entry.values),
        typed.reason.replace("\0", ""),
    )
    return _made(record, order, entry)


def _made(record: Record, order: Order, entry: Entry) -> Attempt:
    try:
        move(record, order)
    except Overtaken as fault:
        return Attempt(409, entry, list(fault.problems))
    except Refused as fault:
        entry.accuse(fault.problems)
        return Attempt(422, entry, list(fault.problems))
    except (RuleMissing, CalendarMissing) as fault:
        return Attempt(422, entry, [Problem("", sentence(fault))])
    return Attempt(200, entry)
