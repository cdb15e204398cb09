"""实车核查不合格项目: what was found wrong on a vehicle, until it is put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.maintenance.check_item import Applies, CheckItem
from yunguan.registers.maintenance.vehicle_check import VehicleCheck
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
DECIDED = {"passed", "archived"}


def _seen_again(fault: Any, context: Context) -> Iterator[Problem]:
    if context.on < fault.found_on:
        yield Problem("rectified_on", "整改日期早于发现日期，请核对两个日期。")


WORKFLOW = Workflow(
    states=(
        State("open", "待整改", date_field="found_on", awaits=True),
        State("rectified", "已整改", date_field="rectified_on", final=True),
        State("left", "未整改退出", date_field="left_on", final=True),
    ),
    transitions=(
        Transition("rectify", "登记整改", ("open",), "rectified", HANDLERS, asks=("remedy",), guard=_seen_again),
        Transition("leave", "车辆退出未整改", ("open",), "left", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class VehicleCheckFault(Record):
    """不合格项目：一台车一次核查的一个项目一行。"""

    inspection = ReferenceField(VehicleCheck, verbose_name="核查编号")
    item = ReferenceField(CheckItem, verbose_name="项目编号")
    veto = models.BooleanField("否决项", default=False, editable=False)
    found_on = models.DateField("发现日期")
    finding = models.TextField("不合格情况")
    rectified_on = models.DateField("整改日期", blank=True, null=True)
    remedy = models.TextField("整改措施", blank=True, null=True)
    left_on = models.DateField("退出日期", blank=True, null=True)

    title = "实车核查不合格项目台账"
    section = "maintenance"
    key_fields = ("inspection", "item", "found_on")
    period_field = "found_on"
    workflow = WORKFLOW
    operator_path = "inspection__operator__uscc"
    search_fields = ("inspection__check_no", "inspection__plate", "item__name", "finding")
    list_fields = ("inspection", "item", "veto", "found_on", "finding", "rectified_on", "state")
    filter_fields = ("veto",)
    companions = {"item": ("核查项目", "name")}
    known_as = {"finding": ("问题描述", "存在问题"), "remedy": ("整改情况",)}

    class Meta:
        verbose_name = "实车核查不合格项目"
        constraints = (
            models.UniqueConstraint(fields=("inspection", "item", "found_on"), name="vehicle_check_fault_once"),
        )

    def derive(self) -> None:
        if self.inspection_id:
            self.area = self.inspection.area
        if self.item_id:
            self.veto = self.item.veto

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "found_on", "rectified_on")
        yield from owed(self, ("rectified",), "rectified_on", "remedy")
        if self.found_on < self.inspection.accepted_on:
            yield Problem("found_on", "发现日期早于核查的受理日期，请核对两个日期。")
        if self.state == "open" and self.inspection.state in DECIDED:
            yield Problem("inspection", "该车已登记核查合格，不能再有待整改的项目，请核对核查编号。")
        yield from self._item_fits()

    def _item_fits(self) -> Iterator[Problem]:
        item = self.item
        if item.effective_from > self.found_on or (item.effective_to and item.effective_to < self.found_on):
            yield Problem("item", f"项目“{item}”在 {self.found_on:%Y-%m-%d} 不是有效版本，请选当日有效的项目。")
        if item.applies_to not in {Applies.ALL, self.inspection.sector}:
            yield Problem("item", f"项目“{item}”不适用于该车的行业类别，请核对项目编号。")
