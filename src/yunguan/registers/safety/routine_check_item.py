"""五全一常态 排查结果: what a check found, item by item."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.safety.check_template_item import CheckTemplateItem
from yunguan.registers.safety.routine_check import RoutineCheck


class Result(models.TextChoices):
    """一项的结果."""

    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"
    NOT_APPLICABLE = "na", "不适用"


class RoutineCheckItem(Record):
    """排查结果：一次排查一项一行。"""

    routine = ReferenceField(RoutineCheck, verbose_name="排查编号")
    item = ReferenceField(CheckTemplateItem, verbose_name="项目编号")
    checked_on = models.DateField("排查日期", editable=False)
    result = models.CharField("结果", max_length=10, choices=Result)
    finding = models.CharField("发现问题", max_length=300, blank=True, null=True)

    title = "五全一常态排查结果"
    section = "safety"
    key_fields = ("routine", "item")
    period_field = "checked_on"
    operator_path = "routine__operator__uscc"
    search_fields = ("routine__check_no", "finding")
    list_fields = ("routine", "item", "result", "finding", "area")
    filter_fields = ("result",)
    known_as = {"finding": ("问题描述", "存在问题"), "result": ("检查结果",)}

    class Meta:
        verbose_name = "排查结果"
        constraints = (models.UniqueConstraint(fields=("routine", "item"), name="routine_check_item_once"),)

    def derive(self) -> None:
        if self.routine_id:
            self.area = self.routine.area
            self.checked_on = self.routine.checked_on

    def locked(self) -> str:
        """The results are closed with the check that they belong to."""
        return self.routine.locked() if self.routine_id else ""

    def problems(self) -> Iterator[Problem]:
        if self.item.template_id != self.routine.template_id:
            yield Problem("item", "该项目不在本次排查所用的清单中，请核对项目编号。")
        if self.result == Result.FAILED and not self.finding:
            yield Problem("finding", "不合格项须写明发现的问题。")
        if self.result != Result.FAILED and self.finding:
            yield Problem("finding", "写有问题的项目应为不合格，请核对结果。")
