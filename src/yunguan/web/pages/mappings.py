"""Saved mappings: how the headings of a source name the columns of a book."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from yunguan.registers.book import books
from yunguan.registers.selectors import saved_mappings
from yunguan.registers.services import forget_mapping
from yunguan.web.access import ADMINISTRATORS, open_to


@open_to(ADMINISTRATORS)
@require_GET
def mappings(request: HttpRequest) -> HttpResponse:
    """All mappings with their pairs."""
    rows = []
    for each in saved_mappings():
        book = books().get(each.register)
        labels = {column.name: column.label for column in book.columns} if book else {}
        pairs = [(heading, labels.get(name, name) or "不导入") for heading, name in each.headers.items()]
        rows.append({"mapping": each, "title": book.title if book else each.register, "pairs": pairs})
    return render(request, "web/admin/mappings.html", {"rows": rows})


@open_to(ADMINISTRATORS)
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one: its headings are asked for again."""
    forget_mapping(mapping_id=pk)
    messages.success(request, "已删除，下次导入时会重新询问。")
    return redirect("mappings")


urlpatterns = [
    path("administration/mappings/", mappings, name="mappings"),
    path("administration/mappings/<int:pk>/forget/", forget, name="mapping-forget"),
]
