"""The files of a section return: evidence, and the workbook that a section fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.core.finding import Problem
from yunguan.indicators import services
from yunguan.indicators.return_workbook import is_return, read_return, write_return
from yunguan.indicators.services import Entry
from yunguan.office.attachments import LARGEST, Attachment, attach
from yunguan.office.selectors import section_code, section_names
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.importing.guard import Unreadable
from yunguan.registers.importing.workbook import read_workbook
from yunguan.web.access import RETURNERS, open_to, person
from yunguan.web.downloads import made, stored
from yunguan.web.pages.returns import REGISTER, may_fill, return_for, show
from yunguan.web.uploads import NotTaken, keep


@open_to(RETURNERS)
@require_POST
def return_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in an evidence file while the return is open."""
    one, upload = return_for(request, pk), request.FILES.get("file")
    if not may_fill(request, one):
        raise PermissionDenied
    if upload is None:
        return show(request, one, [Problem("", "请先选择要上传的佐证材料。")])
    name, content = upload.name or "佐证材料", upload.read(LARGEST + 1)
    try:
        attach(
            register=REGISTER, record_id=one.pk, name=name, content=content, user=person(request), now=timezone.now()
        )
    except ValueError as fault:
        return show(request, one, [Problem("", str(fault))])
    messages.success(request, "佐证材料已上传，可以在指标行中选用。")
    return redirect("return", pk=pk)


@open_to(RETURNERS)
@require_GET
def evidence(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """One evidence file, as a download."""
    one = return_for(request, pk)
    found = get_object_or_404(Attachment, pk=file, register=REGISTER, record_id=one.pk)
    if not found.path.exists():
        raise Http404
    return stored(found.path, found.name)


@open_to(RETURNERS)
@require_GET
def return_workbook(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The return as a workbook to fill in."""
    one = return_for(request, pk)
    name = section_names().get(one.section, one.section)
    return made(f"{name}{one.period.label}指标报送表.xlsx", lambda path_: write_return(one, name, path_))


@open_to(RETURNERS)
@require_POST
def return_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """The filled workbook back: every wrong cell is named, and then nothing is written."""
    one = return_for(request, pk)
    try:
        _, path_ = keep(request.FILES.get("workbook"), person(request), timezone.localtime())
        entries = _of_workbook(one, path_)
        services.fill(section_return=one, entries=entries, user=person(request), now=timezone.localtime())
    except (NotTaken, Unreadable) as fault:
        return show(request, one, [Problem("", str(fault))])
    except Refused as fault:
        return show(request, one, fault.problems)
    messages.success(request, f"已从工作簿读入 {len(entries)} 个指标。")
    return redirect("return", pk=pk)


def _of_workbook(one: Any, path_: Path) -> dict[str, Entry]:
    workbook = read_workbook(path_)
    if not is_return(workbook):
        raise Refused(Problem("", "这不是本系统的指标报送表，请先下载报送表，填好后再上传。"))
    sheet = read_return(workbook)
    if sheet.problems:
        raise Refused(
            *(Problem("", f"第 {row} 行 {letter} 列：{each.message}") for row, letter, each in sheet.problems)
        )
    if sheet.period is None or sheet.period.code != one.period_code or _code_of(sheet.section) != one.section:
        raise Refused(Problem("", "工作簿的科室或期间与本期报送不一致，请核对是否选错了文件。"))
    return sheet.entries


def _code_of(section: str) -> str:
    try:
        return section_code(section)
    except LookupError:
        return ""


urlpatterns = [
    path("returns/<int:pk>/evidence/", return_evidence, name="return-evidence"),
    path("returns/<int:pk>/evidence/<int:file>/", evidence, name="evidence"),
    path("returns/<int:pk>/workbook/", return_workbook, name="return-workbook"),
    path("returns/<int:pk>/upload/", return_upload, name="return-upload"),
]
