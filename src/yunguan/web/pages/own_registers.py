"""Registers of one's own: the list, a new one by hand, its settings, closing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yunguan.office.people import Role
from yunguan.office.selectors import section_names
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import books
from yunguan.registers.own.definition import Definition, from_json
from yunguan.registers.own.selectors import registers_open_to, requests_of
from yunguan.registers.own.services import close, define, may_define, redefine
from yunguan.web.access import RETURNERS, open_to, person
from yunguan.web.own_form import Form, empty_form, form_of, frame_of, read_form

DEFINERS = frozenset({Role.HEAD})


@open_to(RETURNERS)
@require_GET
def own_registers(request: HttpRequest) -> HttpResponse:
    """The registers of the account's section."""
    names, today = section_names(), timezone.localdate()
    rows = [_row(each, names, today) for each in registers_open_to(person(request))]
    return render(request, "web/own/list.html", {"rows": rows, "may_define": may_define(person(request))})


@open_to(DEFINERS)
@require_http_methods(["GET", "POST"])
def own_new(request: HttpRequest) -> HttpResponse:
    """A new register, typed by hand."""
    if request.method == "GET":
        return _new_page(request, empty_form())
    form = read_form(request.POST)
    if "more" in request.POST:
        return _new_page(request, form)
    try:
        own = define(definition=form.definition(), user=person(request), now=timezone.localtime())
    except Refused as fault:
        form.accuse(fault.problems)
        return _new_page(request, form)
    messages.success(request, f"《{own.title}》已建立，可以登记、导入，也可以下达其他科室和县市区填报。")
    return redirect("register", register=f"own_{own.code}")


@open_to(DEFINERS)
@require_http_methods(["GET", "POST"])
def own_edit(request: HttpRequest, own: str) -> HttpResponse:
    """The settings of a register."""
    found = own_for(request, own)
    before = from_json(found.definition)
    if request.method == "GET":
        return _edit_page(request, found, before, form_of(before))
    form = read_form(request.POST)
    form.code = before.code
    if "more" in request.POST:
        return _edit_page(request, found, before, form)
    version, now = request.POST.get("version", ""), timezone.localtime()
    seen = int(version) if version.isascii() and version.isdecimal() else 0
    try:
        redefine(own=found, definition=form.definition(before), version=seen, user=person(request), now=now)
    except Refused as fault:
        form.accuse(fault.problems)
        return _edit_page(request, found, before, form)
    messages.success(request, "设置已保存。")
    return redirect("own-edit", own=own)


@open_to(DEFINERS)
@require_POST
def own_close(request: HttpRequest, own: str) -> HttpResponse:
    """Close a register, or open it again."""
    found = own_for(request, own)
    closed = request.POST.get("closed") == "1"
    close(own=found, closed=closed, user=person(request), now=timezone.localtime())
    messages.success(request, "台账已停用，原有记录都保留，只是不能再登记。" if closed else "台账已重新启用。")
    return redirect("own-edit", own=own)


def own_for(request: HttpRequest, code: str) -> Any:
    """A register of the account's own section, else 404; what a leader sees he does not change."""
    user = person(request)
    found = registers_open_to(user).filter(code=code).first()
    if found is None:
        raise Http404
    if request.method == "POST" and found.section != user.section:
        raise PermissionDenied
    return found


def _row(own: Any, names: dict[str, str], today: Any) -> dict[str, Any]:
    definition = from_json(own.definition)
    asked = [each for each in requests_of(own) if each.state != "withdrawn"]
    return {
        "own": own,
        "book": books()[definition.register],
        "section": names.get(own.section, own.section),
        "count": books()[definition.register].model._default_manager.filter(state="valid").count(),
        "closed": definition.closed,
        "figures": len(definition.figures),
        "asked": len(asked),
        "reported": sum(each.state == "reported" for each in asked),
        "late": sum(each.late(today) for each in asked),
    }


def _new_page(request: HttpRequest, form: Form) -> HttpResponse:
    return render(request, "web/own/new.html", frame_of(form), status=200 if form.valid else 422)


def _edit_page(request: HttpRequest, own: Any, before: Definition, form: Form) -> HttpResponse:
    context = {
        "own": own,
        "register": before.register,
        "manages": True,
        "closed": before.closed,
        "retired": [each for each in before.fields if each.retired],
        **frame_of(form, before.by_name),
    }
    return render(request, "web/own/edit.html", context, status=200 if form.valid else 422)


urlpatterns = [
    path("own/", own_registers, name="own-registers"),
    path("own/new/", own_new, name="own-new"),
    path("own/of/<slug:own>/", own_edit, name="own-edit"),
    path("own/of/<slug:own>/close/", own_close, name="own-close"),
]
