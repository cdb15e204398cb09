"""The evidence files of an item: hand in, fetch."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.core.finding import Problem
from yunguan.evaluation.selectors import entries_of
from yunguan.evaluation.services import entry_for, may_write
from yunguan.office.attachments import LARGEST, Attachment, attach
from yunguan.web.access import EVALUATORS, open_to, person
from yunguan.web.downloads import stored
from yunguan.web.pages.evaluation_item import FILES, Sent, show, spot_for


@open_to(EVALUATORS)
@require_POST
def item_file_add(request: HttpRequest, year: int, subject: str, item: str) -> HttpResponse:
    """Hand in one evidence file at an item."""
    spot, upload = spot_for(year, subject, item), request.FILES.get("file")
    if not may_write(spot.leaf.item, person(request)):
        raise PermissionDenied
    if upload is None:
        return show(request, spot, Sent("files", {}, (Problem("file", "请先选择要上传的佐证材料。"),)))
    name, content = upload.name or "佐证材料", upload.read(LARGEST + 1)
    entry, now = entry_for(**spot.address), timezone.now()
    try:
        attach(register=FILES, record_id=entry.pk, name=name, content=content, user=person(request), now=now)
    except ValueError as fault:
        return show(request, spot, Sent("files", {}, (Problem("file", str(fault)),)))
    messages.success(request, "佐证材料已上传。")
    return redirect(spot.page)


@open_to(EVALUATORS)
@require_GET
def item_file(request: HttpRequest, year: int, subject: str, item: str, file: int) -> HttpResponseBase:
    """One evidence file, as a download."""
    del request
    entry = entries_of(year, subject).get(item)
    if entry is None:
        raise Http404
    found = get_object_or_404(Attachment, pk=file, register=FILES, record_id=entry.pk)
    if not found.path.exists():
        raise Http404
    return stored(found.path, found.name)


urlpatterns = [
    path("evaluation/<int:year>/<code:subject>/items/<code:item>/files/", item_file_add, name="evaluation-file-add"),
    path("evaluation/<int:year>/<code:subject>/items/<code:item>/files/<int:file>/", item_file, name="evaluation-file"),
]
