"""驾培月报: what each school enrolled, trained and got through the examination in a month, checked by the section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.period import Kind, Period
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.of_school import HEAD, KEEPERS, SCHOOLS, SchoolRecord
from yunguan.registers.limits import last_day, within

BASIS = "驾培机构培训情况月报要求"


def month_of(text: str) -> Period | None:
    """The month that a text such as 2023-10 names; None where it names none."""
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    return period if period.kind is Kind.MONTH else None


def _plausible(report: Any, context: Context) -> Iterator[Problem]:
    """A month that jumps against the month before is remarked, not refused."""
    share = context.rule("training_month.jump")
    before = type(report)._base_manager.filter(operator=report.operator, month_end__lt=report.month_end)
    last = before.order_by("month_end").last()
    if last is not None and abs(report.trained - last.trained) * 100 > share * max(last.trained, 1):
        text = f"培训 {report.trained} 人，上次上报 {last.trained} 人，变动超过 {share}%，请向驾校核实。"
        yield Problem("trained", text, Severity.WARNING)


WORKFLOW = Workflow(
    states=(
        State("reported", "已上报", date_field="reported_on", deadline=Deadline("training_month.check"), awaits=True),
        State("returned", "退回更正", date_field="returned_on", awaits=True),
        State("checked", "已核对", date_field="checked_on"),
    ),
    transitions=(
        Transition("return", "退回更正", ("reported",), "returned", KEEPERS, reason=True),
        Transition("correct", "更正后上报", ("returned",), "reported", SCHOOLS),
        Transition("check", "核对无误", ("reported",), "checked", KEEPERS, guard=_plausible),
        Transition("reopen", "撤销核对", ("checked",), "returned", HEAD, reason=True),
    ),
    takeover=KEEPERS,
)


class TrainingMonth(SchoolRecord):
    """驾培月报：一所驾校一个月一行。"""

    month = models.CharField("月份", max_length=7, help_text="如 2023-10")
    month_end = models.DateField("月末", editable=False)
    enrolled = models.PositiveIntegerField("新招学员数")
    trained = models.PositiveIntegerField("培训初学驾驶员数")
    examined = models.PositiveIntegerField("参加考试人数")
    passed = models.PositiveIntegerField("考试合格人数")
    in_training = models.PositiveIntegerField("月末在训学员数")
    contracts = models.PositiveIntegerField("签订合同数")
    reported_on = models.DateField("上报日期")
    on_time = models.BooleanField("按时上报", null=True, editable=False)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)

    title = "驾培月报台账"
    key_fields = ("operator", "month")
    period_field = "month_end"
    workflow = WORKFLOW
    rules = (
        Rule("training_month.report", "驾培月报上报期限（次月起）", 10, "日", BASIS, confirmed=False),
        Rule("training_month.check", "驾培月报核对期限", 10, "工作日", BASIS, confirmed=False),
        Rule("training_month.jump", "驾培月报变动提示界限", 60, "%", BASIS, confirmed=False),
    )
    filed_by = frozenset({"operator", "county"})
    search_fields = ("operator__name", "month")
    list_fields = ("operator", "month", "enrolled", "trained", "passed", "reported_on", "area", "state")
    known_as = {**SchoolRecord.known_as, "month": ("统计月份", "报告期"), "trained": ("培训人数",)}

    class Meta:
        verbose_name = "驾培月报"
        constraints = (models.UniqueConstraint(fields=("operator", "month"), name="training_month_once"),)
        indexes = (models.Index(fields=("month_end", "area"), name="training_month_end_area"),)

    def derive(self) -> None:
        super().derive()
        period = month_of(self.month)
        self.month_end = period.last if period else self.reported_on
        if self.reported_on:
            self.on_time = within(self.reported_on, last_day("training_month.report", self.month_end))

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if month_of(self.month) is None:
            yield Problem("month", f"认不出月份“{self.month}”，请写成 2023-10 的样子。")
        elif self.reported_on <= self.month_end:
            yield Problem("reported_on", f"{self.month} 尚未结束就已上报，请于次月上报或核对月份。")
        if self.passed > self.examined:
            yield Problem("passed", f"考试合格 {self.passed} 人多于参加考试 {self.examined} 人，请核对。")
        if self.contracts > self.enrolled:
            yield Problem("contracts", f"签订合同 {self.contracts} 份多于新招学员 {self.enrolled} 人，请核对。")
        yield from in_order(self, "reported_on", "returned_on")
        yield from in_order(self, "reported_on", "checked_on")
        yield from owed(self, ("checked",), "checked_on")
        yield from owed(self, ("returned",), "returned_on")
