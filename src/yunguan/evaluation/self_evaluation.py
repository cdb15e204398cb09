"""绩效自评: how a goal was reached in the year, signed, handed in, accepted and made public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.evaluation.gate.limits import THRESHOLDS
from yunguan.evaluation.performance_goal import PerformanceGoal
from yunguan.evaluation.self_evaluation_workflow import RULES, WORKFLOW
from yunguan.evaluation.years import last_day
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record

HANDED_IN = ("submitted", "accepted", "published")


class Round(models.TextChoices):
    """报送类别: the first report, or one after a return."""

    FIRST = "first", "首次报送"
    AGAIN = "again", "退回重报"


class SelfEvaluation(Record):
    """绩效自评：一个目标一年一行，退回重报仍用原行。"""

    evaluation_no = models.CharField("自评编号", max_length=40, help_text="一个目标一个自评编号")
    goal = ReferenceField(PerformanceGoal, verbose_name="目标编号")
    opened_on = models.DateField("布置日期")
    round = models.CharField("报送类别", max_length=8, choices=Round, default=Round.FIRST, blank=True)
    goal_result = models.TextField("年度总体目标实际完成情况", blank=True, default="")
    filled_by = models.CharField("填表人", max_length=50, blank=True, default="")
    phone = models.CharField("联系电话", max_length=20, blank=True, default="", help_text="填办公电话")
    signed_on = models.DateField("签发日期", blank=True, null=True)
    submitted_on = models.DateField("报送日期", blank=True, null=True)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    return_reason = models.TextField("退回意见", blank=True, default="")
    accepted_on = models.DateField("审核通过日期", blank=True, null=True)
    result_use = models.TextField("结果应用情况", blank=True, default="", help_text="用于下年预算、改进管理等")
    published_on = models.DateField("公开日期", blank=True, null=True)
    published_where = models.CharField("公开渠道", max_length=200, blank=True, default="", help_text="网站栏目或公告栏")
    note = models.CharField("备注", max_length=200, blank=True, default="")
    counted_on = models.DateField("评价期末", editable=False)

    title = "绩效自评"
    section = "finance"
    key_fields = ("evaluation_no",)
    period_field = "counted_on"
    workflow = WORKFLOW
    rules = (*RULES, *THRESHOLDS)
    internal = True
    search_fields = ("evaluation_no", "goal__goal_no", "goal__goal_title", "goal_result")
    list_fields = ("evaluation_no", "goal", "opened_on", "signed_on", "submitted_on", "accepted_on", "state")
    filter_fields = ("round",)
    companions = {"goal": ("目标名称", "goal_title")}
    known_as = {
        "goal_result": ("实际完成情况", "年度总体目标完成情况"),
        "filled_by": ("填报人",),
        "phone": ("电话",),
        "submitted_on": ("上报日期", "填报日期"),
        "result_use": ("结果应用", "评价结果应用"),
        "published_where": ("公开网址", "公开方式"),
    }

    class Meta:
        verbose_name = "绩效自评"
        constraints = (
            models.UniqueConstraint(fields=("evaluation_no",), name="self_evaluation_once"),
            models.UniqueConstraint(fields=("goal",), name="self_evaluation_goal_once"),
        )

    def derive(self) -> None:
        if self.goal_id:
            self.counted_on = last_day(self.goal.year)

    def locked(self) -> str:
        """What was signed stays as it is until the signature is taken back or the bureau returns it."""
        if self.pk and self.state != "drafting":
            state = self.workflow.labels[self.state]
            return f"自评{state}，不能直接修改；已签发的请先撤回签发，已退回的请先办理“重新填报”。"
        return ""

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "opened_on", "signed_on", "submitted_on", "accepted_on", "published_on")
        yield from owed(self, ("signed", *HANDED_IN), "goal_result", "filled_by", "signed_on")
        yield from owed(self, HANDED_IN, "submitted_on")
        yield from owed(self, ("returned",), "returned_on", "return_reason")
        yield from owed(self, ("accepted", "published"), "accepted_on")
        yield from owed(self, ("published",), "published_on", "published_where", "result_use")
        goal: Any = self.goal
        if self.signed_on and self.signed_on.year <= goal.year:
            yield Problem("signed_on", f"签发日期早于 {goal.year} 年度结束，自评须以全年数据为准，请核对。")
        if goal.state in {"drafting", "submitted"}:
            yield Problem("goal", "这个目标还没有批复，自评应对照批复的目标，请先登记批复。", Severity.WARNING)

    @classmethod
    def carried_over(cls, year: int) -> Iterator[dict[str, Any]]:
        """With the new year every approved goal of the old one is to be evaluated."""
        there = set(cls._base_manager.filter(goal__year=year).values_list("goal", flat=True))
        goals = PerformanceGoal._base_manager.filter(year=year, state__in=("approved", "adjusting")).order_by("id")
        for goal in goals.exclude(pk__in=there):
            number = f"{goal.goal_no}-ZP"
            yield {"evaluation_no": number, "goal": goal, "opened_on": date(year + 1, 1, 1)}
