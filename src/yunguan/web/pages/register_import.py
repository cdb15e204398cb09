"""Import a workbook: choose it, settle its headings where they are unknown, see what was refused and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yunguan.core.columns import Column
from yunguan.office.people import User
from yunguan.registers.book import Book, books
from yunguan.registers.importing.marked import write_marked
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.services import import_workbooks, save_mapping
from yunguan.registers.selectors import batches_of
from yunguan.registers.services import may_write
from yunguan.web.access import book_for, person
from yunguan.web.downloads import stored
from yunguan.web.uploads import NotTaken, copy_of, keep, kept, marked

SHOWN = 300


@dataclass(frozen=True)
class Puzzle:
    """A sheet whose headings are to be settled, with the columns that they may stand for."""

    place: int
    report: SheetReport
    columns: tuple[Column, ...]


@require_http_methods(["GET", "POST"])
def import_page(request: HttpRequest, register: str) -> HttpResponse:
    """The form, and after it the result."""
    book = _own(request, register)
    if request.method == "GET":
        return _form(request, book)
    try:
        token, _ = keep(request.FILES.get("workbook"), person(request), timezone.localtime())
    except NotTaken as fault:
        return _form(request, book, str(fault))
    return _result(request, book, token)


@require_POST
def settle(request: HttpRequest, register: str, token: str) -> HttpResponse:
    """Save what the headings of a source mean, then import the same workbook again."""
    book = _own(request, register)
    kept(token, person(request))
    target = books().get(request.POST.get("target", ""))
    source = request.POST.get("source", "").strip()[:100]
    if target is None or not may_write(target, person(request)):
        raise PermissionDenied
    if not source:
        return _form(request, book, "请写明这种表格的来源，下次同一来源的表格就不必再对应。")
    save_mapping(register=target.id, source=source, headers=_headers(request, target), now=timezone.now())
    return _result(request, book, token)


@require_POST
def again(request: HttpRequest, register: str, token: str) -> HttpResponse:
    """Import the workbook that was uploaded once more, now only its right rows."""
    return _result(request, _own(request, register), token)


@require_GET
def marked_copy(request: HttpRequest, register: str, token: str) -> HttpResponseBase:
    """The workbook with its refused cells marked."""
    _own(request, register)
    found = marked(token, person(request))
    return stored(found, found.name)


def _own(request: HttpRequest, register: str) -> Book:
    book = book_for(request, register)
    if not may_write(book, person(request)):
        raise PermissionDenied
    return book


def _headers(request: HttpRequest, target: Book) -> dict[str, str]:
    """Heading → column; "" leaves the column out, only columns of the book are taken."""
    headings = request.POST.getlist("heading")[:200]
    chosen = request.POST.getlist("column")[:200]
    return {
        heading[:100]: name
        for heading, name in zip(headings, chosen, strict=False)
        if not name or name in target.by_name
    }


def _result(request: HttpRequest, book: Book, token: str) -> HttpResponse:
    user = person(request)
    workbook = kept(token, user)
    partial, fill = request.POST.get("partial") == "1", request.POST.get("fill_merged") == "1"
    report = _imported(workbook, user, partial=partial, fill=fill)
    return shown_result(request, book, token, report)


def shown_result(request: HttpRequest, book: Book, token: str, report: FileReport) -> HttpResponse:
    """The page that says what became of an upload, with its marked copy where rows were refused."""
    workbook = kept(token, person(request))
    partial, fill = request.POST.get("partial") == "1", request.POST.get("fill_merged") == "1"
    refused = [each for sheet in report.sheets for each in sheet.refused]
    if refused:
        write_marked(workbook, refused, copy_of(workbook), report.results)
    context = {
        "book": book,
        "report": report,
        "token": token,
        "name": workbook.name,
        "refused": refused[:SHOWN],
        "refused_cells": len(refused),
        "puzzles": [Puzzle(n, s, books()[s.register].columns) for n, s in enumerate(report.sheets) if s.unknown],
        "partial": partial,
        "fill_merged": fill,
        **_totals(report),
    }
    return render(request, "web/register/import_result.html", context, status=200 if report.clean else 422)


def _imported(workbook: Path, user: User, *, partial: bool, fill: bool) -> FileReport:
    return import_workbooks([workbook], user=user, now=timezone.localtime(), partial=partial, fill_merged=fill)[0]


def _totals(report: FileReport) -> dict[str, Any]:
    return {
        "rows": sum(sheet.rows for sheet in report.sheets),
        "accepted": sum(sheet.accepted for sheet in report.sheets),
        "held_back": sum(sheet.held_back for sheet in report.sheets),
        "skipped": sum(len(sheet.skipped) for sheet in report.sheets),
        "refused_rows": sum(sheet.refused_rows for sheet in report.sheets),
    }


def _form(request: HttpRequest, book: Book, complaint: str = "") -> HttpResponse:
    context = {"book": book, "complaint": complaint, "batches": batches_of(book)}
    return render(request, "web/register/import.html", context, status=422 if complaint else 200)


urlpatterns = [
    path("registers/<slug:register>/import/", import_page, name="import"),
    path("registers/<slug:register>/import/<slug:token>/settle/", settle, name="import-settle"),
    path("registers/<slug:register>/import/<slug:token>/again/", again, name="import-again"),
    path("registers/<slug:register>/import/<slug:token>/marked/", marked_copy, name="import-marked"),
]
