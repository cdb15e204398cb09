"""Rows that may be one and the same, for the section that keeps them: an answer is kept, nothing is merged."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.registers.doubles import VERDICTS, answer, suggestions
from yunguan.registers.services import may_write
from yunguan.web.access import KEEPERS, book_for, books_open_to, open_to, person, record_for, scope
from yunguan.web.cells import cell, title_of

SHOWN = 50


@open_to(KEEPERS)
@require_GET
def doubles(request: HttpRequest) -> HttpResponse:
    """The suggestions of the account's own books."""
    piles = []
    for book in books_open_to(person(request)):
        if not book.model.alike_by or not may_write(book, person(request)):
            continue
        pairs = suggestions(book, scope(request))
        columns = [book.by_name[name] for name in book.model.list_fields if name in book.by_name]
        shown = [
            {
                "pair": pair,
                "percent": round(pair.likeness * 100),
                "rows": [
                    (row.pk, title_of(row), [cell(book, column, row) for column in columns])
                    for row in (pair.first, pair.second)
                ],
            }
            for pair in pairs[:SHOWN]
        ]
        piles.append({"book": book, "pairs": shown, "total": len(pairs)})
    return render(request, "web/doubles.html", {"piles": piles, "verdicts": VERDICTS})


@open_to(KEEPERS)
@require_POST
def judge(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    """Keep the answer to one pair."""
    book = book_for(request, register)
    first = record_for(request, register, pk)
    other = request.POST.get("other", "")
    if not may_write(book, person(request)):
        raise PermissionDenied
    verdict = request.POST.get("verdict", "")
    if not other.isdecimal() or verdict not in dict(VERDICTS):
        messages.error(request, "没有选择结论，请选择“不是同一个”或“是同一个，已分别更正”。")
        return redirect("doubles")
    second = record_for(request, register, int(other))
    reason = request.POST.get("reason", "").strip()[:200]
    user, now = person(request), timezone.now()
    answer(book=book, first=first, second=second, verdict=verdict, reason=reason, user=user, now=now)
    messages.success(request, "结论已保存，这一对不再提示。")
    return redirect("doubles")


urlpatterns = [
    path("doubles/", doubles, name="doubles"),
    path("registers/<slug:register>/<int:pk>/doubles/", judge, name="double-judge"),
]
