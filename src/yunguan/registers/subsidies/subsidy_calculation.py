"""补贴测算: each run of the division of a pool, numbered and kept."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.subsidies.subsidy_formula import SubsidyFormula, SubsidyKind
from yunguan.registers.subsidies.subsidy_plan import SubsidyPlan

WORKFLOW = Workflow(
    states=(
        State("current", "现行", date_field="run_on"),
        State("superseded", "已被重算替代", date_field="superseded_on", final=True),
    ),
    transitions=(Transition("supersede", "被重算替代", ("current",), "superseded", frozenset(), by_machine=True),),
    takeover=frozenset({"clerk", "head"}),
)


class SubsidyCalculation(Record):
    """补贴测算：一笔资金的一次测算一行，重算不覆盖以前的测算。"""

    calculation_no = models.CharField("测算编号", max_length=40, editable=False)
    plan = ReferenceField(SubsidyPlan, verbose_name="分配编号")
    kind = models.CharField("补贴种类", max_length=20, choices=SubsidyKind, editable=False)
    run_no = models.PositiveSmallIntegerField("第几次测算")
    formula = ReferenceField(SubsidyFormula, verbose_name="测算办法编号")
    run_on = models.DateField("测算日期")
    superseded_on = models.DateField("被替代日期", blank=True, null=True)
    pool = MoneyField("资金总额")
    vehicles = models.PositiveIntegerField("车辆数")
    recipients = models.PositiveIntegerField("收款人数")
    allocated = MoneyField("分配合计")
    remark = models.CharField("测算说明", max_length=500, blank=True, null=True)

    title = "补贴测算台账"
    section = "urban_transit"
    key_fields = ("calculation_no",)
    period_field = "run_on"
    workflow = WORKFLOW
    shared = True
    internal = True
    search_fields = ("calculation_no", "plan__name")
    list_fields = ("plan", "run_no", "run_on", "formula", "vehicles", "recipients", "allocated", "state")

    class Meta:
        verbose_name = "补贴测算"
        constraints = (
            models.UniqueConstraint(fields=("calculation_no",), name="subsidy_calculation_once"),
            models.UniqueConstraint(
                fields=("plan",), condition=models.Q(state="current"), name="subsidy_calculation_one_current"
            ),
        )

    def derive(self) -> None:
        if self.plan_id:
            self.calculation_no = f"{self.plan.plan_no}/{self.run_no}"
            self.kind = self.plan.kind

    def locked(self) -> str:
        """What was calculated is not rewritten: one calculates again."""
        return "测算结果不能修改，数据有变动的请重新测算。" if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        if self.run_no < 1:
            yield Problem("run_no", "测算次数从 1 开始，请核对。")
        if self.allocated != self.pool:
            yield Problem("allocated", "分配合计与资金总额不相等，差一分也不行，请核对。")
        if self.state == "superseded" and self.superseded_on is None:
            yield Problem("superseded_on", "已被替代的测算须填写被替代日期。")
