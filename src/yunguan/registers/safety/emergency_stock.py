"""防汛备汛 三到位 台账: what an operator holds ready for floods and ice: teams, vehicles, equipment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MobileField, ReferenceField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.parts import lacking
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
REPORTING = HANDLERS | {"operator", "county"}


class Season(models.TextChoices):
    """为何储备."""

    FLOOD = "flood", "防汛"
    ICE = "ice", "低温雨雪冰冻"


THREE = {"members": "应急队伍", "vehicles": "应急车辆", "equipment": "应急器材"}
"""三到位: each of them must be there."""


def missing_of(record: Any) -> list[str]:
    """Which of the three are not there."""
    return [name for column, name in THREE.items() if not getattr(record, column)]


def _all_there(stock: Any, context: Context) -> Iterator[Problem]:
    for column, name in THREE.items():
        if not value_of(stock, context, column):
            yield Problem(column, f"{name}还没有到位，请填写配备数量或督促企业补齐。")


def _something_missing(stock: Any, context: Context) -> Iterator[Problem]:
    del context
    if not missing_of(stock):
        yield Problem("", "三项都已到位，不需督促，请直接确认。")


def _what_is_missing(stock: Any, context: Context) -> dict[str, Any]:
    return {"shortfall": context.given.get("shortfall") or f"{'、'.join(missing_of(stock))}未到位"}


def _deadline_given(stock: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(stock, context, "complete_by")
    yield from _something_missing(stock, context)
    limit = value_of(stock, context, "complete_by")
    if limit is not None and limit < context.on:
        yield Problem("complete_by", "补齐期限早于督促日期，请重新确定期限。")


WORKFLOW = Workflow(
    states=(
        State("counted", "已统计", date_field="counted_on", awaits=True),
        State("urged", "督促补齐", date_field="urged_on", awaits=True),
        State("in_place", "三到位", date_field="in_place_on"),
    ),
    transitions=(
        Transition("confirm", "确认到位", ("counted",), "in_place", HANDLERS, guard=_all_there),
        Transition(
            "urge",
            "督促补齐",
            ("counted",),
            "urged",
            HANDLERS,
            asks=("complete_by", "shortfall"),
            fills=_what_is_missing,
            guard=_deadline_given,
        ),
        Transition(
            "complete",
            "补齐到位",
            ("urged",),
            "in_place",
            REPORTING,
            asks=("members", "vehicles", "equipment"),
            guard=_all_there,
        ),
    ),
    takeover=HANDLERS,
)


class EmergencyStock(Record):
    """应急储备：一家企业一次统计一行。"""

    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    season = models.CharField("储备用途", max_length=10, choices=Season)
    counted_on = models.DateField("统计日期")
    teams = models.PositiveIntegerField("应急队伍（支）", default=0)
    members = models.PositiveIntegerField("应急队员（人）")
    vehicles = models.PositiveIntegerField("应急车辆（辆）")
    equipment = models.PositiveIntegerField("应急器材（件）")
    equipment_list = models.CharField("器材明细", max_length=300, blank=True, null=True)
    leader = models.CharField("负责人", max_length=50, blank=True, null=True)
    mobile = MobileField("联系电话", blank=True, null=True)
    shortfall = models.CharField("欠缺情况", max_length=200, blank=True, null=True)
    urged_on = models.DateField("督促日期", blank=True, null=True)
    complete_by = models.DateField("补齐期限", blank=True, null=True)
    in_place_on = models.DateField("到位日期", blank=True, null=True)

    title = "防汛备汛三到位台账"
    section = "safety"
    key_fields = ("operator", "counted_on")
    period_field = "counted_on"
    workflow = WORKFLOW
    filed_by = frozenset({"operator", "county"})
    operator_path = "operator__uscc"
    search_fields = ("operator__name", "leader")
    list_fields = ("operator", "season", "counted_on", "members", "vehicles", "equipment", "area", "state")
    filter_fields = ("sector", "season")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator__name": ("单位名称",),
        "members": ("应急人员", "队员数"),
        "vehicles": ("车辆数",),
        "equipment": ("器材数",),
        "mobile": ("手机",),
    }

    class Meta:
        verbose_name = "应急储备"
        constraints = (models.UniqueConstraint(fields=("operator", "counted_on"), name="emergency_stock_once"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
            self.sector = self.operator.sector

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "counted_on", "urged_on", "complete_by")
        yield from in_order(self, "counted_on", "in_place_on")
        yield from owed(self, ("urged",), "urged_on", "complete_by", "shortfall")
        yield from owed(self, ("in_place",), "in_place_on")
        if self.state == "in_place" and missing_of(self):
            yield Problem("state", f"{'、'.join(missing_of(self))}为零，不能算三到位，请核对。")
        if self.teams and not self.members:
            yield Problem("members", "有应急队伍的须填写队员人数。")
