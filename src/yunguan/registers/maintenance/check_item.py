"""车辆核查项目表: what is looked at on a vehicle, in versions (道路运输车辆技术管理规定; JT/T 1094, 1178, 1285)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.record import Record


class Applies(models.TextChoices):
    """Which vehicles an item is looked at on."""

    ALL = "all", "各类营运车辆"
    PASSENGER = "passenger", "营运客车"
    DANGEROUS = "dangerous", "危险货物运输车辆"
    FREIGHT = "freight", "普通货运车辆"


class CheckItem(Record):
    """核查项目：一个项目的一个版本一行，标准改了就登记新的版本。"""

    item_no = models.CharField("项目编号", max_length=20)
    name = models.CharField("核查项目", max_length=100)
    applies_to = models.CharField("适用车辆", max_length=16, choices=Applies)
    veto = models.BooleanField("否决项", default=False)
    requirement = models.TextField("技术要求")
    doc_no = models.CharField("依据标准", max_length=100)
    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", blank=True, null=True)

    title = "车辆核查项目表"
    section = "maintenance"
    key_fields = ("item_no",)
    internal = True
    shared = True
    search_fields = ("item_no", "name", "doc_no")
    list_fields = ("item_no", "name", "applies_to", "veto", "doc_no", "effective_from", "effective_to")
    filter_fields = ("applies_to", "veto")
    known_as = {"item_no": ("编号", "序号"), "name": ("项目名称", "检查项目"), "doc_no": ("标准号",)}

    class Meta:
        verbose_name = "车辆核查项目"
        constraints = (models.UniqueConstraint(fields=("item_no",), name="check_item_once"),)

    def __str__(self) -> str:
        return f"{self.item_no} {self.name}"

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
