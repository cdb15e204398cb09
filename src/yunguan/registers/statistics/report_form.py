"""统计报表: the forms that a survey asks for."""

from __future__ import annotations

from django.db import models

from yunguan.registers.record import Record
from yunguan.registers.statistics.reporting_unit import Survey


class ReportForm(Record):
    """统计报表：一种报表一行，内容按版本另列。"""

    form_no = models.CharField("表号", max_length=20)
    name = models.CharField("表名", max_length=100)
    survey = models.CharField("调查种类", max_length=16, choices=Survey)
    issued_by = models.CharField("制定机关", max_length=60)

    title = "统计报表目录"
    section = "statistics"
    key_fields = ("form_no",)
    shared = True
    internal = True
    search_fields = ("form_no", "name")
    list_fields = ("form_no", "name", "survey", "issued_by")
    filter_fields = ("survey",)

    class Meta:
        verbose_name = "统计报表"
        constraints = (models.UniqueConstraint(fields=("form_no",), name="report_form_once"),)
