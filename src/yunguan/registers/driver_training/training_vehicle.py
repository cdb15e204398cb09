"""教学车辆台账: the vehicles with learner plates that schools teach in, with inspection, insurance and terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.codes import plate, vin
from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.licence_classes import class_problems
from yunguan.registers.driver_training.of_school import KEEPERS, SCHOOLS, SchoolRecord
from yunguan.registers.fields import PlateField, VinField


def _fit_to_drive(vehicle: Any, context: Context) -> Iterator[Problem]:
    """A vehicle that stood still comes back inspected, insured and with its second brake."""
    if context.given.get("inspection_to", vehicle.inspection_to) < context.on:
        yield Problem("inspection_to", "检验有效期已过，请先检验并填写新的检验有效期止。")
    if not vehicle.dual_brake:
        yield Problem("dual_brake", "没有副制动装置，不能用于教学，请加装后再恢复。")


WORKFLOW = Workflow(
    states=(
        State("in_use", "在用", date_field="registered_on"),
        State("stopped", "停用", date_field="stopped_on"),
        State("ended", "退出", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("stop", "登记停用", ("in_use",), "stopped", KEEPERS, reason=True),
        Transition("resume", "恢复使用", ("stopped",), "in_use", KEEPERS, asks=("inspection_to",), guard=_fit_to_drive),
        Transition("end", "登记退出", ("in_use", "stopped"), "ended", SCHOOLS, reason=True),
    ),
    takeover=KEEPERS,
)


class TrainingVehicle(SchoolRecord):
    """教学车辆：一台一行。"""

    plate = PlateField("号牌号码")
    classes = models.CharField("教学车型", max_length=20)
    brand = models.CharField("厂牌型号", max_length=50, blank=True, null=True)
    vin = VinField("车辆识别代号", blank=True, null=True)
    dual_brake = models.BooleanField("副制动装置", default=False)
    terminal_no = models.CharField("计时终端编号", max_length=16, blank=True, null=True)
    inspection_to = models.DateField("检验有效期止")
    insured_to = models.DateField("保险止期", blank=True, null=True)
    registered_on = models.DateField("登记日期")
    stopped_on = models.DateField("停用日期", blank=True, null=True)
    ended_on = models.DateField("退出日期", blank=True, null=True)

    title = "教学车辆台账"
    key_fields = ("plate",)
    workflow = WORKFLOW
    filed_by = frozenset({"operator", "county"})
    expires = ("inspection_to", "insured_to")
    search_fields = ("plate", "operator__name", "terminal_no")
    list_fields = ("plate", "operator", "classes", "inspection_to", "insured_to", "area", "state")
    known_as = {
        **SchoolRecord.known_as,
        "plate": ("车牌号", "车牌号码", "教练车号牌"),
        "inspection_to": ("年检有效期", "检验止期"),
        "vin": ("车架号",),
    }

    class Meta:
        verbose_name = "教学车辆"
        constraints = (
            models.UniqueConstraint(fields=("plate",), name="training_vehicle_once"),
            models.UniqueConstraint(fields=("terminal_no",), name="training_vehicle_terminal_once"),
        )
        indexes = (models.Index(fields=("area", "state"), name="training_vehicle_area_state"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from class_problems(self, "classes")
        if plate.kind(self.plate) is not plate.PlateKind.LEARNER:
            yield Problem("plate", "教学车辆须悬挂教练汽车号牌（末位为“学”），请核对行驶证。")
        doubt = vin.warning(self.vin) if self.vin else None
        if doubt:
            yield Problem("vin", doubt, Severity.WARNING)
        if self.state == "in_use" and not self.dual_brake:
            yield Problem("dual_brake", "在用教学车辆须有副制动装置，请核对或登记停用。")
        yield from in_order(self, "registered_on", "inspection_to")
        yield from in_order(self, "registered_on", "stopped_on", "ended_on")
        yield from owed(self, ("stopped",), "stopped_on")
        yield from owed(self, ("ended",), "ended_on")
