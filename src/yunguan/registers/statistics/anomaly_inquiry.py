"""统计数据异动查询: a number that breaks a rule is asked about until it is explained or corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.check_rule import VALUE_PLACES, CheckRule, Severity
from yunguan.registers.statistics.monthly_return import MonthlyReturn

HANDLERS = frozenset({"clerk", "head"})
CHECKERS = HANDLERS | {"county"}
OPEN = ("opened", "answered", "visited", "to_correct")


class Means(models.TextChoices):
    """查询方式."""

    WRITTEN = "written", "书面"
    ON_SITE = "on_site", "现场"


def _may_be_explained(inquiry: Any, context: Context) -> Iterator[Problem]:
    del context
    if inquiry.check_rule.severity == Severity.MUST:
        yield Problem("", "强制性规则不能以说明代替更正，请责令更正。")


def _send_back(inquiry: Any, order: Any) -> None:
    record = MonthlyReturn._base_manager.get(pk=inquiry.monthly_return_id)
    if record.state in {"filed", "passed"}:
        move(record, Order("return", None, order.on, order.now, reason=f"数据异动须更正：{inquiry.check_rule.name}"))


WORKFLOW = Workflow(
    states=(
        State(
            "opened",
            "待答复",
            date_field="opened_on",
            deadline=Deadline("anomaly_inquiry.answer", by="means"),
            awaits=True,
        ),
        State("answered", "已答复", date_field="answered_on", awaits=True),
        State("visited", "已现场核查", date_field="visited_on", awaits=True),
        State("to_correct", "待更正", date_field="to_correct_on", awaits=True),
        State("accepted", "说明成立", date_field="closed_on", final=True),
        State("corrected", "已更正", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition("answer", "答复", ("opened",), "answered", CHECKERS | {"operator"}, asks=("answer",)),
        Transition("visit", "现场核查", ("opened", "answered"), "visited", CHECKERS, asks=("visitors", "findings")),
        Transition(
            "accept",
            "认定说明成立",
            ("answered", "visited"),
            "accepted",
            HANDLERS,
            asks=("conclusion",),
            guard=_may_be_explained,
        ),
        Transition(
            "order_correction",
            "责令更正",
            ("opened", "answered", "visited"),
            "to_correct",
            HANDLERS,
            asks=("conclusion",),
            by_machine=True,
            after=_send_back,
        ),
        Transition("correct", "已更正", OPEN, "corrected", frozenset(), by_machine=True),
    ),
    takeover=HANDLERS,
)


class AnomalyInquiry(Record):
    """统计数据异动查询：一份月报违反一条规则一行。"""

    inquiry_no = models.CharField("查询编号", max_length=120, editable=False)
    monthly_return = ReferenceField(MonthlyReturn, verbose_name="报表编号")
    check_rule = ReferenceField(CheckRule, verbose_name="规则编号")
    attempt = models.PositiveSmallIntegerField("第几次报送", default=1)
    means = models.CharField("查询方式", max_length=8, choices=Means, default=Means.WRITTEN)
    stated = NumberField("填报数", places=VALUE_PLACES)
    expected = NumberField("比较数", places=VALUE_PLACES)
    month_end = models.DateField("统计月份", editable=False)
    opened_on = models.DateField("查询日期")
    answered_on = models.DateField("答复日期", blank=True, null=True)
    answer = models.TextField("单位说明", blank=True, null=True)
    visited_on = models.DateField("现场核查日期", blank=True, null=True)
    visitors = models.CharField("核查人员", max_length=60, blank=True, null=True)
    findings = models.TextField("核查情况", blank=True, null=True)
    to_correct_on = models.DateField("责令更正日期", blank=True, null=True)
    conclusion = models.TextField("处理意见", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "统计数据异动查询台账"
    section = "statistics"
    key_fields = ("inquiry_no",)
    period_field = "month_end"
    workflow = WORKFLOW
    operator_path = "monthly_return__unit__operator__uscc"
    search_fields = ("inquiry_no", "monthly_return__unit__operator__name", "check_rule__name")
    list_fields = ("monthly_return", "check_rule", "means", "stated", "expected", "opened_on", "area", "state")
    filter_fields = ("means",)
    companions = {"check_rule": ("规则名称", "name")}

    class Meta:
        verbose_name = "统计数据异动查询"
        constraints = (models.UniqueConstraint(fields=("inquiry_no",), name="anomaly_inquiry_once"),)

    def derive(self) -> None:
        if self.monthly_return_id and self.check_rule_id:
            self.inquiry_no = f"{self.monthly_return.return_no}/{self.check_rule.rule_no}/{self.attempt}"
            self.month_end = self.monthly_return.month_end
            self.area = self.area or self.monthly_return.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "month_end", "opened_on", "answered_on", "visited_on", "closed_on")
        yield from owed(self, ("answered",), "answered_on", "answer")
        yield from owed(self, ("visited",), "visited_on", "visitors", "findings")
        yield from owed(self, ("accepted", "corrected"), "closed_on")
        if self.state == "accepted" and not (self.answer or self.findings):
            yield Problem("answer", "说明成立的查询须有单位说明或现场核查情况。")
