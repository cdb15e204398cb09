"""Writes of registers: one transaction each, with history, interval and log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Transition
from yunguan.office.people import User
from yunguan.office.rules import seed_rules
from yunguan.office.scope import scope_of
from yunguan.office.selectors import centre
from yunguan.office.workflow.runtime import Overtaken, Refused, allowed, enter
from yunguan.registers.book import Book, books
from yunguan.registers.book import book as book_named
from yunguan.registers.codes import area_problem, column_problems
from yunguan.registers.record import Record, label_of
from yunguan.registers.tables import Opening, SavedMapping

SECTION_STAFF = frozenset({"clerk", "head", "finance"})


@transaction.atomic
def create(*, book: Book, values: Mapping[str, Any], user: User | None, on: date, now: datetime) -> Record:
    """A new record in the book's first state, or Refused with what must be put right."""
    known = {name: _held(book, name, value) for name, value in values.items()}
    record = book.model(**known, state=book.workflow.initial.code, created_at=now, created_by=user)
    if book.model.internal:
        record.area = centre_area()
    if book.model.common and user is not None and not record.kept_by:  # type: ignore[attr-defined]
        record.kept_by = user.section  # type: ignore[attr-defined]
    _settle(book, record)
    if wrong := outside(book, record, user):
        raise Refused(wrong)
    _save(record, user, now, "新增")
    enter(record, user=user, on=_entered_on(record, on), now=now)
    open_register(book, {_year(record, on)})
    return record


@transaction.atomic
def change(*, record: Record, values: Mapping[str, Any], user: User, now: datetime, reason: str = "") -> Record:
    """Change columns of a record that nobody else changed meanwhile; else Overtaken.

    The state is not among them: it changes by a move.
    """
    if shut := record.locked():
        raise Refused(Problem("", shut))
    book = book_of(record)
    for name, value in values.items():
        setattr(record, name, _held(book, name, value))
    _settle(book, record)
    if wrong := outside(book, record, user):
        raise Refused(wrong)
    seen = record.version
    won = type(record)._base_manager.filter(pk=record.pk, version=seen).update(version=seen + 1)
    if won != 1:
        raise Overtaken(Problem("", "记录已被他人修改，请刷新后重新填写，以免覆盖他人的修改。"))
    record.version = seen + 1
    _save(record, user, now, reason or "修改")
    return record


def may_write(book: Book, user: User) -> bool:
    """Whether an account may add rows to a book.

    So may the section that owns it, every section in a common book, and the roles outside that file rows of their own.
    """
    if user.role in SECTION_STAFF:
        return bool(user.section) and (
            user.section == book.section or (book.model.common and _asked(book, user.section))
        )
    return user.role in book.model.filed_by and _asked(book, user.unit.area if user.unit else "")


def _asked(book: Book, code: str) -> bool:
    return book.model.asked is None or code in book.model.asked


def may_change(record: Record, user: User) -> bool:
    """Whether an account may change a row: its section; who files from outside, while the row waits for them."""
    book = book_of(record)
    if not may_write(book, user):
        return False
    if user.role in SECTION_STAFF:
        return not book.model.common or user.section in {book.section, record.kept_by}  # type: ignore[attr-defined]
    return any(user.role in move.roles for move in book.moves(record.state))


def outside(book: Book, record: Record, user: User | None) -> Problem | None:
    """Why a row cannot be this account's: another section's, another area's or another operator's."""
    if user is None:
        return None
    if user.role in SECTION_STAFF:
        others = book.model.common and user.section not in {book.section, record.kept_by}  # type: ignore[attr-defined]
        return Problem("kept_by", "只能登记和修改本科室的记录，请核对所属科室。") if others else None
    scope = scope_of(user)
    if not scope.sees_area(record.area):
        return Problem("area", "行政区划不在您的管辖范围之内，请核对。")
    if scope.operator is not None and _owner_of(book, record) != scope.operator:
        return Problem("", "只能登记和修改本企业的记录，请核对企业。")
    return None


def may_move(record: Record, transition: Transition, user: User) -> bool:
    """Whether an account may be offered a move: its role allows it, and section staff act on their own rows only."""
    book = book_of(record)
    own = not book.model.common or user.role not in SECTION_STAFF or may_change(record, user)
    return own and acts_in(book, user) and allowed(record, transition, user)


def acts_in(book: Book, user: User) -> bool:
    """Whether an account may act in a book at all: section staff in their own section's, others by their role."""
    return user.role not in SECTION_STAFF or book.model.common or user.section == book.section


def open_register(book: Book, years: Iterable[int]) -> None:
    """Note that a register is kept for these years: from now on no row means zero."""
    for year in sorted(set(years)):
        Opening.objects.get_or_create(register=book.id, year=year)


def seed_declared_rules() -> None:
    """Write the rule values that the books declare where the table does not know them yet."""
    for book in books().values():
        seed_rules(book.model.rules)


def book_of(record: Record) -> Book:
    """The book that a record belongs to."""
    return book_named(record.register)


def centre_area() -> str:
    """The division of the centre itself."""
    return centre().area


def _held(book: Book, name: str, value: Any) -> Any:
    """What a column holds where nothing is known: nothing, or what it begins with where it always holds something."""
    field: Any = book.model._meta.get_field(name)
    return field.get_default() if value is None and not field.null else value


def _owner_of(book: Book, record: Record) -> Any:
    """The code of the operator whose row it is."""
    found: Any = record
    for name in book.model.operator_path.split("__"):
        found = getattr(found, name, None)
    return found


def _settle(book: Book, record: Record) -> None:
    record.derive()
    if shut := record.locked():
        raise Refused(Problem("", shut))
    problems = [*column_problems(book, record)]
    wrong_area = area_problem(record)
    problems += [wrong_area] if wrong_area else []
    if not problems:
        problems = [*record.problems(), *(problem for _, problem in type(record).problems_among([record]))]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(*errors)


def _save(record: Record, user: User | None, now: datetime, reason: str) -> None:
    record._history_user = user  # type: ignore[attr-defined]
    record._history_date = now  # type: ignore[attr-defined]
    record._change_reason = reason  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError as fault:
        raise Refused(Problem("", f"台账中已有相同的记录（{_key_words(record)}），请勿重复登记。")) from fault


def _key_words(record: Record) -> str:
    return "、".join(label_of(record, name) for name in record.key_fields) + "相同"


def _entered_on(record: Record, on: date) -> date:
    """The first state's own date; else the period date, unless it is still to come (a sitting that is planned)."""
    own = record.workflow.initial.date_field
    day: date | None = getattr(record, own) if own else None
    period: date | None = getattr(record, record.period_field) if record.period_field else None
    return day or (min(period, on) if period else on)


def _year(record: Record, on: date) -> int:
    day: date = getattr(record, record.period_field) if record.period_field else on
    return day.year


def forget_mapping(*, mapping_id: int) -> None:
    """Delete a saved mapping: the source's headings are asked for again at the next import."""
    SavedMapping.objects.filter(pk=mapping_id).delete()
