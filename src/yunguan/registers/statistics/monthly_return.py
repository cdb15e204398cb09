"""统计月报: what one unit owes in one month, filed by itself, audited, sent back or passed, sent up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.limits import last_day, within
from yunguan.registers.record import Record
from yunguan.registers.statistics.monthly_round import MonthlyRound
from yunguan.registers.statistics.reporting_unit import ReportingUnit, Survey

HANDLERS = frozenset({"clerk", "head"})
CHECKERS = HANDLERS | {"county"}
FILED = ("filed", "returned", "passed", "reported")
FILING = "monthly_return.filing"


class Channel(models.TextChoices):
    """谁报送的."""

    DIRECT = "direct", "企业直报"
    PROXY = "proxy", "机构代报"


def _complete(record: Any, context: Context) -> Iterator[Problem]:
    """Every item that must be there is there; what else is wrong the audit says."""
    del context
    items = _book("form_item").filter(form_version=record.task.form_version_id, required=True)
    there = set(values_of(record).values_list("item", flat=True))
    missing = [item.name for item in items.order_by("place") if item.pk not in there]
    if missing:
        yield Problem("", f"还没有填报：{'、'.join(missing)}，请补齐后报送。")


def _filed_by(channel: str) -> Any:
    def fill(record: Any, context: Context) -> dict[str, Any]:
        first = record.first_filed_on or context.on
        limit = last_day(FILING, record.month_end, record.days_granted or 0)
        return {"channel": channel, "first_filed_on": first, "on_time": within(first, limit)}

    return fill


def _sent_back(record: Any, context: Context) -> dict[str, Any]:
    del context
    return {"returned_times": record.returned_times + 1}


def _audit_at_once(record: Any, order: Any) -> None:
    """即报即审: what is filed is audited in the same breath."""
    from yunguan.registers.statistics.auditing import audit  # noqa: PLC0415 - it refers to this book

    rows = type(record)._base_manager.filter(pk=record.pk)
    audit(task=record.task, returns=rows, on=order.on, now=order.now)
    record.refresh_from_db()


def _nothing_open(record: Any, context: Context) -> Iterator[Problem]:
    del context
    open_ = _book("anomaly_inquiry").filter(monthly_return=record).exclude(state__in=("accepted", "corrected"))
    if open_.exists():
        yield Problem("", f"还有 {open_.count()} 项数据异动没有办结，请先核实。")


def values_of(record: Any) -> Any:
    """The values of a return."""
    return _book("monthly_value").filter(monthly_return=record)


def _book(register: str) -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - those books refer to this one

    return book(register).model._base_manager


WORKFLOW = Workflow(
    states=(
        State(
            "owed",
            "未报",
            date_field="month_end",
            deadline=Deadline(FILING, extended_by="days_granted"),
            awaits=True,
        ),
        State("filed", "已报待审", date_field="filed_on", awaits=True),
        State(
            "returned",
            "退回更正",
            date_field="returned_on",
            deadline=Deadline("monthly_return.correction"),
            awaits=True,
        ),
        State("passed", "审核通过", date_field="passed_on", awaits=True),
        State("reported", "已上报", date_field="reported_on", final=True),
        State("excused", "免报", date_field="excused_on", final=True),
    ),
    transitions=(
        Transition(
            "file",
            "报送",
            ("owed", "returned"),
            "filed",
            frozenset({"operator"}),
            fills=_filed_by(Channel.DIRECT),
            guard=_complete,
            after=_audit_at_once,
        ),
        Transition(
            "file_on_behalf",
            "代报",
            ("owed", "returned"),
            "filed",
            CHECKERS,
            reason=True,
            fills=_filed_by(Channel.PROXY),
            guard=_complete,
            after=_audit_at_once,
        ),
        Transition(
            "return", "退回", ("filed", "passed"), "returned", CHECKERS, reason=True, fills=_sent_back, by_machine=True
        ),
        Transition("pass", "审核通过", ("filed",), "passed", CHECKERS, guard=_nothing_open),
        Transition("excuse", "免报", ("owed",), "excused", HANDLERS, reason=True),
        Transition("report", "汇总上报", ("passed",), "reported", frozenset(), by_machine=True),
    ),
    takeover=HANDLERS,
)


class MonthlyReturn(Record):
    """统计月报：一家单位一个月的一种报表一行。"""

    return_no = models.CharField("报表编号", max_length=80, editable=False)
    task = ReferenceField(MonthlyRound, verbose_name="任务编号")
    unit = ReferenceField(ReportingUnit, verbose_name="单位编号")
    survey = models.CharField("调查种类", max_length=16, choices=Survey, editable=False)
    month_end = models.DateField("统计月份", editable=False)
    days_granted = models.PositiveSmallIntegerField("准予延期（日）", blank=True, null=True)
    channel = models.CharField("报送方式", max_length=8, choices=Channel, blank=True, default="")
    first_filed_on = models.DateField("首次报送日期", blank=True, null=True)
    filed_on = models.DateField("报送日期", blank=True, null=True)
    on_time = models.BooleanField("按时报送", blank=True, null=True, editable=False)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    returned_times = models.PositiveSmallIntegerField("退回次数", default=0)
    passed_on = models.DateField("审核通过日期", blank=True, null=True)
    reported_on = models.DateField("上报日期", blank=True, null=True)
    excused_on = models.DateField("免报日期", blank=True, null=True)

    title = "统计月报台账"
    section = "statistics"
    key_fields = ("return_no",)
    period_field = "month_end"
    workflow = WORKFLOW
    rests_on = ("monthly_round",)
    operator_path = "unit__operator__uscc"
    search_fields = ("return_no", "unit__operator__name")
    list_fields = ("task", "unit", "channel", "first_filed_on", "returned_times", "passed_on", "area", "state")
    filter_fields = ("channel",)

    class Meta:
        verbose_name = "统计月报"
        constraints = (models.UniqueConstraint(fields=("return_no",), name="monthly_return_once"),)
        indexes = (models.Index(fields=("month_end", "state"), name="monthly_return_month_state"),)

    def derive(self) -> None:
        if self.task_id and self.unit_id:
            self.return_no = f"{self.task.task_no}/{self.unit.unit_no}"
            self.month_end, self.survey = self.task.month_end, self.unit.survey
            self.area = self.area or self.unit.area
        if self.first_filed_on:
            self.on_time = within(self.first_filed_on, last_day(FILING, self.month_end, self.days_granted or 0))

    def problems(self) -> Iterator[Problem]:
        yield from owed(self, FILED, "channel", "first_filed_on", "filed_on")
        yield from owed(self, ("returned",), "returned_on")
        yield from owed(self, ("passed", "reported"), "passed_on")
        if self.first_filed_on and self.first_filed_on <= self.month_end:
            yield Problem("first_filed_on", "报送日期不晚于统计月份的最后一天，请核对。")
        if self.task.form_version.form.survey != self.unit.survey:
            yield Problem("unit", "该单位不在这种报表的调查范围内，请核对。")
