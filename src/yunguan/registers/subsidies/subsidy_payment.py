"""补贴拨付: what is paid to one recipient out of one pool."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.subsidies.subsidy_calculation import SubsidyCalculation
from yunguan.registers.subsidies.subsidy_plan import SubsidyPlan
from yunguan.registers.subsidies.subsidy_recipient import SubsidyRecipient

HANDLERS = frozenset({"clerk", "head"})


def _payable(payment: Any, context: Context) -> Iterator[Problem]:
    """Money goes out only by an approved plan and to an account that is known."""
    del context
    plan = SubsidyPlan._base_manager.get(pk=payment.plan_id)
    if plan.state != "approved":
        yield Problem("", "这笔资金不在拨付阶段，不能登记拨付。")
    if not payment.recipient.account_no:
        yield Problem("recipient", "收款人的银行账号没有登记，请先在补贴收款人名册中补填。")


WORKFLOW = Workflow(
    states=(
        State("prepared", "待拨付", date_field="prepared_on", awaits=True),
        State("paid", "已拨付", date_field="paid_on"),
        State("bounced", "退汇", date_field="bounced_on", awaits=True),
    ),
    transitions=(
        Transition("pay", "登记拨付", ("prepared", "bounced"), "paid", HANDLERS, asks=("voucher_no",), guard=_payable),
        Transition("bounce", "登记退汇", ("paid",), "bounced", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class SubsidyPayment(Record):
    """补贴拨付：一笔资金付给一个收款人一行。"""

    payment_no = models.CharField("拨付编号", max_length=80, editable=False)
    plan = ReferenceField(SubsidyPlan, verbose_name="分配编号")
    calculation = ReferenceField(SubsidyCalculation, verbose_name="测算编号")
    recipient = ReferenceField(SubsidyRecipient, verbose_name="收款人编号")
    vehicles = models.PositiveIntegerField("车辆数")
    amount = MoneyField("拨付金额")
    prepared_on = models.DateField("制单日期")
    paid_on = models.DateField("拨付日期", blank=True, null=True)
    voucher_no = models.CharField("拨付凭证号", max_length=40, blank=True, null=True)
    bounced_on = models.DateField("退汇日期", blank=True, null=True)

    title = "补贴拨付台账"
    section = "urban_transit"
    key_fields = ("payment_no",)
    period_field = "prepared_on"
    workflow = WORKFLOW
    shared = True
    operator_path = "recipient__operator__uscc"
    search_fields = ("payment_no", "recipient__name", "voucher_no")
    list_fields = ("plan", "recipient", "vehicles", "amount", "prepared_on", "paid_on", "area", "state")
    companions = {"recipient": ("收款人", "name")}

    class Meta:
        verbose_name = "补贴拨付"
        constraints = (models.UniqueConstraint(fields=("payment_no",), name="subsidy_payment_once"),)

    def derive(self) -> None:
        if self.plan_id and self.recipient_id:
            self.payment_no = f"{self.plan.plan_no}/{self.recipient.recipient_no}"
        if self.recipient_id and not self.area:
            self.area = self.recipient.area

    def locked(self) -> str:
        """The amounts are those of the calculation."""
        return "拨付金额由测算得出，不能修改；需要调整的请按异议重算。" if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        yield from owed(self, ("paid", "bounced"), "paid_on", "voucher_no")
        yield from owed(self, ("bounced",), "bounced_on")
        if self.calculation.plan_id != self.plan_id:
            yield Problem("calculation", "测算编号不属于这笔资金，请核对。")
        if self.amount <= 0:
            yield Problem("amount", "拨付金额须大于 0，分得 0 元的不必登记。")
