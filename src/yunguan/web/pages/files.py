"""The files at a record: hand in, fetch; never shown inside a page of ours."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.office.attachments import LARGEST, Attachment, attach
from yunguan.web.access import book_for, may_add_files, person, record_for
from yunguan.web.downloads import stored
from yunguan.web.pages.record_detail import record_page


@require_POST
def add(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Hand in one file at a record."""
    book, record = book_for(request, register), record_for(request, register, pk)
    if not may_add_files(book, record, person(request)):
        raise PermissionDenied
    upload = request.FILES.get("file")
    if upload is None:
        return record_page(request, book, record, refusals=["请先选择要上传的文件。"], status=422)
    content = upload.read(LARGEST + 1)
    try:
        attach(
            register=book.id,
            record_id=record.pk,
            name=upload.name or "附件",
            content=content,
            user=person(request),
            now=timezone.now(),
        )
    except ValueError as fault:
        return record_page(request, book, record, refusals=[str(fault)], status=422)
    messages.success(request, "附件已上传。")
    return redirect("record", register=book.id, pk=record.pk)


@require_GET
def fetch(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One file, as a download, to whoever may see its record."""
    found = get_object_or_404(Attachment, pk=pk)
    record_for(request, found.register, found.record_id)
    if not found.path.exists():
        raise Http404
    return stored(found.path, found.name)


urlpatterns = [
    path("registers/<slug:register>/<int:pk>/files/", add, name="file-add"),
    path("files/<int:pk>/", fetch, name="file"),
]
