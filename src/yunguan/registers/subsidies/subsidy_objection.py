"""补贴公示异议: what somebody says against a published division, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.subsidies.subsidy_plan import SubsidyPlan
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})


def _in_writing(objection: Any, context: Context) -> Iterator[Problem]:
    del context
    if not objection.in_writing:
        yield Problem("in_writing", "异议没有书面并签字盖章，请先请异议人补交书面材料，再认定成立。")


def _reopen(objection: Any, order: Any) -> None:
    """A plan that is on notice is taken back, so that it can be calculated again."""
    plan = SubsidyPlan._base_manager.get(pk=objection.plan_id)
    if plan.state == "on_notice":
        reason = f"异议“{objection.objection_no}”成立"
        move(plan, Order("reopen", None, order.on, order.now, reason=reason))


WORKFLOW = Workflow(
    states=(
        State("received", "已受理", date_field="received_on", deadline=Deadline("subsidy.objection"), awaits=True),
        State("accepted", "成立待重算", date_field="decided_on", awaits=True),
        State("recalculated", "已重算", date_field="recalculated_on", final=True),
        State("rejected", "不成立", date_field="decided_on", final=True),
    ),
    transitions=(
        Transition(
            "accept",
            "认定成立",
            ("received",),
            "accepted",
            HEAD,
            asks=("decision",),
            other_person=True,
            guard=_in_writing,
            after=_reopen,
        ),
        Transition("reject", "认定不成立", ("received",), "rejected", HEAD, asks=("decision",), other_person=True),
        Transition("recalculate", "已重算", ("accepted",), "recalculated", frozenset(), by_machine=True),
    ),
    takeover=HANDLERS,
)


class SubsidyObjection(Record):
    """补贴公示异议：公示期内收到的一件异议一行。"""

    objection_no = models.CharField("异议编号", max_length=40)
    plan = ReferenceField(SubsidyPlan, verbose_name="分配编号")
    claim = ReferenceField(SubsidyVehicle, verbose_name="涉及申报编号", blank=True, null=True)
    objector = models.CharField("异议人", max_length=100)
    received_on = models.DateField("收到日期")
    in_writing = models.BooleanField("书面并签字盖章", default=False)
    content = models.TextField("异议内容")
    decided_on = models.DateField("决定日期", blank=True, null=True)
    decision = models.TextField("处理意见", blank=True, null=True)
    recalculated_on = models.DateField("重算日期", blank=True, null=True)

    title = "补贴公示异议台账"
    section = "urban_transit"
    key_fields = ("objection_no",)
    period_field = "received_on"
    workflow = WORKFLOW
    shared = True
    internal = True
    search_fields = ("objection_no", "objector", "plan__name")
    list_fields = ("objection_no", "plan", "objector", "received_on", "decided_on", "state")
    companions = {"plan": ("补贴名称", "name")}

    class Meta:
        verbose_name = "补贴公示异议"
        constraints = (models.UniqueConstraint(fields=("objection_no",), name="subsidy_objection_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "received_on", "decided_on", "recalculated_on")
        yield from owed(self, ("accepted", "recalculated", "rejected"), "decided_on", "decision")
        yield from owed(self, ("recalculated",), "recalculated_on")
        if self.claim is not None and self.claim.plan_id != self.plan_id:
            yield Problem("claim", "涉及的申报车辆不属于这笔资金，请核对。")
        if self.state == "received":
            yield from self._in_notice()

    def _in_notice(self) -> Iterator[Problem]:
        first, last = self.plan.notice_from, self.plan.notice_to
        if first is None or last is None:
            yield Problem("plan", "这笔资金还没有公示，不能登记公示异议。")
        elif not first <= self.received_on <= last:
            yield Problem("received_on", f"异议须在公示期（{first:%Y-%m-%d} 至 {last:%Y-%m-%d}）内收到，请核对日期。")
