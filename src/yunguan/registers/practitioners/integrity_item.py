"""诚信考核记分标准: what a breach costs, each item with the days between which it holds and its document."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.record import Record


class IntegrityItem(Record):
    """记分标准：一项的一个版本一行。"""

    item_no = models.CharField("记分项编号", max_length=20)
    conduct = models.CharField("行为", max_length=200)
    points = models.PositiveSmallIntegerField("记分")
    doc_no = models.CharField("依据文件", max_length=200)
    article = models.CharField("条款", max_length=50, blank=True, null=True)
    confirmed = models.BooleanField("已核实", default=False)
    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", blank=True, null=True)

    title = "诚信考核记分标准"
    section = "practitioners"
    key_fields = ("item_no",)
    internal = True
    shared = True
    search_fields = ("item_no", "conduct")
    list_fields = ("item_no", "conduct", "points", "doc_no", "confirmed", "effective_from", "effective_to")

    class Meta:
        verbose_name = "记分标准"
        constraints = (models.UniqueConstraint(fields=("item_no",), name="integrity_item_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.points == 0:
            yield Problem("points", "记分须大于 0。")
        yield from in_order(self, "effective_from", "effective_to")
