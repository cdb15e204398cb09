"""Section returns: what a section owes for a period, filled by its clerk, signed by its head."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.finding import Problem
from yunguan.core.numbers import read_date
from yunguan.core.period import Period
from yunguan.indicators import services
from yunguan.indicators.return_selectors import lines_of, returns_open_to
from yunguan.indicators.services import Entry
from yunguan.office.attachments import Attachment
from yunguan.office.people import Role
from yunguan.office.selectors import section_names
from yunguan.office.workflow.runtime import Refused, allowed
from yunguan.office.workflow.tables import Move
from yunguan.web.access import RETURNERS, open_to, person
from yunguan.web.due import clock_on
from yunguan.web.words import sentence

TONES = {"open": "open", "submitted": "open", "signed": "good"}
REGISTER = "section_return"
VERBS: dict[str, Callable[..., Any]] = {
    "submit": services.submit,
    "sign": services.sign,
    "send_back": services.send_back,
    "return": services.send_back,
    "chase": services.chase,
}
_WITH_REASON = frozenset({"send_back", "return", "chase"})


@open_to(RETURNERS)
@require_http_methods(["GET", "POST"])
def return_list(request: HttpRequest) -> HttpResponse:
    """All returns that the account sees; finance issues those of a period."""
    complaint = _issue(request) if request.method == "POST" else ""
    if request.method == "POST" and not complaint:
        return redirect("returns")
    names, clock = section_names(), clock_on(timezone.localdate())
    rows = [
        {
            "return": each,
            "section": names.get(each.section, each.section),
            "state": each.workflow.labels[each.state],
            "tone": TONES[each.state],
            "due": clock.mark(None if each.state == "signed" else each.due_on),
        }
        for each in returns_open_to(person(request))
    ]
    context = {"rows": rows, "may_issue": _may_issue(request), "complaint": complaint}
    return render(request, "web/returns/list.html", context, status=422 if complaint else 200)


@open_to(RETURNERS)
@require_http_methods(["GET", "POST"])
def return_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One return: its figures, its form while it is open, its moves."""
    one = return_for(request, pk)
    if request.method == "GET":
        return show(request, one)
    now = timezone.localtime()
    try:
        services.fill(section_return=one, entries=_entries(request, one), user=person(request), now=now)
    except Refused as fault:
        return show(request, one, fault.problems)
    except ValueError as fault:
        return show(request, one, [Problem("", sentence(fault))])
    messages.success(request, "已保存。")
    return redirect("return", pk=pk)


@open_to(RETURNERS)
@require_POST
def return_move(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Submit, sign, send back or chase."""
    one, verb = return_for(request, pk), VERBS.get(code)
    if verb is None:
        raise Http404
    now = timezone.localtime()
    given: dict[str, Any] = {"section_return": one, "user": person(request), "on": now.date(), "now": now}
    if code in _WITH_REASON:
        given["reason"] = request.POST.get("reason", "").strip()[:500]
    label = one.workflow.transition(code).label
    try:
        verb(**given)
    except Refused as fault:
        return show(request, return_for(request, pk), fault.problems)
    messages.success(request, f"已办理“{label}”。")
    return redirect("return", pk=pk)


def return_for(request: HttpRequest, pk: int) -> Any:
    """A return that the account sees, else 404."""
    return get_object_or_404(returns_open_to(person(request)), pk=pk)


def may_fill(request: HttpRequest, one: Any) -> bool:
    """Whether the account may write into it now."""
    user = person(request)
    return not one.locked and user.role in {Role.CLERK, Role.HEAD} and user.section == one.section


def _may_issue(request: HttpRequest) -> bool:
    return person(request).role == Role.FINANCE


def _issue(request: HttpRequest) -> str:
    """Open the returns of a period; what is wrong with the form, "" when nothing is."""
    if not _may_issue(request):
        raise PermissionDenied
    try:
        period = Period.parse(request.POST.get("period", "").strip())
        due_on = read_date(request.POST.get("due_on", "").strip())
    except ValueError as fault:
        return sentence(fault)
    made = services.issue_returns(period=period, due_on=due_on, user=person(request), now=timezone.localtime())
    messages.success(request, f"已向 {len(made)} 个科室下达{period.label}的报送任务。")
    return ""


def _entries(request: HttpRequest, one: Any) -> dict[str, Entry]:
    """What was typed, for the figures of this return only."""
    found = {}
    for item in one.items.all():
        if f"value:{item.indicator}" not in request.POST:
            continue
        typed = {name: request.POST.get(f"{name}:{item.indicator}", "").strip() for name in _TYPED}
        found[item.indicator] = Entry(
            value=typed["value"],
            as_of=_day(typed["as_of"], item.indicator),
            evidence=typed["evidence"][:200],
            note=typed["note"][:200],
            reason=typed["reason"][:300],
        )
    return found


_TYPED = ("value", "as_of", "evidence", "note", "reason")


def _day(text: str, code: str) -> date | None:
    try:
        return read_date(text) if text else None
    except ValueError as fault:
        raise Refused(Problem(code, sentence(f"截止日期有误：{fault}"))) from fault


def show(request: HttpRequest, one: Any, problems: Any = ()) -> HttpResponse:
    """The page of a return, with what was refused."""
    user = person(request)
    lines = lines_of(one)
    files = list(Attachment.objects.filter(register=REGISTER, record_id=one.pk).order_by("added_at"))
    codes = {line.indicator.id for line in lines}
    beside: dict[str, list[str]] = {}
    for each in problems:
        beside.setdefault(each.field if each.field in codes else "", []).append(each.message)
    moves = [each for each in one.workflow.transitions if each.code in VERBS and _may_move(one, each, user)]
    context = {
        "return": one,
        "section": section_names().get(one.section, one.section),
        "state": one.workflow.labels[one.state],
        "tone": TONES[one.state],
        "due": clock_on(timezone.localdate()).mark(None if one.state == "signed" else one.due_on),
        "lines": [
            {"line": line, "errors": beside.get(line.indicator.id, []), **_shown(request, line)} for line in lines
        ],
        "refusals": beside.get("", []),
        "may_fill": may_fill(request, one),
        "moves": moves,
        "with_reason": _WITH_REASON,
        "files": files,
        "file_names": [each.name for each in files],
        "log": _log(one),
    }
    return render(request, "web/returns/page.html", context, status=422 if problems else 200)


def _may_move(one: Any, transition: Any, user: Any) -> bool:
    own = user.role in {Role.FINANCE, Role.LEADER} or user.section == one.section
    return own and allowed(one, transition, user)


def _shown(request: HttpRequest, line: Any) -> dict[str, str]:
    """What stands in the inputs: what was typed just now, else what is stored."""
    item = line.item
    stored = {
        "value": item.value_text,
        "as_of": item.as_of.isoformat() if item.as_of else "",
        "evidence": item.evidence,
        "note": item.note,
        "reason": item.reason,
    }
    return {name: request.POST.get(f"{name}:{item.indicator}", stored[name]) for name in _TYPED}


def _log(one: Any) -> list[dict[str, Any]]:
    labels = {each.code: each.label for each in one.workflow.transitions}
    moves = Move.objects.filter(register=REGISTER, record_id=one.pk).select_related("by")
    return [
        {"label": labels.get(each.transition, "下达"), "by": str(each.by) if each.by else "系统", "move": each}
        for each in moves
    ]


urlpatterns = [
    path("returns/", return_list, name="returns"),
    path("returns/<int:pk>/", return_page, name="return"),
    path("returns/<int:pk>/moves/<slug:code>/", return_move, name="return-move"),
]
