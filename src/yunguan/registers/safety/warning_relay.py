"""预警转发台账: warnings of weather and floods, and how soon they went on to the operators.

Source: 突发事件应对法 (four levels, red to blue); how many minutes are allowed is the centre's own rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.areas import areas_on
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import TimeField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.parts import URBAN, clock_time, lacking, minutes_between
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
BASIS = "中心预警信息转发工作要求"
RULES = (
    Rule("warning_relay.red", "红色预警转发时限", 30, "分钟", BASIS, confirmed=False),
    Rule("warning_relay.orange", "橙色预警转发时限", 30, "分钟", BASIS, confirmed=False),
    Rule("warning_relay.yellow", "黄色预警转发时限", 60, "分钟", BASIS, confirmed=False),
    Rule("warning_relay.blue", "蓝色预警转发时限", 120, "分钟", BASIS, confirmed=False),
)
CARRYING = (Sector.PASSENGER, Sector.DANGEROUS, Sector.STATION, Sector.BUS, Sector.TAXI, Sector.RIDE_HAILING)


class Level(models.TextChoices):
    """预警级别."""

    RED = "red", "红色（一级）"
    ORANGE = "orange", "橙色（二级）"
    YELLOW = "yellow", "黄色（三级）"
    BLUE = "blue", "蓝色（四级）"


class Kind(models.TextChoices):
    """预警种类."""

    RAIN = "rain", "暴雨"
    FLOOD = "flood", "洪水"
    ICE = "ice", "低温雨雪冰冻"
    FOG = "fog", "大雾"
    WIND = "wind", "大风"
    HEAT = "heat", "高温"
    ROAD = "road", "道路中断"


class Origin(models.TextChoices):
    """发布单位."""

    WEATHER = "weather", "气象部门"
    EMERGENCY = "emergency", "应急部门"
    TRANSPORT = "transport", "交通运输部门"
    POLICE = "police", "公安交管部门"


class Audience(models.TextChoices):
    """转发范围."""

    KEY = "key_carriers", "两客一危企业"
    CARRYING = "carrying", "市城区客运和危货企业"
    ALL = "all", "市城区全部企业"


def _moments(warning: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(warning, context, "forwarded_at", "channel")
    at = value_of(warning, context, "forwarded_at")
    passed = minutes_between(warning.received_on, warning.received_at, context.on, at)
    if at and clock_time(at) is None:
        yield Problem("forwarded_at", "时间须写作 16:05 的样子（24 小时制）。")
    elif passed is not None and passed < 0:
        yield Problem("forwarded_at", "转发时间早于收到时间，请核对两个时间。")


def _measured(warning: Any, context: Context) -> dict[str, Any]:
    """Minutes from receipt to relay, and whether that was soon enough for the level."""
    passed = minutes_between(
        warning.received_on, warning.received_at, context.on, value_of(warning, context, "forwarded_at")
    )
    limit = context.rule(f"warning_relay.{warning.level}")
    return {"relay_minutes": passed, "in_time": None if passed is None else passed <= limit}


def recipients(audience: str, day: Any) -> Any:
    """The operators of the urban area that a warning goes to."""
    found = Operator._base_manager.filter(state="operating", area__in=areas_on(day).members(URBAN))
    if audience == Audience.KEY:
        found = found.filter(key_carrier=True)
    elif audience == Audience.CARRYING:
        found = found.filter(sector__in=CARRYING)
    return found.order_by("uscc")


def _tell(warning: Any, order: Any) -> None:
    """A line for each operator that was told, waiting for its acknowledgement."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the receipts' book refers to this one
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    receipts = book("warning_receipt")
    for operator in recipients(warning.audience, order.on):
        values = {"warning": warning, "operator": operator, "sent_on": order.on, "sent_at": warning.forwarded_at}
        create(book=receipts, values=values, user=order.user, on=order.on, now=order.now)


WORKFLOW = Workflow(
    states=(
        State("received", "已收到", date_field="received_on", awaits=True),
        State("forwarded", "已转发", date_field="forwarded_on", awaits=True),
        State("lifted", "已解除", date_field="lifted_on", final=True),
        State("not_relayed", "不需转发", date_field="lifted_on", final=True),
    ),
    transitions=(
        Transition(
            "forward",
            "转发企业",
            ("received",),
            "forwarded",
            HANDLERS,
            asks=("forwarded_at", "channel"),
            fills=_measured,
            guard=_moments,
            after=_tell,
        ),
        Transition("lift", "登记解除", ("forwarded",), "lifted", HANDLERS),
        Transition("drop", "不需转发", ("received",), "not_relayed", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class WarningRelay(Record):
    """预警：一次预警一行。"""

    warning_no = models.CharField("预警编号", max_length=30)
    origin = models.CharField("发布单位", max_length=16, choices=Origin)
    kind = models.CharField("预警种类", max_length=16, choices=Kind)
    level = models.CharField("预警级别", max_length=10, choices=Level)
    text = models.TextField("预警内容")
    issued_on = models.DateField("发布日期")
    issued_at = TimeField("发布时间")
    received_on = models.DateField("收到日期")
    received_at = TimeField("收到时间")
    valid_to = models.DateField("有效期至", blank=True, null=True)
    audience = models.CharField("转发范围", max_length=16, choices=Audience)
    channel = models.CharField("转发渠道", max_length=50, blank=True, null=True)
    forwarded_on = models.DateField("转发日期", blank=True, null=True)
    forwarded_at = TimeField("转发时间", blank=True, null=True)
    relay_minutes = models.PositiveIntegerField("转发用时（分钟）", null=True, editable=False)
    in_time = models.BooleanField("及时转发", null=True, editable=False)
    lifted_on = models.DateField("解除日期", blank=True, null=True)

    title = "预警转发台账"
    section = "safety"
    key_fields = ("warning_no",)
    period_field = "received_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("warning_no", "text")
    list_fields = ("warning_no", "kind", "level", "received_on", "forwarded_on", "relay_minutes", "state")
    filter_fields = ("kind", "level", "origin", "audience")
    known_as = {"text": ("内容", "预警信息"), "origin": ("来源",), "level": ("等级",), "kind": ("类型",)}

    class Meta:
        verbose_name = "预警转发"
        constraints = (models.UniqueConstraint(fields=("warning_no",), name="warning_relay_once"),)

    def derive(self) -> None:
        passed = minutes_between(self.received_on, self.received_at, self.forwarded_on, self.forwarded_at)
        self.relay_minutes = passed if passed is not None and passed >= 0 else None
        self.in_time = None
        if self.relay_minutes is not None and self.level in Level.values:
            self.in_time = self.relay_minutes <= rule_on(f"warning_relay.{self.level}", self.received_on).value

    def problems(self) -> Iterator[Problem]:
        for column in ("issued_at", "received_at", "forwarded_at"):
            if getattr(self, column) and clock_time(getattr(self, column)) is None:
                yield Problem(column, "时间须写作 16:05 的样子（24 小时制）。")
        yield from in_order(self, "issued_on", "received_on", "forwarded_on", "lifted_on")
        yield from owed(self, ("forwarded", "lifted"), "forwarded_on", "forwarded_at", "channel")
        yield from owed(self, ("lifted", "not_relayed"), "lifted_on")
        passed = minutes_between(self.received_on, self.received_at, self.forwarded_on, self.forwarded_at)
        if passed is not None and passed < 0:
            yield Problem("forwarded_at", "转发时间早于收到时间，请核对两个时间。")
