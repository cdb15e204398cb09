"""绿色货运配送年度进展: what was planned and reached in a year, with evidence and a light."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.freight.green_freight_target import GreenFreightTarget
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
BASIS = "城市绿色货运配送示范工程管理办法（交运发〔2022〕32号）"
RULES = (
    Rule("green_freight.green", "绿色货运配送指标绿灯完成率", 100, "%", BASIS, confirmed=False),
    Rule("green_freight.yellow", "绿色货运配送指标黄灯完成率", 80, "%", BASIS, confirmed=False),
)


class Light(models.TextChoices):
    """进展."""

    GREEN = "green", "绿灯"
    YELLOW = "yellow", "黄灯"
    RED = "red", "红灯"


def light_of(base: int, planned: int, actual: int, green: int, yellow: int) -> str:
    """How much of the way from the base to the plan was gone, as a light; an indicator may go up or down.

    Where the plan of the year is the base itself, to have held it is green.
    """
    way, gone = planned - base, actual - base
    if way == 0:
        return Light.GREEN if gone == 0 else Light.YELLOW
    share = gone * 100 / way
    if share >= green:
        return Light.GREEN
    return Light.YELLOW if share >= yellow else Light.RED


def _proven(progress: Any, context: Context) -> Iterator[Problem]:
    del context
    if not progress.evidence:
        yield Problem("evidence", "没有佐证材料，不能核对，请补充材料名称和文号。")
    if progress.light == Light.RED and not progress.measures:
        yield Problem("measures", "红灯指标须写明推进措施，请补填后再核对。")


WORKFLOW = Workflow(
    states=(
        State("reported", "已报送", date_field="reported_on", awaits=True),
        State("returned", "退回补充", date_field="returned_on", awaits=True),
        State("checked", "已核对", date_field="checked_on"),
    ),
    transitions=(
        Transition("check", "核对无误", ("reported",), "checked", HANDLERS, other_person=True, guard=_proven),
        Transition("return", "退回补充", ("reported",), "returned", HANDLERS, reason=True),
        Transition("resubmit", "补充后报送", ("returned",), "reported", HANDLERS),
        Transition("reopen", "撤销核对", ("checked",), "returned", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class GreenFreightProgress(Record):
    """绿色货运配送进展：一个指标一年一行。"""

    target = ReferenceField(GreenFreightTarget, verbose_name="指标编号")
    year = models.PositiveIntegerField("年度")
    measured_on = models.DateField("统计截止日期")
    planned = NumberField("当年目标值", places=2)
    actual = NumberField("完成值", places=2)
    light = models.CharField("进展", max_length=8, choices=Light, editable=False)
    evidence = models.TextField("佐证材料", blank=True, null=True)
    measures = models.TextField("推进措施", blank=True, null=True)
    reported_on = models.DateField("报送日期")
    returned_on = models.DateField("退回日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)

    title = "绿色货运配送年度进展台账"
    section = "freight"
    key_fields = ("target", "year")
    period_field = "measured_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("target__name", "target__target_no")
    list_fields = ("target", "year", "planned", "actual", "light", "measured_on", "reported_on", "state")
    filter_fields = ("light",)
    companions = {"target": ("指标名称", "name")}
    known_as = {"planned": ("年度目标",), "actual": ("实际值",), "evidence": ("证明材料",)}

    class Meta:
        verbose_name = "绿色货运配送进展"
        constraints = (models.UniqueConstraint(fields=("target", "year"), name="green_freight_progress_once"),)

    def derive(self) -> None:
        if self.target_id and self.measured_on and None not in {self.planned, self.actual}:
            green, yellow = (_rule(name, self.measured_on) for name in ("green", "yellow"))
            self.light = light_of(self.target.base_value, self.planned, self.actual, green, yellow)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "measured_on", "reported_on", "checked_on")
        yield from owed(self, ("checked",), "checked_on", "evidence")
        if self.measured_on.year != self.year:
            yield Problem("measured_on", f"统计截止日期不在 {self.year} 年，请核对年度或日期。")
        if not self.target.base_year <= self.year <= self.target.goal_year:
            span = f"{self.target.base_year} 至 {self.target.goal_year} 年"
            yield Problem("year", f"该指标的创建期是{span}，请核对年度。")


def _rule(name: str, day: date) -> int:
    return rule_on(f"green_freight.{name}", day).value
