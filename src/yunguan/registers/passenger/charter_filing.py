"""包车备案: each charter trip filed before departure, with the coach, the driver and the plate it runs on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, numbered, owed
from yunguan.registers.fields import IdentityNumberField, NumberField, PlateField, ReferenceField
from yunguan.registers.limits import within
from yunguan.registers.passenger.parts.charter_checks import may_run
from yunguan.registers.passenger.plate import Plate
from yunguan.registers.passenger.plate_stock import PlateLevel
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
APPLICANTS = HANDLERS | {"operator", "county"}
STATION_RULES = "道路旅客运输及客运站管理规定（交通运输部令2020年第17号）"
SINCE = date(2020, 9, 1)

RULES = (
    Rule(
        "charter_filing.longest",
        "包车单次运行最长天数",
        15,
        "日",
        STATION_RULES,
        effective_from=SINCE,
        confirmed=False,
    ),
    Rule(
        "charter_filing.oldest_driver",
        "客运驾驶员最高年龄",
        60,
        "岁",
        "道路运输条例（2023年7月20日修订）",
        article="第九条",
    ),
    Rule(
        "charter_filing.hours_alone",
        "一名驾驶员单程最长驾驶时间",
        4,
        "小时",
        "道路运输条例（2023年7月20日修订）",
        article="第二十八条",
    ),
)
_number = numbered("charter_filing.filing_no", "filing_no", "衡包备〔{年度}〕{序号6}号")


def _filed(filing: Any, context: Context) -> dict[str, Any]:
    """The number of the series; the filing ends with the trip, so it is due on the last day of it."""
    found = {"due_on": filing.return_on, "before_departure": context.on <= filing.depart_on}
    return found | _number(filing, context)


def _no_longer_due(filing: Any, context: Context) -> dict[str, Any]:
    del filing, context
    return {"due_on": None}


def _not_begun(filing: Any, context: Context) -> Iterator[Problem]:
    if context.on >= filing.depart_on:
        yield Problem("depart_on", "行程已经开始，不能撤销，请在结束后登记行程结束。")


def _is_over(filing: Any, context: Context) -> Iterator[Problem]:
    if context.on < filing.depart_on:
        yield Problem("depart_on", "行程还没有开始，不需要的备案请撤销。")


WORKFLOW = Workflow(
    states=(
        State("draft", "草稿", awaits=True),
        State("submitted", "已提交", date_field="submitted_on", awaits=True),
        State("returned", "已退回", date_field="returned_on", awaits=True),
        State("filed", "已备案", date_field="filed_on"),
        State("ended", "行程结束", date_field="ended_on", final=True),
        State("withdrawn", "已撤销", date_field="withdrawn_on", final=True),
    ),
    transitions=(
        Transition("submit", "提交备案", ("draft", "returned"), "submitted", APPLICANTS, guard=may_run),
        Transition("send_back", "退回", ("submitted",), "returned", HANDLERS, asks=("returned_for",)),
        Transition(
            "file",
            "准予备案",
            ("submitted",),
            "filed",
            HANDLERS,
            asks=("filing_no",),
            other_person=True,
            fills=_filed,
            guard=may_run,
        ),
        Transition(
            "end",
            "登记行程结束",
            ("filed",),
            "ended",
            APPLICANTS,
            when_overdue=True,
            fills=_no_longer_due,
            guard=_is_over,
        ),
        Transition(
            "withdraw",
            "撤销",
            ("draft", "submitted", "returned", "filed"),
            "withdrawn",
            APPLICANTS,
            reason=True,
            fills=_no_longer_due,
            guard=_not_begun,
        ),
    ),
    takeover=HANDLERS,
)


class CharterFiling(Record):
    """包车备案：一车一次行程一行，行程结束备案即止。"""

    contract_no = models.CharField("包车合同编号", max_length=60)
    filing_no = models.CharField("备案编号", max_length=40, blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    vehicle_plate = PlateField("车牌号")
    plate = ReferenceField(Plate, verbose_name="包车牌号", blank=True, null=True)
    level = models.CharField("运行范围", max_length=2, choices=PlateLevel)
    driver_name = models.CharField("驾驶员", max_length=50)
    driver_id = IdentityNumberField("驾驶员身份证号")
    second_driver_id = IdentityNumberField("第二驾驶员身份证号", blank=True, null=True)
    customer = models.CharField("包车单位（人）", max_length=100)
    passengers = models.PositiveIntegerField("乘客人数")
    origin = models.CharField("起点", max_length=60)
    destination = models.CharField("终点", max_length=60)
    via = models.CharField("主要途经地", max_length=100, blank=True, null=True)
    length_km = NumberField("里程", places=1, unit="公里", blank=True, null=True)
    driving_hours = NumberField("单程驾驶时间", places=1, unit="小时")
    depart_on = models.DateField("发车日期")
    return_on = models.DateField("结束日期")
    days = models.PositiveSmallIntegerField("天数", editable=False)
    submitted_on = models.DateField("提交日期", blank=True, null=True)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    returned_for = models.CharField("退回原因", max_length=200, blank=True, null=True)
    filed_on = models.DateField("备案日期", blank=True, null=True)
    ended_on = models.DateField("行程结束登记日期", blank=True, null=True)
    withdrawn_on = models.DateField("撤销日期", blank=True, null=True)
    before_departure = models.BooleanField("发车前备案", null=True, editable=False)

    title = "包车备案台账"
    section = "passenger"
    key_fields = ("contract_no", "vehicle_plate", "depart_on")
    period_field = "depart_on"
    workflow = WORKFLOW
    rules = RULES
    rests_on = ("vehicle", "practitioner")
    filed_by = frozenset({"operator", "county"})
    operator_path = "operator__uscc"
    kept_years = {"driver_id": 3, "second_driver_id": 3}
    search_fields = ("filing_no", "contract_no", "vehicle_plate", "operator__name", "destination")
    list_fields = (
        "filing_no",
        "operator",
        "vehicle_plate",
        "plate",
        "origin",
        "destination",
        "depart_on",
        "return_on",
        "state",
    )
    filter_fields = ("level",)
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("承运单位", "业户名称"),
        "plate": ("标志牌号",),
        "depart_on": ("出发日期", "开始日期"),
        "return_on": ("返程日期", "到达日期"),
    }

    class Meta:
        verbose_name = "包车备案"
        constraints = (
            models.UniqueConstraint(fields=("contract_no", "vehicle_plate", "depart_on"), name="charter_filing_once"),
            models.UniqueConstraint(fields=("filing_no",), name="charter_filing_no_once"),
        )
        indexes = (models.Index(fields=("vehicle_plate", "depart_on"), name="charter_filing_vehicle"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
        self.days = (self.return_on - self.depart_on).days + 1 if self.depart_on and self.return_on else 0
        self.days = max(self.days, 0)
        self.before_departure = within(self.filed_on, self.depart_on)
        if self.state == "filed":
            self.due_on = self.return_on

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "depart_on", "return_on")
        yield from in_order(self, "submitted_on", "filed_on", "ended_on")
        yield from owed(self, ("filed", "ended"), "filing_no", "filed_on", "plate")
        yield from owed(self, ("submitted", "filed", "ended"), "submitted_on")
        yield from owed(self, ("returned",), "returned_on", "returned_for")
        if self.passengers == 0:
            yield Problem("passengers", "乘客人数须大于 0。")
        if self.driving_hours <= 0:
            yield Problem("driving_hours", "单程驾驶时间须大于 0。")
