"""One request to fill a register of one's own: for the office that was asked, and for the section that asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.office.people import Role
from yunguan.office.selectors import section_names
from yunguan.office.workflow.runtime import Refused, allowed
from yunguan.office.workflow.tables import Move
from yunguan.registers.own.asking import fills, report, send_back, withdraw
from yunguan.registers.own.selectors import requests_open_to, rows_filled
from yunguan.web.access import RETURNERS, open_to, person
from yunguan.web.due import clock_on
from yunguan.web.pages.own_requests import TONES

TASKED = RETURNERS | {Role.COUNTY}
VERBS: dict[str, Callable[..., Any]] = {"report": report, "send_back": send_back, "withdraw": withdraw}


@open_to(TASKED)
@require_GET
def own_task(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, how far it is, what can be done."""
    return _page(request, _task(request, pk), [])


@open_to(TASKED)
@require_POST
def own_task_move(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Report, send back or withdraw."""
    task, verb, now = _task(request, pk), VERBS.get(code), timezone.localtime()
    if verb is None:
        raise Http404
    given: dict[str, Any] = {"request": task, "user": person(request), "on": now.date(), "now": now}
    if code != "report":
        given["reason"] = request.POST.get("reason", "").strip()[:200]
    label = task.workflow.transition(code).label
    try:
        verb(**given)
    except Refused as fault:
        return _page(request, _task(request, pk), [each.message for each in fault.problems])
    messages.success(request, f"已办理“{label}”。")
    return redirect("own-task", pk=pk)


def _task(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(requests_open_to(person(request)), pk=pk)


def _page(request: HttpRequest, task: Any, refusals: list[str]) -> HttpResponse:
    user, clock = person(request), clock_on(timezone.localdate())
    names = {each.code: each.label for each in task.workflow.transitions}
    log = Move.objects.filter(register=task.register, record_id=task.pk).select_related("by")
    context = {
        "task": task,
        "own": task.own,
        "register": f"own_{task.own.code}",
        "section": section_names().get(task.own.section, task.own.section),
        "owns": user.section == task.own.section,
        "fills": fills(task, user),
        "count": rows_filled(task),
        "state": task.workflow.labels[task.state],
        "tone": TONES[task.state],
        "due": clock.mark(task.due_on if task.state == "open" else None),
        "moves": [each for each in task.workflow.transitions if _may_move(task, each, user)],
        "log": [{"move": each, "label": names.get(each.transition, "下达"), "by": each.by} for each in log],
        "refusals": refusals,
    }
    return render(request, "web/own/task.html", context, status=422 if refusals else 200)


def _may_move(task: Any, transition: Any, user: Any) -> bool:
    own = fills(task, user) if transition.code == "report" else user.section == task.own.section
    return own and allowed(task, transition, user)


urlpatterns = [
    path("own/tasks/<int:pk>/", own_task, name="own-task"),
    path("own/tasks/<int:pk>/moves/<slug:code>/", own_task_move, name="own-task-move"),
]
