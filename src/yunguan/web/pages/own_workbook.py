"""A register of one's own from a workbook: upload, correct what was guessed, create it with its rows."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import books
from yunguan.registers.importing.guard import Unreadable
from yunguan.registers.importing.workbook import read_workbook
from yunguan.registers.own.guessing import NoTable, Proposal, propose, table_of_workbook
from yunguan.registers.own.taking import define_and_take
from yunguan.web.access import open_to, person
from yunguan.web.own_form import Form, form_of_proposal, frame_of, read_form
from yunguan.web.pages.own_registers import DEFINERS
from yunguan.web.pages.register_import import shown_result
from yunguan.web.uploads import NotTaken, keep, kept


@open_to(DEFINERS)
@require_POST
def own_upload(request: HttpRequest) -> HttpResponse:
    """Take a workbook and show what its columns seem to be."""
    try:
        token, workbook = keep(request.FILES.get("workbook"), person(request), timezone.localtime())
        proposal = _proposal(workbook)
    except (NotTaken, Unreadable, NoTable) as fault:
        messages.error(request, str(fault))
        return redirect("own-registers")
    return _page(request, token, workbook, proposal, form_of_proposal(proposal))


@open_to(DEFINERS)
@require_POST
def own_take(request: HttpRequest, token: str) -> HttpResponse:
    """Create the register as corrected and take the rows in."""
    workbook, form = kept(token, person(request)), read_form(request.POST)
    if "more" in request.POST:
        return _page(request, token, workbook, _proposal(workbook), form)
    try:
        own, report = define_and_take(
            definition=form.definition(),
            headings=form.headings,
            path=workbook,
            user=person(request),
            now=timezone.localtime(),
            partial=request.POST.get("partial") == "1",
        )
    except Refused as fault:
        form.accuse(fault.problems)
        return _page(request, token, workbook, _proposal(workbook), form)
    book = books()[f"own_{own.code}"]
    if not report.clean:
        messages.warning(request, f"《{own.title}》已建立，但表中有些行还须改正。")
        return shown_result(request, book, token, report)
    taken = sum(sheet.accepted for sheet in report.sheets)
    messages.success(request, f"《{own.title}》已建立，导入 {taken} 条记录。")
    return redirect("register", register=book.id)


def _proposal(workbook: Path) -> Proposal:
    return propose(table_of_workbook(read_workbook(workbook)), workbook.stem)


def _page(request: HttpRequest, token: str, workbook: Path, proposal: Proposal, form: Form) -> HttpResponse:
    context = {
        "token": token,
        "file_name": workbook.name,
        "proposal": proposal,
        **frame_of(form),
    }
    return render(request, "web/own/workbook.html", context, status=200 if form.valid else 422)


urlpatterns = [
    path("own/upload/", own_upload, name="own-upload"),
    path("own/upload/<slug:token>/", own_take, name="own-take"),
]
