"""Groups of areas that the statistics count together, each member with the day from which it belongs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from yunguan.core.numbers import read_date
from yunguan.office.areas import AreaGroupMember
from yunguan.office.settings import add_group_member, end_group_member
from yunguan.web.access import ADMINISTRATORS, open_to
from yunguan.web.cells import area_name, choices_of_areas
from yunguan.web.words import sentence


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def area_groups(request: HttpRequest) -> HttpResponse:
    """All members; a new one joins from a day on."""
    if request.method == "GET":
        return _page(request)
    try:
        day = read_date(request.POST.get("from", "").strip())
        add_group_member(group=request.POST.get("group", ""), area=request.POST.get("area", ""), effective_from=day)
    except ValueError as fault:
        return _page(request, sentence(fault))
    messages.success(request, "已加入分组。")
    return redirect("area-groups")


@open_to(ADMINISTRATORS)
@require_POST
def end_member(request: HttpRequest, pk: int) -> HttpResponse:
    """A member leaves from a day on; figures as of earlier days do not move."""
    try:
        end_group_member(member_id=pk, effective_to=read_date(request.POST.get("to", "").strip()))
    except ValueError as fault:
        return _page(request, sentence(fault))
    messages.success(request, "已登记退出日期。")
    return redirect("area-groups")


def _page(request: HttpRequest, complaint: str = "") -> HttpResponse:
    members = AreaGroupMember.objects.order_by("group", "area", "effective_from")
    rows = [{"member": each, "area": area_name(each.area)} for each in members]
    groups = {each.group: each.group_name for each in members}
    context = {
        "rows": rows,
        "groups": groups.items(),
        "areas": choices_of_areas(None),
        "today": timezone.localdate(),
        "complaint": complaint,
    }
    return render(request, "web/admin/area_groups.html", context, status=422 if complaint else 200)


urlpatterns = [
    path("administration/area-groups/", area_groups, name="area-groups"),
    path("administration/area-groups/<int:pk>/end/", end_member, name="area-group-end"),
]
