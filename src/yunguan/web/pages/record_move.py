"""Move a record: the button, its reason, its date; whoever comes second is told who was first."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from yunguan.core.numbers import read_date
from yunguan.core.workflow import Transition
from yunguan.registers.book import Book
from yunguan.web.access import book_for, record_for
from yunguan.web.moving import Attempt, Typed, attempt
from yunguan.web.pages.record_detail import actions_of, record_page
from yunguan.web.words import sentence

LONGEST_REASON = 500
DONE, FORBIDDEN = 200, 403


@require_POST
def make_move(request: HttpRequest, register: str, pk: int, code: str) -> HttpResponse:
    """Make one move; refusals come back on the record's page."""
    book, record = book_for(request, register), record_for(request, register, pk)
    transition = transition_of(book, code)
    try:
        typed = _typed(request)
    except ValueError as fault:
        return record_page(request, book, record, refusals=[sentence(f"业务日期有误：{fault}")], status=422)
    tried = attempt(request, book, record, transition, typed)
    if tried.status == DONE:
        messages.success(request, f"已办理“{transition.label}”，现为“{book.workflow.labels[transition.target]}”。")
        return redirect("record", register=book.id, pk=record.pk)
    return _again(request, book, pk, transition, tried)


def transition_of(book: Book, code: str) -> Transition:
    """A move of a book's state table, else 404."""
    try:
        return book.workflow.transition(code)
    except LookupError as fault:
        raise Http404 from fault


def _typed(request: HttpRequest) -> Typed:
    on = request.POST.get("on", "").strip()
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    given = {name: value for name, value in request.POST.items() if isinstance(value, str)}
    return Typed(request.POST.get("version", ""), read_date(on) if on else None, reason, given)


def _again(request: HttpRequest, book: Book, pk: int, transition: Transition, tried: Attempt) -> HttpResponse:
    """The page once more, with what was typed and what is wrong with it."""
    if tried.status == FORBIDDEN:
        raise PermissionDenied(tried.problems[0].message)
    record = record_for(request, book.id, pk)
    beside = {each.column.name for each in tried.entry.fields}
    refusals = [each.message for each in tried.problems if each.field not in beside]
    actions = [
        replace(each, entry=tried.entry, tried=True) if each.transition.code == transition.code else each
        for each in actions_of(request, book, record)
    ]
    return record_page(request, book, record, refusals=refusals, actions=actions, status=tried.status)


urlpatterns = [path("registers/<slug:register>/<int:pk>/moves/<slug:code>/", make_move, name="record-move")]
