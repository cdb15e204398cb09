"""春运应急车辆: the coaches held ready for a spring rush, and when they were called out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MobileField, PlateField, ReferenceField
from yunguan.registers.passenger.spring_season import SpringSeason, outside_season
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})


def _in_season(vehicle: Any, context: Context) -> Iterator[Problem]:
    yield from outside_season(vehicle.season, context.on, "called_on")


WORKFLOW = Workflow(
    states=(
        State("ready", "待命", date_field="listed_on"),
        State("called", "已调用", date_field="called_on", awaits=True),
        State("stood_down", "已归队", date_field="stood_down_on"),
        State("removed", "移出名单", date_field="removed_on", final=True),
    ),
    transitions=(
        Transition(
            "call", "调用", ("ready", "stood_down"), "called", HANDLERS, asks=("task", "carried"), guard=_in_season
        ),
        Transition("stand_down", "归队", ("called",), "stood_down", HANDLERS),
        Transition("remove", "移出名单", ("ready", "stood_down"), "removed", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class SpringVehicle(Record):
    """春运应急车辆：一个春运年度一辆车一行。"""

    season = ReferenceField(SpringSeason, verbose_name="春运年度")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    vehicle_plate = PlateField("车牌号")
    seats = models.PositiveIntegerField("座位数")
    depot = models.CharField("待命地点", max_length=60)
    driver_name = models.CharField("驾驶员", max_length=50)
    driver_mobile = MobileField("驾驶员手机", blank=True, null=True)
    listed_on = models.DateField("确定日期")
    called_on = models.DateField("调用日期", blank=True, null=True)
    task = models.CharField("调用任务", max_length=100, blank=True, null=True)
    carried = models.PositiveIntegerField("疏运旅客（人次）", blank=True, null=True)
    stood_down_on = models.DateField("归队日期", blank=True, null=True)
    removed_on = models.DateField("移出日期", blank=True, null=True)
    rush_on = models.DateField("正月初一", editable=False)

    title = "春运应急车辆名单"
    section = "passenger"
    key_fields = ("season", "vehicle_plate")
    period_field = "rush_on"
    workflow = WORKFLOW
    shared = True
    rests_on = ("vehicle",)
    operator_path = "operator__uscc"
    kept_years = {"driver_mobile": 2}
    search_fields = ("vehicle_plate", "operator__name", "depot")
    list_fields = ("season", "vehicle_plate", "operator", "seats", "depot", "called_on", "area", "state")
    companions = {"operator": ("企业名称", "name")}
    known_as = {"operator": ("信用代码",), "operator__name": ("所属企业",), "seats": ("座位", "客位")}

    class Meta:
        verbose_name = "春运应急车辆"
        constraints = (models.UniqueConstraint(fields=("season", "vehicle_plate"), name="spring_vehicle_once"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
        if self.season_id:
            self.rush_on = self.season.new_year_on

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "listed_on", "called_on")
        yield from owed(self, ("called", "stood_down"), "called_on", "task")
        if self.season.last_on < self.listed_on:
            yield Problem("listed_on", "应急车辆须在春运结束前确定，请核对日期。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A coach on the list is in the directory, runs, and is the operator's own."""
        from yunguan.registers.book import book  # noqa: PLC0415 - the directory of another section

        plates = {record.vehicle_plate for record in records}
        rows: Any = having(book("vehicle").model._base_manager.all(), "plate", plates)
        known = {row.plate: row for row in rows}
        for index, record in enumerate(records):
            coach = known.get(record.vehicle_plate)
            if coach is None:
                yield index, Problem("vehicle_plate", "营运车辆名录中没有此车，请核对车牌号。")
            elif coach.operator_id != record.operator_id:
                yield index, Problem("vehicle_plate", "此车不属于所填企业，请核对。")
            elif record.state != "removed" and coach.state != "operating":
                label = coach.workflow.labels[coach.state]
                yield index, Problem("vehicle_plate", f"此车现为“{label}”，不宜作应急车辆，请换车。", Severity.WARNING)
