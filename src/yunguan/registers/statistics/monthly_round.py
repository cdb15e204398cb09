"""统计月报任务: one form of one month, from the issue to all units to the report upward."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.form_version import FormVersion

HANDLERS = frozenset({"clerk", "head"})
BASIS = "交通运输企业统计调查制度"

RULES = (
    Rule("monthly_return.filing", "统计月报报送期限", 8, "日", BASIS, confirmed=False),
    Rule("monthly_return.correction", "退回报表更正期限", 3, "工作日", BASIS, confirmed=False),
    Rule("anomaly_inquiry.answer.written", "数据异动书面查询答复期限", 5, "工作日", BASIS, confirmed=False),
    Rule("anomaly_inquiry.answer.on_site", "数据异动现场查询答复期限", 10, "工作日", BASIS, confirmed=False),
)


def last_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _month_over(task: Any, context: Context) -> Iterator[Problem]:
    if context.on <= task.month_end:
        yield Problem("month_end", "统计月份还没有结束，不能下达，请在次月初下达。")


def _issue(task: Any, order: Any) -> None:
    from yunguan.registers.statistics.auditing import issue_returns  # noqa: PLC0415 - it refers to this book

    issue_returns(task=task, user=order.user, now=order.now)


def _audit(task: Any, order: Any) -> None:
    from yunguan.registers.statistics.auditing import audit  # noqa: PLC0415 - it refers to this book

    audit(task=task, returns=returns_of(task).filter(state="filed"), on=order.on, now=order.now)


def _all_audited(task: Any, context: Context) -> Iterator[Problem]:
    """Nothing that was filed may still be under audit; who did not file is named in the log."""
    del context
    waiting = returns_of(task).filter(state__in=("filed", "returned"))
    late = returns_of(task).filter(state="owed")
    if waiting.exists():
        yield Problem("", f"还有 {waiting.count()} 家的报表没有审核通过，请先通过或退回更正。")
    elif late.exists():
        yield Problem("", f"有 {late.count()} 家未报，上报时不含这些单位", Severity.WARNING)


def _send_up(task: Any, order: Any) -> None:
    for each in returns_of(task).filter(state="passed").order_by("pk"):
        move(each, Order("report", None, order.on, order.now, reason=order.reason or "汇总上报"))


def returns_of(task: Any) -> Any:
    """The returns of a task."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the returns' book refers to this one

    rows: Any = book("monthly_return").model._base_manager
    return rows.filter(task=task)


WORKFLOW = Workflow(
    states=(
        State("planned", "待下达", date_field="planned_on", awaits=True),
        State("issued", "报送中", date_field="issued_on", awaits=True),
        State("audited", "已审核", date_field="audited_on", awaits=True),
        State("reported", "已上报", date_field="reported_on", final=True),
    ),
    transitions=(
        Transition("issue", "下达", ("planned",), "issued", HANDLERS, guard=_month_over, after=_issue),
        Transition("audit", "批量审核", ("issued", "audited"), "audited", HANDLERS, after=_audit),
        Transition(
            "report",
            "汇总上报",
            ("audited",),
            "reported",
            frozenset({"head"}),
            other_person=True,
            guard=_all_audited,
            after=_send_up,
        ),
    ),
    takeover=HANDLERS,
)


class MonthlyRound(Record):
    """统计月报任务：一种报表的一个月一行。"""

    task_no = models.CharField("任务编号", max_length=40, editable=False)
    form_version = ReferenceField(FormVersion, verbose_name="报表版本编号")
    month_end = models.DateField("统计月份", help_text="填该月最后一天。")
    planned_on = models.DateField("登记日期")
    issued_on = models.DateField("下达日期", blank=True, null=True)
    audited_on = models.DateField("审核日期", blank=True, null=True)
    reported_on = models.DateField("上报日期", blank=True, null=True)

    title = "统计月报任务"
    section = "statistics"
    key_fields = ("task_no",)
    period_field = "month_end"
    workflow = WORKFLOW
    rules = RULES
    shared = True
    internal = True
    search_fields = ("task_no",)
    list_fields = ("form_version", "month_end", "issued_on", "audited_on", "reported_on", "state")

    class Meta:
        verbose_name = "统计月报任务"
        constraints = (models.UniqueConstraint(fields=("task_no",), name="monthly_round_once"),)

    def derive(self) -> None:
        if self.form_version_id and self.month_end:
            self.task_no = f"{self.form_version.version_no}/{self.month_end:%Y%m}"

    def problems(self) -> Iterator[Problem]:
        if self.month_end != last_of_month(self.month_end):
            yield Problem("month_end", "统计月份请填该月最后一天。")
        elif not self.form_version.holds_on(self.month_end):
            yield Problem("form_version", "报表版本在这个月没有启用，请选择当时的版本。")
        yield from owed(self, ("issued", "audited", "reported"), "issued_on")
        yield from owed(self, ("reported",), "reported_on")
