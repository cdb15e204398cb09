"""Number series: how filing and certificate numbers look, and how far each was given out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from yunguan.office.series import NumberSeries
from yunguan.office.settings import change_pattern
from yunguan.registers.book import books
from yunguan.web.access import ADMINISTRATORS, open_to


@open_to(ADMINISTRATORS)
@require_http_methods(["GET", "POST"])
def series(request: HttpRequest) -> HttpResponse:
    """All series; a new pattern holds for numbers given out from now on."""
    complaint = ""
    if request.method == "POST":
        try:
            change_pattern(series_id=int(request.POST.get("series", "0")), pattern=request.POST.get("pattern", ""))
        except (ValueError, NumberSeries.DoesNotExist) as fault:
            complaint = str(fault) if isinstance(fault, ValueError) else "没有这个编号序列，请刷新后再试。"
        else:
            messages.success(request, "编号格式已修改，自下一个编号起使用。")
            return redirect("series")
    rows = [(_title(each.code), each) for each in NumberSeries.objects.all()]
    context = {"all": rows, "complaint": complaint}
    return render(request, "web/admin/series.html", context, status=422 if complaint else 200)


def _title(code: str) -> str:
    """A series is called after its register and column."""
    register, _, column = code.partition(".")
    kept = books().get(register)
    return f"{kept.title} {kept.by_name[column].label}" if kept and column in kept.by_name else code


urlpatterns = [path("administration/series/", series, name="series")]
