"""A record: all its columns, what may be done with it, its way through the states, its changes, its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.core.columns import Column, Kind
from yunguan.core.workflow import Transition
from yunguan.office.access import AccessLog
from yunguan.office.attachments import Attachment
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.registers.selectors import changes_of, intervals_of, moves_of
from yunguan.registers.services import may_change, may_move
from yunguan.web.access import book_for, books_open_to, may_add_files, may_reveal, person, record_for, scope
from yunguan.web.cells import NOTHING, Cell, cell, shown, title_of, tone_of, value_of
from yunguan.web.columns import asked_columns
from yunguan.web.due import clock_on
from yunguan.web.entry import Entry, blank, key_of

LONGEST_REASON = 200


@dataclass(frozen=True)
class Action:
    """A move that the account may make, with the columns asked for."""

    transition: Transition
    entry: Entry
    tried: bool = False


@dataclass(frozen=True)
class Change:
    """One entry of the history."""

    at: Any
    by: str
    what: str
    columns: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Step:
    """One stretch of time in one state."""

    label: str
    tone: str
    since: date
    until: date | None


@require_GET
def detail(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """The record with personal columns masked."""
    return record_page(request, book_for(request, register), record_for(request, register, pk))


@require_POST
def reveal(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """The record with personal columns in full, once the reason is written down."""
    book, record = book_for(request, register), record_for(request, register, pk)
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    if not may_reveal(book, person(request)):
        return record_page(request, book, record, refusals=["您的角色不能查看个人信息全文。"], status=403)
    if not reason:
        return record_page(request, book, record, refusals=["查看个人信息全文须写明事由。"], status=422)
    note_access(request, "查看全文", book, record.pk, reason)
    return record_page(request, book, record, full=True)


def note_access(request: HttpRequest, action: str, book: Book, record_id: int | None, reason: str) -> None:
    """One row for each personal column that is shown in full."""
    now = timezone.now()
    AccessLog.objects.bulk_create(
        AccessLog(
            at=now,
            by=person(request),
            action=action,
            register=book.id,
            record_id=record_id,
            field=column.name,
            reason=reason,
        )
        for column in book.personal
    )


def record_page(
    request: HttpRequest,
    book: Book,
    record: Record,
    *,
    full: bool = False,
    refusals: list[str] | None = None,
    actions: list[Action] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a record, with what was refused at its head."""
    user, today = person(request), timezone.localdate()
    clock = clock_on(today)
    open_books = {each.id for each in books_open_to(user)}
    context = {
        "book": book,
        "record": record,
        "title": title_of(record),
        "cells": [_linked(each, open_books) for each in _cells(book, record, full=full)],
        "state": cell(book, book.by_name["state"], record) if "state" in book.by_name else None,
        "due": clock.mark(record.due_on),
        "clock": clock,
        "actions": actions if actions is not None else actions_of(request, book, record),
        "today": today,
        "steps": _steps(book, record),
        "moves": [_move_words(book, each) for each in moves_of(record)],
        "changes": _changes(book, record),
        "files": Attachment.objects.filter(register=book.id, record_id=record.pk).order_by("-added_at"),
        "full": full,
        "may_write": may_change(record, user),
        "may_reveal": bool(book.personal) and may_reveal(book, user),
        "may_add_files": may_add_files(book, record, user),
        "refusals": refusals or [],
    }
    return render(request, "web/register/detail.html", context, status=status)


def actions_of(request: HttpRequest, book: Book, record: Record) -> list[Action]:
    """The moves open to the account, with empty inputs for what they ask."""
    user = person(request)
    found = [each for each in book.moves(record.state) if may_move(record, each, user)]
    return [Action(each, blank(book, asked_columns(book, each), scope(request), record)) for each in found]


def _cells(book: Book, record: Record, *, full: bool) -> Iterator[Cell]:
    """Every column; where a companion names the target, the reference itself shows the target's key."""
    for column in book.columns:
        shown_cell = cell(book, column, record, full=full)
        if column.name in book.model.companions and shown_cell.target is not None:
            shown_cell = replace(shown_cell, text=key_of(value_of(record, column)))
        yield shown_cell


def _linked(shown_cell: Cell, open_books: set[str]) -> Cell:
    """A reference leads on only where its book is open to the account."""
    if shown_cell.target is None or shown_cell.column.target in open_books:
        return shown_cell
    return replace(shown_cell, target=None)


def _steps(book: Book, record: Record) -> list[Step]:
    labels = book.workflow.labels
    return [
        Step(labels.get(each.state, each.state), tone_of(book, each.state), each.valid_from, each.valid_to)
        for each in intervals_of(record)
    ]


def _move_words(book: Book, move: Any) -> dict[str, Any]:
    names = {each.code: each.label for each in book.workflow.transitions}
    labels = book.workflow.labels
    return {
        "label": names.get(move.transition, "登记"),
        "source": labels.get(move.from_state, ""),
        "target": labels.get(move.to_state, move.to_state),
        "on": move.on,
        "by": str(move.by) if move.by else "系统",
        "reason": move.reason,
        "at": move.recorded_at,
    }


def _changes(book: Book, record: Record) -> list[Change]:
    columns = {column.label: column for column in book.columns}
    return [
        Change(
            row.history_date,
            str(row.history_user) if row.history_user else "系统",
            row.history_change_reason or {"+": "新增", "~": "修改", "-": "删除"}[row.history_type],
            [(label, _was(columns, label, old), _was(columns, label, new)) for label, old, new in changed],
        )
        for row, changed in changes_of(record)
    ]


def _was(columns: dict[str, Column], label: str, value: Any) -> str:
    """A former value in words; personal ones stay masked in the history."""
    column = columns.get(label)
    if column is None:
        return NOTHING if value in {None, ""} else str(value)
    if column.kind is Kind.REFERENCE:
        return _target_words(column, value)
    return shown(column, value)


def _target_words(column: Column, pk: Any) -> str:
    found = books()[column.target].model._base_manager.filter(pk=pk).first() if pk else None
    return title_of(found) if found else NOTHING


urlpatterns = [
    path("registers/<slug:register>/<int:pk>/", detail, name="record"),
    path("registers/<slug:register>/<int:pk>/reveal/", reveal, name="record-reveal"),
]
