"""Write a record: a new one, or another version of one; what somebody else changed meanwhile is never overwritten."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yunguan.core.calendar import CalendarMissing
from yunguan.core.scope import NOTHING
from yunguan.office.rules import RuleMissing
from yunguan.office.workflow.runtime import Overtaken, Refused
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.registers.selectors import sifted, visible
from yunguan.registers.services import change, create, may_change, may_write
from yunguan.web.access import book_for, person, record_for, scope
from yunguan.web.cells import area_name, title_of
from yunguan.web.entry import Entry, Field, blank, find_target, form_columns, key_of, read
from yunguan.web.words import sentence

_OFFERED = 10


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, register: str) -> HttpResponse:
    """A new record in the book's first state."""
    book = _writable(request, register)
    columns = form_columns(book)
    if request.method == "GET":
        return _form(request, book, blank(book, columns, scope(request)), None)
    entry = read(book, columns, scope(request), request.POST.dict())
    record = _saved(request, book, entry, None) if entry.valid else None
    if record is None:
        return _form(request, book, entry, None, status=422)
    messages.success(request, "已登记。")
    return redirect("record", register=book.id, pk=record.pk)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Change a record; the version that was seen travels with the form."""
    book = _writable(request, register)
    record = record_for(request, register, pk)
    if not may_change(record, person(request)):
        raise PermissionDenied
    columns = form_columns(book, record)
    if request.method == "GET":
        return _form(request, book, blank(book, columns, scope(request), record), record)
    entry = read(book, columns, scope(request), request.POST.dict(), record)
    if request.POST.get("version", "") != str(record.version):
        entry.errors.append("记录已被他人修改。请打开最新的记录核对后重新填写，以免覆盖他人的修改。")
        return _form(request, book, entry, record, status=409)
    try:
        changed = _saved(request, book, entry, record) if entry.valid else None
    except Overtaken as fault:
        entry.accuse(fault.problems)
        return _form(request, book, entry, record, status=409)
    if changed is None:
        return _form(request, book, entry, record_for(request, register, pk), status=422)
    messages.success(request, "已保存。")
    return redirect("record", register=book.id, pk=record.pk)


@require_GET
def lookup(request: HttpRequest, register: str, name: str) -> HttpResponse:
    """The records that a reference may point to, found by words or key: at most ten."""
    book = _writable(request, register)
    column = book.by_name.get(name)
    if column is None or not column.target:
        return HttpResponse(status=404)
    target = books()[column.target]
    words = request.GET.get(name, "").strip()[:50]
    rows = sifted(target, visible(target, scope(request)), words, {}) if words else visible(target, NOTHING)
    offers = [(key_of(each), title_of(each), area_name(each.area)) for each in rows[:_OFFERED]]
    return render(request, "web/register/lookup.html", {"offers": offers, "words": words, "book": book, "name": name})


@require_GET
def choose(request: HttpRequest, register: str, name: str) -> HttpResponse:
    """The input of a reference with the chosen key in it."""
    book = _writable(request, register)
    column = book.by_name.get(name)
    found = find_target(column, request.GET.get("key", ""), scope(request)) if column and column.target else None
    if column is None or found is None:
        return HttpResponse(status=404)
    field = Field(column, key_of(found), beside=title_of(found))
    return render(request, "web/register/reference.html", {"field": field, "book": book, "focus": True})


def _writable(request: HttpRequest, register: str) -> Book:
    book = book_for(request, register)
    if not may_write(book, person(request)):
        raise PermissionDenied
    return book


def _saved(request: HttpRequest, book: Book, entry: Entry, record: Record | None) -> Record | None:
    user, now = person(request), timezone.localtime()
    try:
        if record is None:
            return create(book=book, values=entry.values, user=user, on=now.date(), now=now)
        return change(record=record, values=entry.values, user=user, now=now, reason=_reason(request))
    except Overtaken:
        raise
    except Refused as fault:
        entry.accuse(fault.problems)
    except (RuleMissing, CalendarMissing) as fault:
        entry.errors.append(sentence(fault))
    return None


def _reason(request: HttpRequest) -> str:
    return request.POST.get("change_reason", "").strip()[:200]


def _form(request: HttpRequest, book: Book, entry: Entry, record: Record | None, status: int = 200) -> HttpResponse:
    context = {"book": book, "entry": entry, "record": record, "title": title_of(record) if record else ""}
    return render(request, "web/register/form.html", context, status=status)


urlpatterns = [
    path("registers/<slug:register>/new/", new, name="record-new"),
    path("registers/<slug:register>/<int:pk>/edit/", edit, name="record-edit"),
    path("registers/<slug:register>/lookup/<slug:name>/", lookup, name="lookup"),
    path("registers/<slug:register>/choose/<slug:name>/", choose, name="choose"),
]
