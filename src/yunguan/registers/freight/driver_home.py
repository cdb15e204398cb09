"""司机之家: rest places for lorry drivers, from application to star, running and re-review.

“司机之家”建设运营服务规范; 交办运函〔2025〕1059号.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator", "county"}
BASIS = "“司机之家”建设运营服务规范"
MOST = 1000

RULES = (
    Rule("driver_home.pass_mark", "司机之家验收合格分数", 80, "分", BASIS, confirmed=False),
    Rule("driver_home.experts", "司机之家验收专家人数下限", 3, "人", BASIS, confirmed=False),
    Rule("driver_home.review", "司机之家复核周期", 365, "日", BASIS, confirmed=False),
)
BASICS = {
    "parking_spaces": "停车位",
    "beds": "休息床位",
    "hot_water": "热水",
    "meal_heating": "饭菜加热",
    "showers": "淋浴位",
    "washers": "洗衣设备",
    "toilets": "厕位",
}
"""What every home offers: parking, rest, hot water, heating of meals, showers, washing, toilets."""


def missing_basics(home: Any) -> list[str]:
    """The basic services that a home does not have."""
    return [name for column, name in BASICS.items() if not getattr(home, column)]


def _whole(home: Any, context: Context) -> Iterator[Problem]:
    """A self-assessment is handed in with a mark, for a home that offers the basics."""
    del context
    lacking = missing_basics(home)
    if lacking:
        yield Problem("parking_spaces", f"缺基本服务：{'、'.join(lacking)}，请补齐后再提交自评。")


def _acceptable(home: Any, context: Context) -> Iterator[Problem]:
    yield from _whole(home, context)
    score, experts = (context.given.get(name, getattr(home, name)) for name in ("score", "experts"))
    least, people = context.rule("driver_home.pass_mark"), context.rule("driver_home.experts")
    if score < least * 10:
        yield Problem("score", f"验收得分 {score / 10:g} 分，不到 {least} 分，不能通过，请要求整改。")
    if experts < people:
        yield Problem("experts", f"验收专家须有 {people} 人以上，现有 {experts} 人。")


def _still_running(home: Any, context: Context) -> dict[str, Any]:
    """A star or a passed review leaves the day of opening as it was."""
    del context
    return {"running_from": home.running_from}


def _reviewed(home: Any, context: Context) -> dict[str, Any]:
    return _still_running(home, context) | {"reviewed_on": context.on}


WORKFLOW = Workflow(
    states=(
        State("applied", "申报", date_field="applied_on", awaits=True),
        State("building", "建设中", date_field="building_from", awaits=True),
        State("assessed", "已自评待验收", date_field="assessed_on", awaits=True),
        State("rectifying", "待整改", date_field="rectify_on", awaits=True),
        State("accepted", "验收合格", date_field="accepted_on", awaits=True),
        State("running", "运营", date_field="running_from", deadline=Deadline("driver_home.review")),
        State("reviewing", "复核中", date_field="review_from", awaits=True),
        State("closed", "停止运营", date_field="closed_on", final=True),
        State("declined", "不予支持", date_field="declined_on", final=True),
    ),
    transitions=(
        Transition("approve", "同意建设", ("applied",), "building", HANDLERS),
        Transition("decline", "不予支持", ("applied",), "declined", HEAD, reason=True),
        Transition("assess", "提交自评", ("building",), "assessed", APPLICANTS, asks=("self_score",), guard=_whole),
        Transition("rectify", "要求整改", ("assessed",), "rectifying", HANDLERS, asks=("findings",)),
        Transition("assess_again", "整改后提交", ("rectifying",), "assessed", APPLICANTS, asks=("remedy",)),
        Transition(
            "accept",
            "验收合格",
            ("assessed",),
            "accepted",
            HEAD,
            asks=("score", "experts"),
            other_person=True,
            guard=_acceptable,
        ),
        Transition("open", "投入运营", ("accepted",), "running", HANDLERS),
        Transition(
            "award", "登记星级", ("running",), "running", HANDLERS, asks=("star", "star_on"), fills=_still_running
        ),
        Transition("review", "开始复核", ("running",), "reviewing", HANDLERS),
        Transition("keep", "复核合格", ("reviewing",), "running", HEAD, fills=_reviewed),
        Transition("rectify_again", "复核要求整改", ("reviewing",), "rectifying", HANDLERS, asks=("findings",)),
        Transition("close", "停止运营", ("accepted", "running", "reviewing"), "closed", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class HomeKind(models.TextChoices):
    """建设地点."""

    SERVICE_AREA = "service_area", "高速公路服务区"
    FREIGHT_STATION = "freight_station", "货运站"
    PARK = "park", "物流园区"
    CARRIER = "carrier", "货运企业场站"


class Star(models.TextChoices):
    """星级."""

    THREE = "AAA", "AAA级"
    FOUR = "AAAA", "AAAA级"
    FIVE = "AAAAA", "AAAAA级"


class DriverHome(Record):
    """司机之家：一处一行。"""

    home_no = models.CharField("司机之家编号", max_length=20)
    name = models.CharField("名称", max_length=100)
    home_kind = models.CharField("建设地点", max_length=20, choices=HomeKind)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码", blank=True, null=True)
    runner = models.CharField("运营单位", max_length=100)
    address = models.CharField("地址", max_length=200, blank=True, null=True)
    opening_hours = models.CharField("服务时间", max_length=50, blank=True, null=True)
    parking_spaces = models.PositiveIntegerField("停车位数", default=0)
    dangerous_spaces = models.PositiveIntegerField("危货车辆停车位数", default=0)
    beds = models.PositiveIntegerField("休息床位数", default=0)
    showers = models.PositiveIntegerField("淋浴位数", default=0)
    washers = models.PositiveIntegerField("洗衣设备台数", default=0)
    toilets = models.PositiveIntegerField("厕位数", default=0)
    hot_water = models.BooleanField("提供热水", default=False)
    meal_heating = models.BooleanField("饭菜加热", default=False)
    wireless = models.BooleanField("无线网络", default=False)
    free_items = models.CharField("免费项目", max_length=200, blank=True, null=True)
    prices = models.CharField("收费项目和价格", max_length=200, blank=True, null=True)
    applied_on = models.DateField("申报日期")
    building_from = models.DateField("开工日期", blank=True, null=True)
    self_score = NumberField("自评得分", places=1, unit="分", blank=True, null=True)
    assessed_on = models.DateField("自评日期", blank=True, null=True)
    findings = models.TextField("整改要求", blank=True, null=True)
    rectify_on = models.DateField("要求整改日期", blank=True, null=True)
    remedy = models.TextField("整改情况", blank=True, null=True)
    experts = models.PositiveIntegerField("验收专家人数", blank=True, null=True)
    score = NumberField("验收得分", places=1, unit="分", blank=True, null=True)
    accepted_on = models.DateField("验收日期", blank=True, null=True)
    running_from = models.DateField("运营日期", blank=True, null=True)
    star = models.CharField("星级", max_length=8, choices=Star, blank=True, null=True)
    star_on = models.DateField("评星日期", blank=True, null=True)
    review_from = models.DateField("复核开始日期", blank=True, null=True)
    reviewed_on = models.DateField("最近复核日期", blank=True, null=True)
    closed_on = models.DateField("停止运营日期", blank=True, null=True)
    declined_on = models.DateField("不予支持日期", blank=True, null=True)

    title = "司机之家台账"
    section = "freight"
    key_fields = ("home_no",)
    workflow = WORKFLOW
    rules = RULES
    shared = True
    filed_by = frozenset({"operator", "county"})
    operator_path = "operator__uscc"
    alike_by = ("name",)
    search_fields = ("home_no", "name", "runner")
    list_fields = ("home_no", "name", "home_kind", "runner", "accepted_on", "star", "area", "state")
    filter_fields = ("home_kind", "star")
    companions = {"operator": ("企业名称", "name")}
    known_as = {"name": ("司机之家名称", "项目名称"), "runner": ("建设单位",), "accepted_on": ("验收时间",)}

    class Meta:
        verbose_name = "司机之家"
        constraints = (models.UniqueConstraint(fields=("home_no",), name="driver_home_once"),)

    def __str__(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "applied_on", "building_from", "assessed_on", "accepted_on", "running_from")
        yield from in_order(self, "running_from", "star_on")
        yield from owed(self, ("assessed", "accepted", "running", "reviewing"), "self_score", "assessed_on")
        yield from owed(self, ("accepted", "running", "reviewing"), "score", "experts", "accepted_on")
        yield from owed(self, ("running", "reviewing"), "running_from")
        yield from owed(self, ("rectifying",), "findings")
        if (self.star is None) is not (self.star_on is None):
            yield Problem("star", "星级与评星日期须同时填写，请补填其中一项。")
        if self.state in {"accepted", "running"} and (lacking := missing_basics(self)):
            yield Problem("parking_spaces", f"验收合格的司机之家须有{'、'.join(lacking)}，请核对。")
        for column in ("self_score", "score"):
            value = getattr(self, column)
            if value is not None and not 0 <= value <= MOST:
                yield Problem(column, "得分须在 0 至 100 分之间，请改正。")
