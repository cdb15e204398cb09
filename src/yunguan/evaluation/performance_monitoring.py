"""绩效运行监控: a look at a goal in mid-year, at its money and at what it promised (双监控)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.evaluation.performance_goal import PerformanceGoal
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.moves import wanted
from yunguan.registers.record import Record

CLERKS = frozenset({"clerk", "finance"})
REVIEWERS = frozenset({"head", "leader", "reviewer"})
BASIS = "中央部门预算绩效运行监控管理暂行办法（财预〔2019〕136号）；期限按本级财政部门通知核对"

RULES = (
    Rule("performance_monitoring.submit", "绩效运行监控报送期限", 31, "日", BASIS, confirmed=False),
    Rule("performance_monitoring.review", "绩效运行监控审核期限", 15, "工作日", BASIS, confirmed=False),
)


def _items() -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - the items' book refers to this one

    return book("monitoring_item").model._base_manager


def _watched(monitoring: Any, context: Context) -> Iterator[Problem]:
    """Both halves are watched: the money, and at least one indicator of the goal."""
    yield from wanted(monitoring, context, "money_remark", "conclusion")
    if not _items().filter(monitoring=monitoring).exists():
        yield Problem("", "还没有填写一项指标的监控情况，请先在“绩效监控指标”中登记。")


WORKFLOW = Workflow(
    states=(
        State("open", "监控中", "opened_on", Deadline("performance_monitoring.submit"), awaits=True),
        State("submitted", "已报送", "submitted_on", Deadline("performance_monitoring.review"), awaits=True),
        State("reviewed", "已审核", "reviewed_on", final=True),
    ),
    transitions=(
        Transition(
            "submit", "报送", ("open",), "submitted", CLERKS, ("money_remark", "conclusion"), owed=False, guard=_watched
        ),
        Transition("send_back", "退回修改", ("submitted",), "open", REVIEWERS, reason=True),
        Transition("review", "审核通过", ("submitted",), "reviewed", REVIEWERS, other_person=True),
    ),
    takeover=CLERKS | {"head"},
)


class PerformanceMonitoring(Record):
    """绩效运行监控：一个目标的一次监控一行。"""

    monitoring_no = models.CharField("监控编号", max_length=40, help_text="目标编号加监控月份，如 2023-DLYSFW-07")
    goal = ReferenceField(PerformanceGoal, verbose_name="目标编号")
    as_of = models.DateField("监控截止日期")
    opened_on = models.DateField("布置日期")
    expected_money = MoneyField("全年预计执行数", blank=True, null=True)
    money_remark = models.TextField("资金执行情况", blank=True, default="", help_text="执行进度、偏差和全年预计")
    conclusion = models.TextField("监控结论", blank=True, default="")
    submitted_on = models.DateField("报送日期", blank=True, null=True)
    reviewed_on = models.DateField("审核日期", blank=True, null=True)
    note = models.CharField("备注", max_length=200, blank=True, default="")

    title = "绩效运行监控"
    section = "finance"
    key_fields = ("monitoring_no",)
    period_field = "as_of"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("monitoring_no", "goal__goal_no", "goal__goal_title", "conclusion")
    list_fields = ("monitoring_no", "goal", "as_of", "opened_on", "submitted_on", "reviewed_on", "state")
    companions = {"goal": ("目标名称", "goal_title")}
    known_as = {
        "as_of": ("截止日期", "监控时点"),
        "opened_on": ("通知日期",),
        "expected_money": ("全年预计执行金额",),
        "money_remark": ("资金监控情况", "预算执行情况"),
        "conclusion": ("监控结果",),
    }

    class Meta:
        verbose_name = "绩效运行监控"
        constraints = (
            models.UniqueConstraint(fields=("monitoring_no",), name="performance_monitoring_once"),
            models.UniqueConstraint(fields=("goal", "as_of"), name="performance_monitoring_day_once"),
        )

    def locked(self) -> str:
        """What was handed in stays as it is until it is sent back."""
        if self.pk and self.state != "open":
            return f"监控{self.workflow.labels[self.state]}，不能直接修改；确需修改的请先退回。"
        return ""

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "as_of", "submitted_on", "reviewed_on")
        yield from in_order(self, "opened_on", "submitted_on")
        yield from owed(self, ("submitted", "reviewed"), "money_remark", "conclusion", "submitted_on")
        yield from owed(self, ("reviewed",), "reviewed_on")
        goal: Any = self.goal
        if self.as_of.year != goal.year:
            yield Problem("as_of", f"监控截止日期不在目标的预算年度 {goal.year} 年内，请核对。")
        if goal.state in {"drafting", "submitted"}:
            yield Problem("goal", "这个目标还没有批复，请先登记批复再布置监控。", Severity.WARNING)
        if self.expected_money is not None and self.expected_money < 0:
            yield Problem("expected_money", "全年预计执行数不能为负数，请核对。")
