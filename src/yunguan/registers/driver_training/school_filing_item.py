"""驾培备案材料目录: which papers a school hands in, each with the days between which it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.record import Record


class SchoolFilingItem(Record):
    """备案材料目录：一种材料的一个版本一行。"""

    item_no = models.CharField("材料编号", max_length=20)
    name = models.CharField("材料名称", max_length=100)
    order = models.PositiveSmallIntegerField("次序")
    doc_no = models.CharField("依据文件", max_length=200)
    article = models.CharField("条款", max_length=50, blank=True, null=True)
    confirmed = models.BooleanField("已核实", default=False)
    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", blank=True, null=True)

    title = "驾培备案材料目录"
    section = "driver_training"
    key_fields = ("item_no",)
    internal = True
    shared = True
    search_fields = ("item_no", "name")
    list_fields = ("item_no", "name", "order", "doc_no", "confirmed", "effective_from", "effective_to")

    class Meta:
        verbose_name = "备案材料"
        constraints = (models.UniqueConstraint(fields=("item_no",), name="school_filing_item_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
