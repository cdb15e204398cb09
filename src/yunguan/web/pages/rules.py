"""Rule values: numbers that the law may change, each with its document and the day from which it holds."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.numbers import read_date, read_decimal
from yunguan.office.rules import RuleValue
from yunguan.office.settings import add_rule_value, confirm_rule_value
from yunguan.web.access import ADMINISTRATORS, open_to
from yunguan.web.words import sentence


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    """All values; a new one is added with its day, an old one is never overwritten."""
    if request.method == "GET":
        return _page(request)
    try:
        given = _typed(request)
        add_rule_value(**given)
    except ValueError as fault:
        return _page(request, complaint=sentence(fault))
    messages.success(request, "新取值已登记，自生效日期起使用。")
    return redirect("rules")


@open_to(ADMINISTRATORS)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody compared the value with its document."""
    confirm_rule_value(value_id=pk)
    messages.success(request, "已标为“已核实”。")
    return redirect("rules")


def _typed(request: HttpRequest) -> dict[str, Any]:
    text = {name: request.POST.get(name, "").strip() for name in ("code", "value", "doc_no", "article", "from")}
    value = read_decimal(text["value"])
    if value != int(value):
        raise ValueError("取值须为整数，请核对")
    return {
        "code": text["code"],
        "value": int(value),
        "doc_no": text["doc_no"][:200],
        "article": text["article"][:50],
        "effective_from": read_date(text["from"]),
    }


def _page(request: HttpRequest, complaint: str = "") -> HttpResponse:
    values = list(RuleValue.objects.order_by("code", "effective_from"))
    codes = {each.code: f"{each.title}（{each.unit}）" for each in values}
    context = {"values": values, "codes": codes.items(), "complaint": complaint, "typed": request.POST}
    return render(request, "web/admin/rules.html", context, status=422 if complaint else 200)


urlpatterns = [
    path("administration/rules/", rules, name="rules"),
    path("administration/rules/<int:pk>/confirm/", confirm, name="rule-confirm"),
]
