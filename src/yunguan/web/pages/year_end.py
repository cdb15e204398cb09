"""The turn of the year: what stays open, what the next year needs, and opening its books."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from yunguan.office.workflow.runtime import Refused
from yunguan.registers.year_end import carry_over, outlook
from yunguan.web.access import ADMINISTRATORS, open_to, person

FIRST_YEAR, LAST_YEAR = 2015, 2199


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def year_end(request: HttpRequest) -> HttpResponse:
    """The outlook of a year; sent, the books are opened for the next one."""
    now = timezone.localtime()
    typed = (request.POST or request.GET).get("year", "")
    year = int(typed) if typed.isdecimal() and FIRST_YEAR <= int(typed) <= LAST_YEAR else now.year - 1
    if request.method == "GET":
        return render(request, "web/admin/year_end.html", {"outlook": outlook(year), "next": year + 1})
    try:
        done = carry_over(year=year, user=person(request), on=now.date(), now=now)
    except Refused as answer:
        messages.error(request, f"没有结转：{answer}")
        return redirect("year-end")
    carried = sum(rows for _, rows in done)
    messages.success(request, f"{len(done)} 本台账已启用 {year + 1} 年，结转 {carried} 条记录；未办结的事项继续办理。")
    return redirect("year-end")


urlpatterns = [path("administration/year-end/", year_end, name="year-end")]
