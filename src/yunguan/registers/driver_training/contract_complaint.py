"""驾培合同投诉台账: the contract, price and refund behind what trainees complain of, mediated with the school."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.of_school import HEAD, KEEPERS
from yunguan.registers.fields import MobileField, MoneyField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

BASIS = "市本级驾培投诉办理要求"
HANDLING = Deadline("contract_complaint.handle", since=("accepted",), extended_by="days_granted")


def _once_and_little(complaint: Any, context: Context) -> Iterator[Problem]:
    most = context.rule("contract_complaint.extension")
    if complaint.days_granted:
        yield Problem("days_granted", f"已延期 {complaint.days_granted} 个工作日，只能延期一次。")
    elif not 0 < (context.given.get("days_granted") or 0) <= most:
        yield Problem("days_granted", f"延期须在 1 至 {most} 个工作日之间。")


def _still_mediated(complaint: Any, context: Context) -> dict[str, Any]:
    """An extension is no new mediation: its day stays."""
    del context
    return {"mediated_on": complaint.mediated_on}


def _agreed(complaint: Any, context: Context) -> Iterator[Problem]:
    """What is refunded is not more than was paid, and nothing where no refund was asked for."""
    agreed = context.given.get("refund_agreed", complaint.refund_agreed)
    if agreed < 0:
        yield Problem("refund_agreed", "约定退费不能小于 0；不退费的请填 0。")
    if complaint.paid is not None and agreed > complaint.paid:
        yield Problem("refund_agreed", "约定退费多于已交费用，请核对。")


WORKFLOW = Workflow(
    states=(
        State(
            "received",
            "待受理",
            date_field="received_on",
            deadline=Deadline("contract_complaint.accept"),
            awaits=True,
        ),
        State("accepted", "已受理", date_field="accepted_on", deadline=HANDLING, awaits=True),
        State("mediating", "调解中", date_field="mediated_on", deadline=HANDLING, awaits=True),
        State(
            "settled",
            "达成协议待履行",
            date_field="settled_on",
            deadline=Deadline("contract_complaint.fulfil"),
            awaits=True,
        ),
        State("refused", "调解不成", date_field="refused_on", awaits=True),
        State("fulfilled", "已履行办结", date_field="closed_on", final=True),
        State("referred", "告知途径办结", date_field="closed_on", final=True),
        State("withdrawn", "撤回", date_field="closed_on", final=True),
        State("passed_on", "转办", date_field="passed_on_on", final=True),
    ),
    transitions=(
        Transition("accept", "受理", ("received",), "accepted", KEEPERS),
        Transition("pass_on", "转有权部门", ("received",), "passed_on", KEEPERS, asks=("passed_to",)),
        Transition("mediate", "组织调解", ("accepted", "refused"), "mediating", KEEPERS),
        Transition(
            "extend",
            "批准延期",
            ("mediating",),
            "mediating",
            HEAD,
            asks=("days_granted",),
            reason=True,
            fills=_still_mediated,
            guard=_once_and_little,
        ),
        Transition(
            "settle",
            "达成协议",
            ("accepted", "mediating"),
            "settled",
            KEEPERS,
            asks=("result", "refund_agreed"),
            guard=_agreed,
        ),
        Transition("refuse", "调解不成", ("accepted", "mediating"), "refused", KEEPERS, asks=("result",)),
        Transition("fulfil", "履行完毕", ("settled",), "fulfilled", KEEPERS),
        Transition("break", "逾期不履行", ("settled",), "mediating", KEEPERS, reason=True),
        Transition("refer", "告知诉讼仲裁途径", ("refused",), "referred", HEAD),
        Transition("withdraw", "投诉人撤回", ("received", "accepted", "mediating"), "withdrawn", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class Channel(models.TextChoices):
    """Where a complaint came from."""

    HOTLINE = "hotline", "12345热线"
    PETITION = "petition", "国家信访"
    BUREAU = "bureau", "市局工单"
    VISIT = "visit", "来访"
    CALL = "call", "来电"
    LETTER = "letter", "来信"


class Cause(models.TextChoices):
    """What stands behind it."""

    REFUND = "refund", "退费困难"
    PRICE = "price", "收费争议"
    CONTRACT = "contract", "合同未签或不履行"
    SCHEDULE = "schedule", "约课约考"
    QUALITY = "quality", "教学质量"
    COACH = "coach", "教练员行为"
    RECRUITING = "recruiting", "违规招生"


class ContractComplaint(Record):
    """驾培投诉：一件一行。"""

    complaint_no = models.CharField("投诉编号", max_length=30)
    received_on = models.DateField("收到日期")
    channel = models.CharField("来源", max_length=10, choices=Channel)
    source_no = models.CharField("来源单号", max_length=40, blank=True, null=True)
    complainant = models.CharField("投诉人", max_length=50)
    mobile = MobileField("投诉人手机", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="驾校统一社会信用代码", blank=True, null=True)
    respondent = models.CharField("被投诉对象", max_length=100, blank=True, null=True)
    cause = models.CharField("投诉原因", max_length=12, choices=Cause)
    content = models.TextField("投诉内容")
    contract_signed = models.BooleanField("签订培训合同", blank=True, null=True)
    price = MoneyField("合同价款", blank=True, null=True)
    paid = MoneyField("已交费用", blank=True, null=True)
    refund_asked = MoneyField("要求退费", blank=True, null=True)
    accepted_on = models.DateField("受理日期", blank=True, null=True)
    mediated_on = models.DateField("调解日期", blank=True, null=True)
    days_granted = models.PositiveSmallIntegerField("延期工作日", blank=True, null=True)
    result = models.TextField("处理结果", blank=True, null=True)
    refund_agreed = MoneyField("约定退费", blank=True, null=True)
    settled_on = models.DateField("达成协议日期", blank=True, null=True)
    refused_on = models.DateField("调解不成日期", blank=True, null=True)
    passed_to = models.CharField("转往单位", max_length=50, blank=True, null=True)
    passed_on_on = models.DateField("转办日期", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "驾培合同投诉台账"
    section = "driver_training"
    key_fields = ("complaint_no",)
    period_field = "received_on"
    workflow = WORKFLOW
    rules = (
        Rule("contract_complaint.accept", "驾培投诉受理期限", 5, "工作日", BASIS, confirmed=False),
        Rule("contract_complaint.handle", "驾培投诉办理期限", 15, "工作日", BASIS, confirmed=False),
        Rule("contract_complaint.extension", "驾培投诉最长延期", 10, "工作日", BASIS, confirmed=False),
        Rule("contract_complaint.fulfil", "驾培退费协议履行期限", 30, "日", BASIS, confirmed=False),
    )
    personal = ("complainant",)
    kept_years = {"complainant": 5, "mobile": 5}
    search_fields = ("complaint_no", "source_no", "operator__name", "respondent")
    list_fields = ("complaint_no", "received_on", "channel", "operator", "cause", "refund_asked", "area", "state")
    filter_fields = ("channel", "cause", "contract_signed")
    companions = {"operator": ("驾校名称", "name")}
    known_as = {"operator__name": ("被投诉驾校",), "source_no": ("工单编号",), "mobile": ("联系电话",)}

    class Meta:
        verbose_name = "驾培合同投诉"
        constraints = (models.UniqueConstraint(fields=("complaint_no",), name="contract_complaint_once"),)
        indexes = (models.Index(fields=("received_on", "cause"), name="contract_complaint_day_cause"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area

    def problems(self) -> Iterator[Problem]:
        if not self.operator_id and not self.respondent:
            yield Problem("operator", "须填写被投诉的驾校；不是备案驾校的，请填写被投诉对象。")
        if self.operator_id and self.operator.sector != Sector.DRIVER_TRAINING:
            yield Problem("operator", f"“{self.operator.name}”不是驾驶员培训业户，请核对信用代码。")
        yield from self._money()
        yield from in_order(self, "received_on", "accepted_on", "settled_on", "closed_on")
        yield from owed(self, ("accepted", "mediating", "settled", "refused", "fulfilled", "referred"), "accepted_on")
        yield from owed(self, ("settled", "fulfilled"), "settled_on", "refund_agreed")
        yield from owed(self, ("settled", "refused", "fulfilled", "referred"), "result")
        yield from owed(self, ("fulfilled", "referred", "withdrawn"), "closed_on")
        yield from owed(self, ("passed_on",), "passed_to", "passed_on_on")

    def _money(self) -> Iterator[Problem]:
        if self.cause == Cause.REFUND and self.refund_asked is None:
            yield Problem("refund_asked", "退费投诉须填写要求退费的金额。")
        for name, words in (("refund_asked", "要求退费"), ("refund_agreed", "约定退费")):
            amount = getattr(self, name)
            if amount is not None and self.paid is not None and amount > self.paid:
                yield Problem(name, f"{words}多于已交费用，请核对金额。")
