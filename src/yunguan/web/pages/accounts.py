"""Accounts: opened with a one-time password that is shown once, changed, closed; never deleted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.codes import uscc
from yunguan.office.organisation import OrgUnit
from yunguan.office.people import Role, User
from yunguan.office.services import change_account, open_account, renew_password
from yunguan.web.access import ADMINISTRATORS, open_to, person
from yunguan.web.passwords import one_time_password
from yunguan.web.words import sentence

USERNAME = re.compile(r"[a-z][a-z0-9_.]{2,29}")
_PLACED = frozenset({Role.CLERK, Role.HEAD, Role.FINANCE})


@dataclass(frozen=True)
class Typed:
    """What the form of an account holds."""

    username: str
    display_name: str
    role: str
    unit: str
    operator_uscc: str
    active: bool = True


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """All accounts, and the form of a new one."""
    if request.method == "GET":
        return _page(request)
    typed = _typed(request)
    problems = [*_name_problems(typed), *_place_problems(typed)]
    if problems:
        return _page(request, typed=typed, problems=problems)
    password = one_time_password()
    made = open_account(
        username=typed.username,
        password=password,
        role=Role(typed.role),
        display_name=typed.display_name,
        unit=typed.unit,
        operator_uscc=typed.operator_uscc,
    )
    return _page(request, opened=made, password=password)


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the place of an account, or close it."""
    found = get_object_or_404(User, pk=pk)
    stored = Typed(
        found.username,
        found.display_name,
        found.role,
        found.unit.code if found.unit else "",
        found.operator_uscc,
        found.is_active,
    )
    if request.method == "GET":
        return _account_page(request, found, stored)
    typed = _typed(request)
    problems = list(_place_problems(typed))
    if found == person(request) and (not typed.active or typed.role != Role.ADMINISTRATOR):
        problems.append("不能停用自己的账号或改变自己的角色，请由另一名系统管理员办理。")
    if problems:
        return _account_page(request, found, typed, problems)
    change_account(
        account=found,
        role=Role(typed.role),
        unit=typed.unit,
        operator_uscc=typed.operator_uscc,
        active=typed.active,
    )
    return _page(request, said=f"账号“{found.username}”已保存。")


@open_to(ADMINISTRATORS)
@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """A new one-time password, shown once."""
    found, password = get_object_or_404(User, pk=pk), one_time_password()
    renew_password(account=found, password=password)
    return _page(request, opened=found, password=password)


def _typed(request: HttpRequest) -> Typed:
    given = {name: request.POST.get(name, "").strip() for name in ("username", "display_name", "role", "unit")}
    code = request.POST.get("operator_uscc", "").strip().upper()
    return Typed(**given, operator_uscc=code, active=request.POST.get("active") == "1")


def _name_problems(typed: Typed) -> list[str]:
    found = []
    if not USERNAME.fullmatch(typed.username):
        found.append("账号须为 3 至 30 个小写字母、数字、点或下划线，以字母开头。")
    elif User.objects.filter(username__iexact=typed.username).exists():
        found.append(f"账号“{typed.username}”已存在，请换一个。")
    if not typed.display_name:
        found.append("请填写姓名。")
    return found


def _place_problems(typed: Typed) -> list[str]:
    """Each role has its place in the tree: a section, a county, or an operator's code."""
    if typed.role not in Role.values:
        return ["请选择角色。"]
    unit = OrgUnit.objects.filter(code=typed.unit).first()
    if typed.unit and unit is None:
        return ["没有这个机构，请重新选择。"]
    if typed.role in _PLACED and (unit is None or unit.kind != OrgUnit.Kind.SECTION):
        return ["此角色须属于一个科室，请选择所属科室。"]
    if typed.role == Role.COUNTY and (unit is None or unit.kind != OrgUnit.Kind.COUNTY):
        return ["县市区经办须属于一个县市区机构，请选择。"]
    if typed.role == Role.OPERATOR:
        complaint = uscc.problem(typed.operator_uscc)
        return [sentence(complaint)] if complaint else []
    return ["只有经营业户账号才填写统一社会信用代码。"] if typed.operator_uscc else []


def _page(request: HttpRequest, *, typed: Typed | None = None, problems: Any = (), **more: Any) -> HttpResponse:
    users = User.objects.select_related("unit").order_by("-is_active", "unit__order", "username")
    context = {"users": users, "typed": typed, "problems": problems, **_choices(), **more}
    return render(request, "web/admin/accounts.html", context, status=422 if problems else 200)


def _account_page(request: HttpRequest, found: User, typed: Typed, problems: Any = ()) -> HttpResponse:
    context = {"account": found, "typed": typed, "problems": problems, **_choices()}
    return render(request, "web/admin/account.html", context, status=422 if problems else 200)


def _choices() -> dict[str, Any]:
    return {"roles": Role.choices, "units": OrgUnit.objects.all()}


urlpatterns = [
    path("administration/accounts/", accounts, name="accounts"),
    path("administration/accounts/<int:pk>/", account, name="account"),
    path("administration/accounts/<int:pk>/renew/", renew, name="account-renew"),
]
