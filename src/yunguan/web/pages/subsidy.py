"""A pool of subsidies: its runs, what changed between two of them, calculating again, the papers to publish."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import acts_in
from yunguan.registers.subsidies.papers import PAPERS
from yunguan.registers.subsidies.running import CALCULATING, calculate, compare, current, runs_of, stale
from yunguan.web.access import person, record_for
from yunguan.web.downloads import made

LONGEST_REASON = 200
MOST_DIFFERENCES = 200


@require_http_methods(["GET", "POST"])
def subsidy(request: HttpRequest, pk: int) -> HttpResponse:
    """The runs of a pool; calculating again keeps the run before."""
    plan = record_for(request, "subsidy_plan", pk)
    if request.method == "GET":
        return _page(request, plan)
    if not _may_calculate(person(request)):
        raise PermissionDenied
    reason = request.POST.get("reason", "").replace("\0", "").strip()[:LONGEST_REASON]
    if not reason:
        return _page(request, plan, "重新测算须写明理由。")
    now = timezone.localtime()
    try:
        run = calculate(plan=plan, user=person(request), on=now.date(), now=now, reason=reason)
    except Refused as fault:
        return _page(request, plan, str(fault))
    messages.success(request, f"第 {run.run_no} 次测算已完成，分配合计与资金总额一致。")
    return redirect("subsidy_plan-page", pk=plan.pk)


@require_GET
def paper(request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
    """One of the papers of the run that holds, as a workbook."""
    plan: Any = record_for(request, "subsidy_plan", pk)
    if current(plan) is None:
        raise Http404
    name, write = PAPERS[code]
    return made(f"{plan.name}{name}.xlsx", lambda path_: write(plan, path_))


def _page(request: HttpRequest, plan: Any, complaint: str = "") -> HttpResponse:
    runs = runs_of(plan)
    earlier, later = _chosen(request, runs)
    changed = compare(earlier, later) if earlier and later else []
    context = {
        "plan": plan,
        "state": plan.workflow.labels[plan.state],
        "runs": runs,
        "earlier": earlier,
        "later": later,
        "differences": changed[:MOST_DIFFERENCES],
        "changed": len(changed),
        "papers": [(f"subsidy-{code}", name) for code, (name, _) in PAPERS.items()],
        "may_calculate": plan.state in CALCULATING and _may_calculate(person(request)),
        "stale": stale(plan) if plan.state in CALCULATING else "",
        "complaint": complaint,
    }
    return render(request, "web/subsidy.html", context, status=422 if complaint else 200)


def _chosen(request: HttpRequest, runs: list[Any]) -> tuple[Any, Any]:
    """The two runs to compare: those asked for, else the last two."""
    by_number = {str(run.run_no): run for run in runs}
    last = runs[-2:] if len(runs) > 1 else [None, None]
    earlier = by_number.get(request.GET.get("earlier", ""), last[0])
    later = by_number.get(request.GET.get("later", ""), last[1])
    return earlier, later


def _may_calculate(user: User) -> bool:
    return user.role in {Role.CLERK, Role.HEAD} and acts_in(book("subsidy_plan"), user)


urlpatterns = [
    path("subsidies/<int:pk>/", subsidy, name="subsidy_plan-page"),
    *(path(f"subsidies/<int:pk>/{code}/", paper, {"code": code}, name=f"subsidy-{code}") for code in PAPERS),
]
