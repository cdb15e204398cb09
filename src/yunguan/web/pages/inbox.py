"""My open work."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.web.access import WORKERS, open_to, person
from yunguan.web.due import clock_on
from yunguan.web.pages.home import own_due, returns_due
from yunguan.web.worklist import piles


@open_to(WORKERS)
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Every pile of the account."""
    clock = clock_on(timezone.localdate())
    found = list(piles(person(request), clock))
    context = {
        "piles": found,
        "clock": clock,
        "returns_due": returns_due(request, clock),
        "own_due": own_due(request, clock),
    }
    return render(request, "web/inbox.html", context)


urlpatterns = [path("inbox/", inbox, name="inbox")]
