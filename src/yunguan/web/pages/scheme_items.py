"""The draft of a scheme changed: its indicators, groups and settings, with its faults listed while one types."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.numbers import read_decimal
from yunguan.evaluation.editing import groups_of, with_added, with_group, with_item, without
from yunguan.evaluation.editions import change_scheme, faults_of
from yunguan.evaluation.rule import TargetSource, rule_kinds
from yunguan.evaluation.scheme import Group, Item, Mode, Scheme
from yunguan.evaluation.settings import LABELS, Spread
from yunguan.indicators.indicator import catalogue
from yunguan.office.sections import section_choices
from yunguan.office.workflow.runtime import Refused
from yunguan.web import settings_form
from yunguan.web.access import SCHEME_EDITORS, open_to, person
from yunguan.web.pages.schemes import DRAFT, address, edition_for, scheme_for, show
from yunguan.web.scheme_form import ItemForm, form_of, read_form
from yunguan.web.words import sentence


@open_to(SCHEME_EDITORS)
@require_http_methods(["GET", "POST"])
def scheme_item(request: HttpRequest, source: str, item: str) -> HttpResponse:
    """One indicator of a draft."""
    before = scheme_for(source)
    one = _item(before, item)
    if request.method == "GET":
        return _frozen(request, source) or _item_page(request, source, one, form_of(one))
    form = read_form(request.POST, one)
    if form.item is None:
        return _item_page(request, source, one, form)
    return _keep(request, source, with_item(before, item, form.item), f"“{form.item.title}”已保存。")


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_check(request: HttpRequest, source: str, item: str) -> HttpResponse:
    """What would be wrong with the scheme if the form were saved as it stands."""
    before = scheme_for(source)
    form = read_form(request.POST, _item(before, item))
    faults = [] if form.item is None else faults_of(with_item(before, item, form.item))
    errors = [each for mine in form.errors.values() for each in mine]
    return render(request, "web/schemes/faults.html", {"faults": faults, "errors": errors})


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_item_remove(request: HttpRequest, source: str, item: str) -> HttpResponse:
    """The draft without an indicator."""
    before = scheme_for(source)
    one = _item(before, item)
    return _keep(request, source, without(before, item), f"“{one.title}”已删去。")


@open_to(SCHEME_EDITORS)
@require_http_methods(["GET", "POST"])
def scheme_group(request: HttpRequest, source: str, group: str) -> HttpResponse:
    """A first- or second-level indicator of a draft: its name and points, one more indicator below it."""
    before = scheme_for(source)
    one = _group(before, group)
    if request.method == "GET":
        return _frozen(request, source) or _group_page(request, source, one)
    try:
        title, weighed = _title(request), read_decimal(request.POST.get("points", "").strip())
    except ValueError as fault:
        return _group_page(request, source, one, sentence(fault))
    if "add" not in request.POST:
        return _keep(request, source, with_group(before, group, title=title, points=weighed), f"“{title}”已保存。")
    after, item = with_added(before, group, title=title, points=weighed)
    answer = _keep(request, source, after, f"已在“{one.title}”下添加“{title}”，请补填目标值和计分规则。")
    if answer.status_code != 302:  # noqa: PLR2004 - it was refused
        return answer
    return redirect(reverse("scheme-item", args=[source, item.id]))


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_group_remove(request: HttpRequest, source: str, group: str) -> HttpResponse:
    """The draft without a group below which nothing is left."""
    before = scheme_for(source)
    one = _group(before, group)
    if list(one.items()):
        return _group_page(request, source, one, "下面还有指标，请先删去或移走指标，再删去这一级。")
    return _keep(request, source, without(before, group), f"“{one.title}”已删去。")


@open_to(SCHEME_EDITORS)
@require_http_methods(["GET", "POST"])
def scheme_settings(request: HttpRequest, source: str) -> HttpResponse:
    """The head and the settings of a draft."""
    before = scheme_for(source)
    if request.method == "GET":
        return _frozen(request, source) or _settings_page(request, source, settings_form.form_of(before))
    form = settings_form.read_form(request.POST, before)
    if form.scheme is None:
        return _settings_page(request, source, form)
    return _keep(request, source, form.scheme, "设置已保存。")


def _keep(request: HttpRequest, source: str, scheme: Scheme, done: str) -> HttpResponse:
    """Write the draft; a frozen edition refuses, and its page says so."""
    given: dict[str, Any] = {"user": person(request), "now": timezone.localtime()}
    edition = edition_for(source)
    try:
        change_scheme(edition=edition, scheme=scheme, why="", **given)
    except Refused as fault:
        return show(request, source, [each.message for each in fault.problems], revising=True)
    messages.success(request, done)
    return redirect(address(edition))


def _frozen(request: HttpRequest, source: str) -> HttpResponse | None:
    """Back to the page of an edition that is no draft any more."""
    edition = edition_for(source)
    if edition.state == DRAFT:
        return None
    messages.warning(request, "这一版已冻结，不能直接修改；需要修改的，请先生成新版次。")
    return redirect(address(edition))


def _item(scheme: Scheme, name: str) -> Item:
    try:
        return scheme.item(name)
    except KeyError as fault:
        raise Http404 from fault


def _group(scheme: Scheme, name: str) -> Group:
    found = next((each for each in groups_of(scheme) if each.id == name), None)
    if found is None:
        raise Http404
    return found


def _title(request: HttpRequest) -> str:
    title = request.POST.get("title", "").strip()[:120]
    if not title:
        raise ValueError("请填写名称")
    return title


def _item_page(request: HttpRequest, source: str, item: Item, form: ItemForm) -> HttpResponse:
    context = {
        "source": source,
        "scheme": scheme_for(source),
        "item": item,
        "form": form,
        "texts": {name.replace(".", "_"): text for name, text in form.texts.items()},
        "errors": {name.replace(".", "_"): each for name, each in form.errors.items()},
        "rules": [(code, kind.title) for code, kind in rule_kinds().items()],
        "sources": [(each.value, each.label) for each in TargetSource],
        "modes": [(each.value, each.label) for each in Mode],
        "sections": section_choices(),
        "figures": [(each.id, each.title) for each in catalogue()],
        "faults": faults_of(scheme_for(source)),
    }
    return render(request, "web/schemes/item.html", context, status=422 if form.errors else 200)


def _group_page(request: HttpRequest, source: str, group: Group, complaint: str = "") -> HttpResponse:
    context = {
        "source": source,
        "scheme": scheme_for(source),
        "group": group,
        "empty": not list(group.items()),
        "holds_items": all(isinstance(each, Item) for each in group.children),
        "complaint": complaint,
        "typed": request.POST,
    }
    return render(request, "web/schemes/group.html", context, status=422 if complaint else 200)


def _settings_page(request: HttpRequest, source: str, form: settings_form.SettingsForm) -> HttpResponse:
    texts = form.texts
    basis = [
        {
            "code": code,
            "label": label,
            "doc": texts.get(f"doc.{code}", ""),
            "article": texts.get(f"article.{code}", ""),
            "confirmed": texts.get(f"confirmed.{code}") == "1",
        }
        for code, label in LABELS.items()
    ]
    context = {
        "source": source,
        "scheme": scheme_for(source),
        "texts": texts,
        "errors": form.errors,
        "spreads": [(each.value, each.label) for each in Spread],
        "basis": basis,
    }
    return render(request, "web/schemes/settings.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("schemes/<code:source>/settings/", scheme_settings, name="scheme-settings"),
    path("schemes/<code:source>/items/<code:item>/", scheme_item, name="scheme-item"),
    path("schemes/<code:source>/items/<code:item>/check/", scheme_check, name="scheme-check"),
    path("schemes/<code:source>/items/<code:item>/remove/", scheme_item_remove, name="scheme-item-remove"),
    path("schemes/<code:source>/groups/<code:group>/", scheme_group, name="scheme-group"),
    path("schemes/<code:source>/groups/<code:group>/remove/", scheme_group_remove, name="scheme-group-remove"),
]
