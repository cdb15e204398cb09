"""统计报表版本: what a form asks from one date to another, by which document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.report_form import ReportForm

FOREVER = date(9999, 12, 31)


class FormVersion(Record):
    """统计报表版本：一种报表的一个版本一行。"""

    version_no = models.CharField("版本编号", max_length=30)
    form = ReferenceField(ReportForm, verbose_name="表号")
    doc_no = models.CharField("批准文号", max_length=100)
    effective_from = models.DateField("启用日期")
    effective_to = models.DateField("停用日期", blank=True, null=True)

    title = "统计报表版本"
    section = "statistics"
    key_fields = ("version_no",)
    shared = True
    internal = True
    search_fields = ("version_no", "form__name")
    list_fields = ("version_no", "form", "doc_no", "effective_from", "effective_to")
    companions = {"form": ("表名", "name")}
    known_as = {"doc_no": ("国统制文号", "制度文号")}

    class Meta:
        verbose_name = "统计报表版本"
        constraints = (models.UniqueConstraint(fields=("version_no",), name="form_version_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Two versions of one form may not hold on the same day."""
        known: dict[int, list[FormVersion]] = defaultdict(list)
        for each in having(cls._default_manager.all(), "form", {record.form_id for record in records}):
            known[each.form_id].append(each)
        for index, record in enumerate(records):
            others = (each for each in known[record.form_id] if each.version_no != record.version_no)
            if clash := next((each for each in others if _overlap(each, record)), None):
                text = f"与版本“{clash.version_no}”的启用期间重叠，请先填写旧版本的停用日期。"
                yield index, Problem("effective_from", text)
            known[record.form_id].append(record)

    def holds_on(self, day: date) -> bool:
        """Whether the version is in use on a day."""
        return self.effective_from <= day <= (self.effective_to or FOREVER)


def _overlap(one: FormVersion, other: FormVersion) -> bool:
    return one.effective_from <= (other.effective_to or FOREVER) and other.effective_from <= (
        one.effective_to or FOREVER
    )
