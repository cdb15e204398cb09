"""预警签收台账: which operator was told of a warning, and when it said so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField, TimeField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.parts import clock_time, lacking, minutes_between
from yunguan.registers.safety.warning_relay import WarningRelay
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
ANSWERING = HANDLERS | {"operator"}


def _after_sending(receipt: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(receipt, context, "acknowledged_at")
    at = value_of(receipt, context, "acknowledged_at")
    passed = minutes_between(receipt.sent_on, receipt.sent_at, context.on, at)
    if at and clock_time(at) is None:
        yield Problem("acknowledged_at", "时间须写作 16:05 的样子（24 小时制）。")
    elif passed is not None and passed < 0:
        yield Problem("acknowledged_at", "签收时间早于发送时间，请核对两个时间。")


def _measured(receipt: Any, context: Context) -> dict[str, Any]:
    at = value_of(receipt, context, "acknowledged_at")
    return {"answer_minutes": minutes_between(receipt.sent_on, receipt.sent_at, context.on, at)}


WORKFLOW = Workflow(
    states=(
        State("sent", "待签收", date_field="sent_on", awaits=True),
        State("acknowledged", "已签收", date_field="acknowledged_on", final=True),
        State("unreached", "联系不上", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition(
            "acknowledge",
            "签收",
            ("sent",),
            "acknowledged",
            ANSWERING,
            asks=("acknowledged_at", "feedback"),
            fills=_measured,
            guard=_after_sending,
        ),
        Transition("give_up", "登记联系不上", ("sent",), "unreached", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class WarningReceipt(Record):
    """预警签收：一次预警一家企业一行。"""

    warning = ReferenceField(WarningRelay, verbose_name="预警编号")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sent_on = models.DateField("发送日期")
    sent_at = TimeField("发送时间")
    acknowledged_on = models.DateField("签收日期", blank=True, null=True)
    acknowledged_at = TimeField("签收时间", blank=True, null=True)
    answer_minutes = models.PositiveIntegerField("签收用时（分钟）", null=True, editable=False)
    feedback = models.CharField("落实情况", max_length=200, blank=True, null=True)
    closed_on = models.DateField("登记日期", blank=True, null=True)

    title = "预警签收台账"
    section = "safety"
    key_fields = ("warning", "operator")
    period_field = "sent_on"
    workflow = WORKFLOW
    operator_path = "operator__uscc"
    search_fields = ("warning__warning_no", "operator__name")
    list_fields = ("warning", "operator", "sent_on", "sent_at", "acknowledged_on", "answer_minutes", "area", "state")
    companions = {"operator": ("企业名称", "name")}
    known_as = {"operator__name": ("单位名称",), "feedback": ("反馈", "反馈情况")}

    class Meta:
        verbose_name = "预警签收"
        constraints = (models.UniqueConstraint(fields=("warning", "operator"), name="warning_receipt_once"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
        passed = minutes_between(self.sent_on, self.sent_at, self.acknowledged_on, self.acknowledged_at)
        self.answer_minutes = passed if passed is not None and passed >= 0 else None

    def problems(self) -> Iterator[Problem]:
        for column in ("sent_at", "acknowledged_at"):
            if getattr(self, column) and clock_time(getattr(self, column)) is None:
                yield Problem(column, "时间须写作 16:05 的样子（24 小时制）。")
        yield from in_order(self, "sent_on", "acknowledged_on")
        yield from owed(self, ("acknowledged",), "acknowledged_on", "acknowledged_at")
        yield from owed(self, ("unreached",), "closed_on")
        passed = minutes_between(self.sent_on, self.sent_at, self.acknowledged_on, self.acknowledged_at)
        if passed is not None and passed < 0:
            yield Problem("acknowledged_at", "签收时间早于发送时间，请核对两个时间。")
