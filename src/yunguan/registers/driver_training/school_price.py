"""驾培收费与合同台账: what a school asks for a class and on which terms; trainees' contracts rest on it.

A price below what the course costs, and terms that keep the fee, stand behind most complaints.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.licence_classes import class_problems
from yunguan.registers.driver_training.of_school import KEEPERS, SchoolRecord
from yunguan.registers.fields import MoneyField

WORKFLOW = Workflow(
    states=(
        State("in_force", "执行中", date_field="effective_from"),
        State("ended", "已停止执行", date_field="effective_to", final=True),
    ),
    transitions=(Transition("end", "停止执行", ("in_force",), "ended", KEEPERS),),
    takeover=KEEPERS,
)


class Charging(models.TextChoices):
    """How the fee is asked."""

    BY_HOUR = "by_hour", "计时收费"
    LUMP = "lump", "一次性收费"
    IN_STAGES = "in_stages", "分段收费"


class SchoolPrice(SchoolRecord):
    """收费与合同文本：一所驾校一个车型一次公示一行。"""

    licence_class = models.CharField("车型", max_length=4)
    charging = models.CharField("收费方式", max_length=12, choices=Charging)
    price = MoneyField("培训总费用")
    model_contract = models.BooleanField("使用合同示范文本", default=False)
    refund_terms = models.TextField("退费约定", blank=True, null=True)
    posted_on = models.DateField("公示日期", blank=True, null=True)
    effective_from = models.DateField("执行日期")
    effective_to = models.DateField("停止执行日期", blank=True, null=True)

    title = "驾培收费与合同台账"
    key_fields = ("operator", "licence_class", "effective_from")
    workflow = WORKFLOW
    filed_by = frozenset({"operator", "county"})
    search_fields = ("operator__name",)
    list_fields = ("operator", "licence_class", "charging", "price", "model_contract", "posted_on", "area", "state")
    filter_fields = ("charging", "model_contract")

    class Meta:
        verbose_name = "收费与合同"
        constraints = (
            models.UniqueConstraint(fields=("operator", "licence_class", "effective_from"), name="school_price_once"),
            models.UniqueConstraint(
                fields=("operator", "licence_class"),
                condition=models.Q(state="in_force"),
                name="school_price_one_in_force",
            ),
        )

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from class_problems(self, "licence_class")
        if self.price <= 0:
            yield Problem("price", "培训总费用须大于 0。")
        if not self.model_contract and not self.refund_terms:
            yield Problem("refund_terms", "没有使用合同示范文本的，须写明合同中的退费约定。")
        yield from in_order(self, "effective_from", "effective_to")
        yield from owed(self, ("ended",), "effective_to")
