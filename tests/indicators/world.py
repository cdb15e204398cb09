"""A small invented world of 2023 with every kind of row, whose figures can be counted on the fingers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.budget.ledger import pay
from tests.factories import NOW, START, account, filed_plan, identity, operator, plan, step
from yunguan.indicators.returns import ImportedFigure
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

REVISED_AT = datetime(2024, 3, 1, 1, 0, tzinfo=UTC)
"""When the house learned of the revision; 09:00 of that day in Hengyang."""
OPERATORS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("430405", {"key_carrier": True, "licence_no": "A_1", "opened_on": date(2015, 1, 1)}),
    ("430405", {"filing_required": False, "licence_no": "a_1", "opened_on": date(2016, 1, 1)}),
    ("430406", {"licence_no": "AB1", "opened_on": date(2017, 1, 1)}),
    ("430481", {"licence_no": None, "sector": "freight", "opened_on": date(2018, 1, 1)}),
)


def build() -> None:
    """Four operators, three plans, three sittings, three payments, an imported sum."""
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    owners = [operator(number, area, **values) for number, (area, values) in enumerate(OPERATORS)]
    _plans(owners, clerk, head)
    _sittings(owners, clerk)
    for yuan, code, day in (("100.01", "30201", date(2023, 3, 1)), ("200.02", "30211", date(2023, 9, 1))):
        pay(yuan, code, paid_on=day)
    pay("0", "30212", paid_on=date(2023, 12, 31))
    said = {"value_text": "2000", "source": "省厅系统", "file_name": "a.xlsx", "imported_at": NOW}
    ImportedFigure.objects.create(indicator="finance.assets.fixed", as_of=date(2023, 11, 30), **said)


def _plans(owners: list[Record], clerk: User, head: User) -> None:
    """The first operator has two in force, one to be revised from 15 November on; the third has one from September."""
    revised = filed_plan(owners[0], clerk, head, date(2023, 6, 10))
    second = step(plan(owners[0], plan_title="火灾专项预案", plan_kind="special"), "submit", clerk, date(2023, 3, 6))
    step(second, "file", head, date(2023, 3, 10), filing_no="备2")
    filed_plan(owners[2], clerk, head, date(2023, 9, 1))
    plan(owners[3])
    move(revised, Order("require_revision", head, date(2023, 11, 15), REVISED_AT, reason="指挥机构调整"))


def _sittings(owners: list[Record], clerk: User) -> None:
    """Two sittings held: 2 of 2 passed; then of 3 one passed, one failed, one stayed away. A third has no entry."""
    first, second = _session("1", date(2023, 5, 10), 40), _session("2", date(2023, 8, 10), 80)
    _session("3", date(2023, 11, 10), 120)
    marks = ((first, 80), (first, 95), (second, 90), (second, 60), (second, None))
    for number, (session, score) in enumerate(marks):
        _entry(session, owners[number % 4], number, score, clerk)


def _session(number: str, day: date, capacity: int) -> Record:
    values = {"session_no": f"2023-{number}", "exam_on": day, "room": "一号考场", "capacity": capacity}
    return create(book=book("managers_exam_session"), values=values, user=None, on=START, now=NOW)


def _entry(session: Any, owner: Record, number: int, score: int | None, clerk: User) -> None:
    values = {
        "session": session,
        "name": f"考生{number}",
        "identity_number": identity(number),
        "operator": owner,
        "post": "head",
        "trade": "passenger",
        "applied_on": date(2023, 4, 3),
    }
    record = create(book=book("managers_exam_entry"), values=values, user=None, on=START, now=NOW)
    step(record, "register", clerk, date(2023, 4, 6))
    if score is None:
        step(record, "absent", clerk, session.exam_on)
    else:
        outcome = "pass" if Decimal(score) >= 80 else "fail"
        step(record, outcome, clerk, session.exam_on, score=score)
