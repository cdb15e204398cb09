"""The budget as the statutes want to see it: basic, projects, functions, funds, three public, budget against actual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.budget.amounts import Amounts
from yunguan.budget.views import BasicView, basic_view, function_view, fund_view, project_view, three_public
from yunguan.web.access import READERS_OF_FIGURES, open_to, scope, sees_budget
from yunguan.web.asked import asked


@dataclass(frozen=True)
class Line:
    """One printed line; ``rank`` is total, class or item."""

    code: str
    title: str
    amounts: Amounts
    rank: str = "item"


@open_to(READERS_OF_FIGURES)
@require_GET
def budget(request: HttpRequest) -> HttpResponse:
    """All views of one year, as of a day; for those to whom the finance section's books are open."""
    mine = scope(request)
    if not sees_budget(mine):
        raise PermissionDenied
    about = asked(request)
    year, day = about.year, about.question.as_of
    projects = project_view(year, day, mine)
    context: dict[str, Any] = {
        "about": about,
        "tables": [
            ("一般公共预算基本支出（按经济分类）", _basic(basic_view(year, day, mine))),
            (
                "一般公共预算项目支出",
                [
                    *(Line(each.code, each.name, each.amounts) for each in projects.projects),
                    Line("", "合计", projects.total, "total"),
                ],
            ),
            (
                "一般公共预算支出（按功能分类）",
                [Line(each.code, each.name, each.total) for each in function_view(year, day, mine)],
            ),
            ("四本预算", [Line("", str(each.fund.label), each.total) for each in fund_view(year, day, mine)]),
        ],
        "three_public": three_public(year, day, mine),
    }
    return render(request, "web/budget.html", context)


def _basic(view: BasicView) -> list[Line]:
    lines: list[Line] = []
    for each in view.classes:
        lines.append(Line(each.code, each.name, each.amounts, "class"))
        lines += [Line(item.code, item.name, item.amounts) for item in each.items]
    lines.append(Line("", "人员经费（301、303）", view.staff, "class"))
    lines.append(Line("", "公用经费（302、310）", view.office, "class"))
    lines.append(Line("", "合计", view.total, "total"))
    return lines


urlpatterns = [path("budget/", budget, name="budget")]
