"""The rounds of an evaluation: what was handed in when, and what changed between two of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.evaluation.comparing import compare
from yunguan.evaluation.selectors import submissions
from yunguan.web.access import EVALUATORS, open_to
from yunguan.web.pages.evaluation import tree_for


@open_to(EVALUATORS)
@require_GET
def rounds(request: HttpRequest, year: int, subject: str) -> HttpResponse:
    """All rounds; two of them compared item by item, the last two where none are asked for."""
    tree, found = tree_for(year, subject), submissions(year, subject)
    earlier, later = _chosen(request, found)
    context = {
        "year": year,
        "subject": subject,
        "tree": tree,
        "rounds": found,
        "earlier": earlier,
        "later": later,
        "compared": compare(earlier.content, later.content) if earlier and later else [],
    }
    return render(request, "web/evaluation/rounds.html", context)


def _chosen(request: HttpRequest, found: list[Any]) -> tuple[Any, Any]:
    by_number = {str(each.number): each for each in found}
    last = found[-2:] if len(found) > 1 else [None, None]
    earlier = by_number.get(request.GET.get("earlier", ""), last[0])
    later = by_number.get(request.GET.get("later", ""), last[1])
    return earlier, later


urlpatterns = [path("evaluation/<int:year>/<code:subject>/rounds/", rounds, name="evaluation-rounds")]
