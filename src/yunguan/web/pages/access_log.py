"""Who looked at personal data in full, or exported it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.office.access import AccessLog
from yunguan.registers.book import books
from yunguan.web.access import ADMINISTRATORS, open_to

PER_PAGE = 50


@open_to(ADMINISTRATORS)
@require_GET
def access_log(request: HttpRequest) -> HttpResponse:
    """The looks, newest first; never what was seen."""
    page = Paginator(AccessLog.objects.select_related("by").order_by("-at", "-id"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = [{"look": each, "book": _title(each.register), "column": _label(each)} for each in page]
    return render(request, "web/admin/access_log.html", {"page": page, "rows": rows})


def _title(register: str) -> str:
    return books()[register].title if register in books() else register


def _label(look: AccessLog) -> str:
    column = books()[look.register].by_name.get(look.field) if look.register in books() else None
    return column.label if column else look.field


urlpatterns = [path("administration/access-log/", access_log, name="access-log")]
