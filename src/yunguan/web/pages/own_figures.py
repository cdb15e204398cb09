"""Figures over a register of one's own: those there are with their values, one more, one less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.own.definition import Definition, FigureDefinition, Measure, Where, from_json
from yunguan.registers.own.figures import MEASURES, OPERATORS, add_figure, drop_figure, where_of
from yunguan.web.access import open_to, person, scope
from yunguan.web.pages.own_registers import DEFINERS, own_for

SIDES = (("above", "统计什么（比率的分子）"), ("below", "比率的分母"))
CONDITIONS = 2
_TYPED = ("title", "unit", "code")


@dataclass(frozen=True)
class WhereInput:
    """One condition as it stands in the form."""

    name: str
    field: str
    operator: str
    value: str


@dataclass(frozen=True)
class Side:
    """What is counted, as it stands in the form."""

    name: str
    legend: str
    kind: str
    column: str
    wheres: tuple[WhereInput, ...]


@open_to(DEFINERS)
@require_http_methods(["GET", "POST"])
def own_figures(request: HttpRequest, own: str) -> HttpResponse:
    """The figures of a register, and the form for one more."""
    found = own_for(request, own)
    if request.method == "GET":
        return _page(request, found, [])
    definition = from_json(found.definition)
    try:
        figure = _figure(definition, request.POST)
        made = add_figure(own=found, figure=figure, user=person(request), now=timezone.localtime())
    except Refused as fault:
        return _page(request, found, [each.message for each in fault.problems])
    messages.success(request, f"指标“{made.title}”已添加，编码 own.{own}.{made.code}。")
    return redirect("own-figures", own=own)


@open_to(DEFINERS)
@require_POST
def own_figure_drop(request: HttpRequest, own: str, code: str) -> HttpResponse:
    """Take a figure away."""
    drop_figure(own=own_for(request, own), code=code, user=person(request), now=timezone.localtime())
    messages.success(request, "指标已删除。")
    return redirect("own-figures", own=own)


def _figure(definition: Definition, given: QueryDict) -> FigureDefinition:
    sides = {side.name: side for side in _sides(given)}
    rate = bool(sides["below"].kind)
    return FigureDefinition(
        code=given.get("code", "").strip(),
        title=given.get("title", "").strip(),
        unit="%" if rate else given.get("unit", "").strip(),
        above=_measure(definition, sides["above"]),
        below=_measure(definition, sides["below"]) if rate else None,
    )


def _measure(definition: Definition, side: Side) -> Measure:
    tests: tuple[Where, ...] = tuple(
        where_of(definition, each.field, each.operator, each.value) for each in side.wheres if each.field
    )
    return Measure(side.kind, "" if side.kind == "count" else side.column, tests)


def _sides(given: QueryDict) -> Iterator[Side]:
    for name, legend in SIDES:
        wheres = tuple(_where(given, f"{name}_{n}") for n in range(CONDITIONS))
        kind = given.get(f"{name}_kind", "count" if name == "above" else "")
        yield Side(name, legend, kind, given.get(f"{name}_column", ""), wheres)


def _where(given: QueryDict, name: str) -> WhereInput:
    typed = [given.get(f"{name}_{part}", "").strip() for part in ("field", "operator", "value")]
    return WhereInput(name, *typed)


def _page(request: HttpRequest, own: Any, errors: list[str]) -> HttpResponse:
    definition, year = from_json(own.definition), timezone.localdate().year
    ids = {f"own.{definition.code}.{each.code}": each.code for each in definition.figures}
    question = question_of(Period.year(year), scope=scope(request))
    found = figures(question, list(ids), scope=scope(request)) if ids else {}
    context = {
        "own": own,
        "register": definition.register,
        "manages": True,
        "year": year,
        "rows": [{"figure": figure, "code": ids[figure.id]} for figure in found.values()],
        "columns": definition.live,
        "measures": MEASURES.items(),
        "operators": OPERATORS.items(),
        "sides": list(_sides(request.POST)),
        "given": {name: request.POST.get(name, "") for name in _TYPED},
        "errors": errors,
    }
    return render(request, "web/own/figures.html", context, status=422 if errors else 200)


urlpatterns = [
    path("own/of/<slug:own>/figures/", own_figures, name="own-figures"),
    path("own/of/<slug:own>/figures/<slug:code>/drop/", own_figure_drop, name="own-figure-drop"),
]
