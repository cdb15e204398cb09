"""Schemes of indicators: those that ship and one's own editions, one of them shown, copied, put in use, compared."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.core.finding import Problem
from yunguan.evaluation.editions import (
    change_scheme,
    copy_scheme,
    edition_named,
    editions,
    faults_of,
    put_in_use,
    scheme_named,
)
from yunguan.evaluation.scheme import Scheme, shipped
from yunguan.evaluation.scheme_differences import compare_schemes
from yunguan.evaluation.scheme_text import digest
from yunguan.evaluation.selectors import subjects
from yunguan.evaluation.setting_words import words_of
from yunguan.indicators.indicator import catalogue
from yunguan.office.people import User
from yunguan.office.selectors import section_names
from yunguan.office.workflow.runtime import Refused
from yunguan.web.access import SCHEME_EDITORS, SCHEME_READERS, open_to, person
from yunguan.web.asked import EARLIEST, LATEST
from yunguan.web.scheme_table import lines_of

TONES = {"draft": "open", "in_use": "good", "retired": "over"}
DRAFT = "draft"


@open_to(SCHEME_READERS)
@require_GET
def schemes(request: HttpRequest) -> HttpResponse:
    """Every scheme that there is."""
    return _list(request)


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_copy(request: HttpRequest) -> HttpResponse:
    """A draft of one's own from a scheme, for a year and a subject."""
    typed = {name: request.POST.get(name, "").strip() for name in ("source", "year", "subject", "title")}
    try:
        year = _year(typed["year"])
        made = copy_scheme(
            source=typed["source"],
            year=year,
            subject=_subject(typed["subject"], year),
            title=typed["title"][:120],
            user=person(request),
            now=timezone.localtime(),
        )
    except Refused as fault:
        return _list(request, typed, [each.message for each in fault.problems])
    messages.success(request, f"已复制为《{made.title}》第 {made.number} 版草稿，改好后启用。")
    return redirect(address(made))


@open_to(SCHEME_READERS)
@require_GET
def scheme(request: HttpRequest, source: str) -> HttpResponse:
    """One scheme: its tree, its settings, what must be put right."""
    return show(request, source)


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_use(request: HttpRequest, source: str) -> HttpResponse:
    """Score by a draft from now on."""
    edition = edition_for(source)
    try:
        put_in_use(edition=edition, user=person(request), now=timezone.localtime())
    except Refused as fault:
        return show(request, source, [each.message for each in fault.problems])
    messages.success(request, f"《{edition.title}》第 {edition.number} 版已启用并冻结，{edition.year} 年度按它计分。")
    return redirect(address(edition))


@open_to(SCHEME_EDITORS)
@require_POST
def scheme_revise(request: HttpRequest, source: str) -> HttpResponse:
    """A further edition of a frozen one, with the reason."""
    edition, why = edition_for(source), request.POST.get("why", "").strip()[:200]
    if edition.state == DRAFT:
        return redirect(address(edition))
    given: dict[str, Any] = {"user": person(request), "now": timezone.localtime()}
    try:
        made = change_scheme(edition=edition, scheme=scheme_for(source), why=why, **given)
    except Refused as fault:
        return show(request, source, [each.message for each in fault.problems], revising=True)
    messages.success(request, f"已生成第 {made.number} 版草稿，原版次不变。")
    return redirect(address(made))


@open_to(SCHEME_READERS)
@require_GET
def scheme_against(request: HttpRequest, source: str) -> HttpResponse:
    """What is different from another scheme: the one it was made from, where none is asked for."""
    mine, edition = scheme_for(source), edition_named(source)
    other = request.GET.get("other") or (edition.based_on if edition else "")
    context = {
        "source": source,
        "scheme": mine,
        "name": _name(source, mine),
        "other": other,
        "choices": [(key, name) for key, name in _choices() if key != source],
        "compared": None,
    }
    if other:
        before = scheme_for(other)
        context |= {"compared": compare_schemes(before, mine), "other_name": _name(other, before)}
    return render(request, "web/schemes/against.html", context)


def show(
    request: HttpRequest, source: str, refused: list[str] | None = None, *, revising: bool = False
) -> HttpResponse:
    """The page of a scheme, with what was refused at its head."""
    found, edition = scheme_for(source), edition_named(source)
    draft = edition is not None and edition.state == DRAFT
    context = {
        "source": source,
        "scheme": found,
        "edition": edition,
        "tone": TONES[edition.state] if edition else "",
        "lines": lines_of(found),
        "settings": words_of(found.settings),
        "digest": digest(found),
        "faults": faults_of(found),
        "refused": refused or [],
        "revising": revising,
        "titles": {each.id: each.title for each in catalogue()},
        "sections": section_names(),
        "may_edit": draft and may_edit(person(request)),
        "may_copy": may_edit(person(request)),
        "frozen": edition is not None and not draft,
        "subjects": subjects(found.year),
    }
    return render(request, "web/schemes/show.html", context, status=422 if refused else 200)


def may_edit(user: User) -> bool:
    """Whether an account changes schemes at all."""
    return user.role in SCHEME_EDITORS


def address(edition: Any) -> str:
    """The page of an edition."""
    return reverse("scheme", args=[f"{edition.code}@{edition.number}"])


def scheme_for(source: str) -> Scheme:
    """The scheme of a key, else 404."""
    try:
        return scheme_named(source)
    except Refused as fault:
        raise Http404 from fault


def edition_for(source: str) -> Any:
    """The edition of a key, else 404: what ships is no edition."""
    found = edition_named(source)
    if found is None:
        raise Http404
    return found


def _list(
    request: HttpRequest, typed: dict[str, str] | None = None, complaints: list[str] | None = None
) -> HttpResponse:
    year = timezone.localdate().year - 1
    names = dict(subjects(year))
    context = {
        "shipped": [{"scheme": each, "digest": digest(each)} for each in shipped()],
        "editions": [
            {"edition": each, "key": f"{each.code}@{each.number}", "tone": TONES[each.state]} for each in editions()
        ],
        "subjects": names,
        "choices": _choices(),
        "typed": typed or {"year": str(year)},
        "complaints": complaints or [],
        "may_edit": may_edit(person(request)),
    }
    return render(request, "web/schemes/list.html", context, status=422 if complaints else 200)


def _choices() -> list[tuple[str, str]]:
    own = [(f"{each.code}@{each.number}", f"{each.title}（{each.year} 年第 {each.number} 版）") for each in editions()]
    return [*((each.code, each.title) for each in shipped()), *own]


def _name(source: str, found: Scheme) -> str:
    _, _, number = source.partition("@")
    return f"{found.title}（第 {number} 版）" if number else found.title


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and EARLIEST <= int(text[:6]) <= LATEST):
        raise Refused(Problem("year", f"年度须是 {EARLIEST} 至 {LATEST} 之间的四位数字，请核对。"))
    return int(text)


def _subject(code: str, year: int) -> str:
    if code not in subjects(year):
        raise Refused(Problem("subject", f"{year} 年没有这个评价对象，请从列表中选择，或先登记预算项目。"))
    return code


urlpatterns = [
    path("schemes/", schemes, name="schemes"),
    path("schemes/copy/", scheme_copy, name="scheme-copy"),
    path("schemes/<code:source>/", scheme, name="scheme"),
    path("schemes/<code:source>/use/", scheme_use, name="scheme-use"),
    path("schemes/<code:source>/revise/", scheme_revise, name="scheme-revise"),
    path("schemes/<code:source>/against/", scheme_against, name="scheme-against"),
]
