"""The desk: where the work stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.indicators.return_selectors import returns_waiting_for
from yunguan.office.people import Role
from yunguan.office.selectors import section_names
from yunguan.registers.own.selectors import requests_waiting_for
from yunguan.web.access import READERS_OF_FIGURES, person, scope
from yunguan.web.asked import asked
from yunguan.web.dashboard import execution, headlines, late, shelves
from yunguan.web.due import Clock, clock_on
from yunguan.web.worklist import piles

OVERSEERS = frozenset({Role.HEAD, Role.FINANCE, Role.LEADER})
OUTSIDERS = frozenset({Role.COUNTY, Role.OPERATOR})
WEEKDAYS = "一二三四五六日"


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What waits, who is late, the headline figures, the budget's execution."""
    user = person(request)
    if user.role == Role.ADMINISTRATOR:
        return redirect("accounts")
    clock = clock_on(timezone.localdate())
    context: dict[str, Any] = {
        "piles": list(piles(user, clock)),
        "returns_due": returns_due(request, clock),
        "own_due": own_due(request, clock),
        "late": list(late(user, clock)) if user.role in OVERSEERS else [],
        "oversees": user.role in OVERSEERS,
        "shelves": shelves(user) if user.role in OUTSIDERS else [],
        "clock": clock,
        "weekday": WEEKDAYS[clock.today.weekday()],
    }
    if user.role in READERS_OF_FIGURES:
        about = asked(request)
        context |= {
            "about": about,
            "headlines": headlines(user, about.question),
            "bars": execution(scope(request), about.year, about.question.as_of),
        }
    return render(request, "web/home.html", context)


def returns_due(request: HttpRequest, clock: Clock) -> list[dict[str, Any]]:
    """The section returns that wait for the account."""
    names = section_names()
    return [
        {
            "return": each,
            "section": names.get(each.section, each.section),
            "state": each.workflow.labels[each.state],
            "tone": "open",
            "due": clock.mark(each.due_on),
        }
        for each in returns_waiting_for(person(request))
    ]


def own_due(request: HttpRequest, clock: Clock) -> list[dict[str, Any]]:
    """The registers of other sections that the account's office still has to fill."""
    names = section_names()
    return [
        {"task": each, "section": names.get(each.own.section, each.own.section), "due": clock.mark(each.due_on)}
        for each in requests_waiting_for(person(request))
    ]


urlpatterns = [path("", home, name="home")]
