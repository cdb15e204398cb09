"""The yearly report: what it still lacks, and its bundle to take away in Word, PDF and Excel."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from yunguan.report.produce import FORMS, MORE_FORMS, produce, tell
from yunguan.report.writers.xlsx import SHEET
from yunguan.web.access import REPORT_READERS, open_to
from yunguan.web.asked import asked
from yunguan.web.downloads import download

KINDS = {
    "word": (".docx", "Word 文件"),
    "pdf": (".pdf", "PDF 文件"),
    "evidence": (f"{SHEET}.xlsx", "证据清单（Excel）"),
    "forms": (f"{FORMS}.xlsx", "附表（Excel）"),
    "more-forms": (f"{MORE_FORMS}.xlsx", "绩效目标和监控表（Excel）"),
}


@open_to(REPORT_READERS)
@require_GET
def report(request: HttpRequest) -> HttpResponse:
    """Which figures the report states, where each came from, which are still missing."""
    about = asked(request)
    told = tell(about.question.period, dated=None)
    stated = list(dict.fromkeys(told.document.figures))
    context = {
        "about": about,
        "kinds": [(name, words) for name, (_, words) in KINDS.items()],
        "missing": told.document.missing,
        "count": len({mark.key for mark in stated}),
    }
    return render(request, "web/report.html", context)


@open_to(REPORT_READERS)
@require_GET
def report_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """One file of the bundle, made from the figures as they stand now."""
    if kind not in KINDS:
        raise Http404
    ending, _ = KINDS[kind]
    with TemporaryDirectory() as folder:
        bundle = produce(
            asked(request).question.period,
            Path(folder),
            dated=None,
            created=timezone.localtime(),
            own_forms=settings.HOME / "forms",
        )
        made = next((each for each in bundle.files if each.name.endswith(ending)), None)
        if made is None:
            raise Http404
        content = BytesIO(made.read_bytes())
    return download(FileResponse(content, as_attachment=True, filename=made.name))


urlpatterns = [
    path("report/", report, name="report"),
    path("report/<slug:kind>/", report_file, name="report-file"),
]
