"""A register as a workbook: empty to fill in, or with the rows that the account sees, personal columns masked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yunguan.core.columns import Column, Kind
from yunguan.registers.book import Book
from yunguan.registers.importing.template import write_rows, write_template
from yunguan.registers.record import Record
from yunguan.web.access import book_for, may_reveal, person
from yunguan.web.cells import shown, value_of
from yunguan.web.downloads import made
from yunguan.web.entry import key_of
from yunguan.web.pages.record_detail import LONGEST_REASON, note_access
from yunguan.web.sifting import sifting_of


@require_GET
def template(request: HttpRequest, register: str) -> HttpResponseBase:
    """The empty workbook of a book, with notes and drop-downs."""
    book = book_for(request, register)
    return made(f"{book.title}（模板）.xlsx", lambda path_: write_template(book.title, book.columns, path_))


@require_http_methods(["GET", "POST"])
def export(request: HttpRequest, register: str) -> HttpResponseBase | HttpResponse:
    """The rows of the list as it was sifted; in full only with a reason, which is logged."""
    book = book_for(request, register)
    full = request.method == "POST"
    if full:
        reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
        if not book.personal or not may_reveal(book, person(request)):
            raise PermissionDenied
        if not reason:
            return redirect("register", register=book.id)
        note_access(request, "导出全文", book, None, reason)
    references = list(book.references)
    rows = sifting_of(request, book).rows.select_related(*references).order_by("id")
    given = (export_row(book, each, full=full) for each in rows.iterator(chunk_size=2000))
    name = f"{book.title}{timezone.localdate():%Y%m%d}{'（含个人信息）' if full else ''}.xlsx"
    return made(name, lambda path_: write_rows(book.title, book.columns, given, path_))


def export_row(book: Book, record: Record, *, full: bool) -> dict[str, Any]:
    """The cells of one row by column, as a workbook is written; personal ones masked unless ``full``."""
    return dict(_cells(book, record, full=full))


def _cells(book: Book, record: Record, *, full: bool) -> Iterator[tuple[str, Any]]:
    for column in book.columns:
        value = value_of(record, column)
        if value is not None and value != "":
            yield column.name, _written(column, value, full=full)


def _written(column: Column, value: Any, *, full: bool) -> Any:
    if column.personal and not full:
        return shown(column, value)
    return key_of(value) if column.kind is Kind.REFERENCE else value


urlpatterns = [
    path("registers/<slug:register>/template/", template, name="template"),
    path("registers/<slug:register>/export/", export, name="export"),
]
