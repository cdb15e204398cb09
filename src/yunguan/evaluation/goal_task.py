"""年度主要任务: the tasks into which a goal is broken down, each with its money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Self

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.money import Money
from yunguan.evaluation.performance_goal import PerformanceGoal
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record


class GoalTask(Record):
    """年度主要任务：一个目标的一项任务一行。"""

    goal = ReferenceField(PerformanceGoal, verbose_name="目标编号")
    task_no = models.PositiveSmallIntegerField("任务序号")
    task_title = models.CharField("任务名称", max_length=100)
    content = models.TextField("主要内容")
    money_total = MoneyField("预算金额")
    money_fiscal = MoneyField("财政拨款")
    money_other = MoneyField("其他资金", help_text="没有的填 0")
    note = models.CharField("备注", max_length=200, blank=True, default="")

    title = "年度主要任务"
    section = "finance"
    key_fields = ("goal", "task_no")
    internal = True
    search_fields = ("goal__goal_no", "task_title", "content")
    list_fields = ("goal", "task_no", "task_title", "money_total", "money_fiscal", "money_other")
    companions = {"goal": ("目标名称", "goal_title")}
    known_as = {
        "task_title": ("任务", "主要任务"),
        "content": ("任务内容",),
        "money_total": ("总额", "预算总额", "资金总额"),
        "money_fiscal": ("其中：财政拨款", "财政资金"),
    }

    class Meta:
        verbose_name = "年度主要任务"
        constraints = (models.UniqueConstraint(fields=("goal", "task_no"), name="goal_task_once"),)

    def locked(self) -> str:
        """A task stays as it is while its goal does."""
        return self.goal.locked() if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        for name in ("money_total", "money_fiscal", "money_other"):
            if getattr(self, name) < 0:
                yield Problem(name, "任务的预算金额不能为负数，请核对。")
        if self.money_total != self.money_fiscal + self.money_other:
            yield Problem("money_total", "预算金额须等于财政拨款与其他资金之和，请核对三个金额。")

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Problem]]:
        """Tasks that together want more than their goal has are asked about, at the row that goes beyond."""
        wanted = _stored(cls, records)
        for index, record in enumerate(records):
            goal: Any = record.goal
            wanted[goal.pk] += record.money_total
            if goal.money_total is not None and wanted[goal.pk] > goal.money_total:
                yield index, Problem("money_total", _beyond(goal, wanted[goal.pk]), Severity.WARNING)


def _stored(model: type[GoalTask], records: Sequence[GoalTask]) -> defaultdict[int, int]:
    """What the tasks of these goals want that stand in the table and are not among these rows, by goal."""
    goals, own = {record.goal.pk for record in records}, {record.pk for record in records}
    rows = model._base_manager.filter(goal__in=goals).exclude(pk__in=own - {None})
    found: defaultdict[int, int] = defaultdict(int)
    for goal, money in rows.values_list("goal", "money_total"):
        found[goal] += money
    return found


def _beyond(goal: PerformanceGoal, wanted: int) -> str:
    granted = Money.fen(goal.money_total or 0)
    return (
        f"目标“{goal.goal_no}”各项任务的预算合计 {Money.fen(wanted).format_wan()}，"
        f"超过年度资金总额 {granted.format_wan()}，请核对。"
    )
