"""Taking over: another system's export laid beside the register, the differences to work through, the gaps to fill."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yunguan.indicators.indicator import catalogue
from yunguan.indicators.return_form import SHEET
from yunguan.indicators.return_workbook import read_return
from yunguan.indicators.services import take_over
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import Book, books
from yunguan.registers.importing.building import Conditions
from yunguan.registers.importing.guard import Unreadable
from yunguan.registers.importing.services import import_workbooks
from yunguan.registers.importing.template import write_rows
from yunguan.registers.importing.workbook import read_workbook
from yunguan.registers.selectors import visible
from yunguan.registers.services import centre_area, may_write
from yunguan.registers.takeover.reconcile import NoExport, Reconciliation, reconcile
from yunguan.registers.takeover.report import write_reconciliation
from yunguan.registers.takeover.source import Source, sources
from yunguan.web.access import KEEPERS, open_to, person, scope
from yunguan.web.cells import shown, title_of
from yunguan.web.downloads import made
from yunguan.web.pages.register_export import export_row
from yunguan.web.uploads import NotTaken, keep, kept

SHOWN = 50


@open_to(KEEPERS)
@require_http_methods(["GET", "POST"])
def takeover(request: HttpRequest) -> HttpResponse:
    """Choose a source and its export; then the two sides beside each other."""
    if request.method == "GET":
        return _form(request)
    source = _source(request, request.POST.get("source", ""))
    try:
        token, _ = keep(request.FILES.get("workbook"), person(request), timezone.localtime())
        found = _reconciled(request, source, token)
    except (NotTaken, NoExport) as fault:
        return _form(request, str(fault), source.code)
    context: dict[str, Any] = {
        "found": found,
        "source": source,
        "token": token,
        "missing_here": [(row, title_of(record)) for row, record in list(found.missing_here.items())[:SHOWN]],
        "missing_there": [(record.pk, title_of(record)) for record in found.missing_there[:SHOWN]],
        "differing": [
            (each, title_of(each.record), shown(each.column, each.ours), shown(each.column, each.theirs))
            for each in found.differing[:SHOWN]
        ],
        "refused": found.refused[:SHOWN],
    }
    return render(request, "web/takeover/result.html", context)


@open_to(KEEPERS)
@require_GET
def workbook(request: HttpRequest, source: str, token: str) -> HttpResponseBase:
    """The reconciliation in full, as a workbook."""
    known = _source(request, source)
    found = _reconciled(request, known, token)
    return made(f"对账-{known.title}.xlsx", lambda path_: write_reconciliation(found, shown, path_))


@open_to(KEEPERS)
@require_POST
def fill(request: HttpRequest, source: str, token: str) -> HttpResponse:
    """Import what is missing here, by the one way of importing: all of it or nothing."""
    known = _source(request, source)
    found = _reconciled(request, known, token)
    if not found.missing_here:
        messages.info(request, "我方没有缺少的记录，不需要补入。")
        return redirect("takeover")
    rows = [export_row(found.book, record, full=True) for record in found.missing_here.values()]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"{known.title}.xlsx"
        write_rows(found.book.title, found.book.columns, rows, place)
        (report,) = import_workbooks([place], user=person(request), now=timezone.localtime())
    if report.imported:
        messages.success(request, f"已补入 {sum(each.accepted for each in report.sheets)} 条记录。")
        return redirect("register", register=found.book.id)
    reasons = [each.reason for sheet in report.sheets for each in sheet.refused]
    messages.error(request, f"没有补入：{(reasons or [report.error or '导入没有完成。'])[0]}")
    return redirect("takeover")


@open_to(KEEPERS)
@require_POST
def aggregates(request: HttpRequest) -> HttpResponse:
    """Take over totals of another system as imported figures of the account's own section."""
    user, now = person(request), timezone.localtime()
    source = request.POST.get("from", "").strip()[:100]
    try:
        _, place = keep(request.FILES.get("workbook"), user, now)
        sheet = read_return(read_workbook(place))
    except (NotTaken, Unreadable, ValueError) as fault:
        return _form(request, str(fault))
    wrong = [problem.message for _, _, problem in sheet.problems]
    foreign = [code for code in sheet.entries if code in catalogue() and catalogue().get(code).section != user.section]
    days = {entry.as_of for entry in sheet.entries.values()}
    if not source:
        wrong.append("请写明这些数据出自哪个系统。")
    if foreign:
        wrong.append(f"“{catalogue().get(foreign[0]).title}”不归您的科室，请由主管科室导入。")
    if len(days) != 1 or None in days:
        wrong.append("一个文件只能有一个截止日期，请把各行的截止日期填成同一天。")
    if wrong:
        return _form(request, wrong[0])
    values = {code: Decimal(entry.value) for code, entry in sheet.entries.items() if entry.value}
    try:
        count = take_over(
            values=values,
            as_of=next(iter(days)),  # type: ignore[arg-type]
            source=source,
            file_name=place.name,
            user=user,
            now=now,
        )
    except Refused as answer:
        return _form(request, str(answer))
    messages.success(request, f"已从“{source}”接收 {count} 项汇总数，来源标为“外部导入”。")
    return redirect("takeover")


def _reconciled(request: HttpRequest, source: Source, token: str) -> Reconciliation:
    user = person(request)
    book = books()[source.register]
    conditions = Conditions(user, timezone.localtime(), centre_area())
    records = visible(book, scope(request)).select_related(*book.references).order_by("id")
    return reconcile(source, kept(token, user), conditions, records)


def _source(request: HttpRequest, code: str) -> Source:
    """A source of a book that the account keeps, else 404 or 403."""
    if code not in sources() or sources().get(code).register not in books():
        raise Http404
    source = sources().get(code)
    if not may_write(books()[source.register], person(request)):
        raise PermissionDenied
    return source


def _own(request: HttpRequest) -> list[tuple[Source, Book]]:
    known = [(each, books()[each.register]) for each in sources() if each.register in books()]
    return [(source, book) for source, book in known if may_write(book, person(request))]


def _form(request: HttpRequest, complaint: str = "", chosen: str = "") -> HttpResponse:
    context = {"sources": _own(request), "complaint": complaint, "chosen": chosen, "sheet": SHEET}
    return render(request, "web/takeover/form.html", context, status=422 if complaint else 200)


urlpatterns = [
    path("takeover/", takeover, name="takeover"),
    path("takeover/aggregates/", aggregates, name="takeover-aggregates"),
    path("takeover/<slug:source>/<slug:token>/workbook/", workbook, name="takeover-workbook"),
    path("takeover/<slug:source>/<slug:token>/fill/", fill, name="takeover-fill"),
]
