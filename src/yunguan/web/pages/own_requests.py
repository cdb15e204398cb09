"""Sending a register of one's own to be filled: whom, by when, and who is late."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from yunguan.core.numbers import read_date
from yunguan.office.workflow.runtime import Refused
from yunguan.office.workflow.tables import Move
from yunguan.registers.own.asking import send
from yunguan.registers.own.selectors import fillers, requests_of, rows_filled
from yunguan.registers.own.services import may_define
from yunguan.web.access import RETURNERS, open_to, person
from yunguan.web.due import clock_on
from yunguan.web.pages.own_registers import own_for
from yunguan.web.words import sentence

TONES = {"open": "open", "reported": "good", "withdrawn": "over"}
_GROUPS = (("county", "县市区"), ("section", "科室"))


@open_to(RETURNERS)
@require_http_methods(["GET", "POST"])
def own_requests(request: HttpRequest, own: str) -> HttpResponse:
    """Who was asked and who is late; the head asks more."""
    found = own_for(request, own)
    if request.method == "GET":
        return _page(request, found, [])
    if not may_define(person(request)):
        raise PermissionDenied
    now = timezone.localtime()
    units = [each for each in fillers(found.section) if _chosen(request, each)]
    try:
        due_on = read_date(request.POST.get("due_on", "").strip())
        note = request.POST.get("note", "").strip()
        made = send(own=found, units=units, due_on=due_on, note=note, user=person(request), on=now.date(), now=now)
    except Refused as fault:
        return _page(request, found, [each.message for each in fault.problems])
    except ValueError as fault:
        return _page(request, found, [sentence(f"报送期限有误：{fault}")])
    messages.success(request, f"已下达 {len(made)} 个单位，报送期限 {due_on:%Y-%m-%d}，他们的待办里已经有了。")
    return redirect("own-requests", own=own)


def _chosen(request: HttpRequest, unit: Any) -> bool:
    return unit.code in request.POST.getlist("unit") or unit.kind in request.POST.getlist("all")


def _page(request: HttpRequest, own: Any, errors: list[str]) -> HttpResponse:
    clock = clock_on(timezone.localdate())
    asked = list(requests_of(own))
    units = list(fillers(own.section))
    counted = [each for each in asked if each.state != "withdrawn"]
    context = {
        "own": own,
        "register": f"own_{own.code}",
        "manages": may_define(person(request)) and person(request).section == own.section,
        "rows": [_row(each, clock) for each in asked],
        "asked": len(counted),
        "reported": sum(each.state == "reported" for each in counted),
        "late": sum(each.late(clock.today) for each in counted),
        "groups": [
            {"kind": kind, "title": title, "units": [unit for unit in units if unit.kind == kind]}
            for kind, title in _GROUPS
        ],
        "chosen": request.POST.getlist("unit"),
        "due_on": request.POST.get("due_on", ""),
        "note": request.POST.get("note", ""),
        "errors": errors,
    }
    return render(request, "web/own/requests.html", context, status=422 if errors else 200)


def _row(one: Any, clock: Any) -> dict[str, Any]:
    return {
        "request": one,
        "state": one.workflow.labels[one.state],
        "tone": "bad" if one.late(clock.today) else TONES[one.state],
        "count": rows_filled(one),
        "due": clock.mark(one.due_on if one.state == "open" else None),
        "reported": _reported(one),
    }


def _reported(one: Any) -> str:
    moves = Move.objects.filter(register=one.register, record_id=one.pk, transition="report").select_related("by")
    last = moves.last() if one.state == "reported" else None
    return f"{last.on:%Y-%m-%d} {last.by}" if last else ""


urlpatterns = [path("own/of/<slug:own>/requests/", own_requests, name="own-requests")]
