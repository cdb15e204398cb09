"""客运站月度经营情况: how a station fares, month by month, so that trouble is seen before it comes (保畅维稳)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.limits import months_later
from yunguan.registers.record import Record
from yunguan.registers.stations.station import Station

HANDLERS = frozenset({"clerk", "head"})
REPORTERS = HANDLERS | {"operator"}
BASIS = "站场事务科保畅维稳工作规定（本中心）"
RULES = (Rule("station_month.owed", "须重点关注的拖欠工资月数", 2, "个月", BASIS, confirmed=False),)


def _watched(report: Any, context: Context) -> Iterator[Problem]:
    """Wages owed for months are taken note of only with what is being done about it."""
    months = context.rule("station_month.owed")
    if report.wages_owed_months >= months and not report.measures:
        yield Problem("measures", f"拖欠工资已达 {months} 个月，请先填写处置措施和职工情绪。")


WORKFLOW = Workflow(
    states=(
        State("reported", "已报送", date_field="reported_on", awaits=True),
        State("returned", "退回核实", date_field="returned_on", awaits=True),
        State("checked", "已核对", date_field="checked_on", final=True),
    ),
    transitions=(
        Transition("check", "核对无误", ("reported",), "checked", HANDLERS, other_person=True, guard=_watched),
        Transition("return", "退回核实", ("reported",), "returned", HANDLERS, reason=True),
        Transition("resubmit", "核实后报送", ("returned",), "reported", REPORTERS),
    ),
    takeover=HANDLERS,
)


class StationMonth(Record):
    """客运站月度经营情况：一个站一月一行。"""

    station = ReferenceField(Station, verbose_name="客运站编号")
    month_on = models.DateField("月份", help_text="填写当月第一天。")
    passengers = models.PositiveIntegerField("旅客发送量（人次）")
    revenue = MoneyField("招揽收入")
    profit = MoneyField("利润总额", help_text="亏损填写负数。")
    in_loss = models.BooleanField("亏损", default=False, editable=False)
    stopped_lines = models.PositiveIntegerField("停班线路数", default=0)
    wages_owed_months = models.PositiveIntegerField("拖欠工资月数", default=0)
    wages_owed = MoneyField("拖欠工资", default=0)
    owes_wages = models.BooleanField("拖欠职工工资", default=False, editable=False)
    insurance_owed = MoneyField("欠缴五险一金", default=0)
    owes_insurance = models.BooleanField("欠缴社会保险", default=False, editable=False)
    measures = models.TextField("处置措施和职工情绪", blank=True, null=True)
    reported_on = models.DateField("报送日期")
    returned_on = models.DateField("退回日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)

    title = "客运站月度经营情况台账"
    section = "stations"
    key_fields = ("station", "month_on")
    period_field = "month_on"
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator"})
    operator_path = "station__operator__uscc"
    search_fields = ("station__name", "station__station_no")
    list_fields = ("station", "month_on", "passengers", "revenue", "profit", "wages_owed_months", "area", "state")
    filter_fields = ("in_loss", "owes_wages", "owes_insurance")
    companions = {"station": ("客运站名称", "name")}
    known_as = {"station__name": ("站名",), "month_on": ("所属月份",), "profit": ("盈亏",)}

    class Meta:
        verbose_name = "客运站月度经营情况"
        constraints = (models.UniqueConstraint(fields=("station", "month_on"), name="station_month_once"),)

    def derive(self) -> None:
        if self.station_id:
            self.area = self.station.area
        self.in_loss = self.profit is not None and self.profit < 0
        self.owes_wages = bool(self.wages_owed_months)
        self.owes_insurance = bool(self.insurance_owed)

    def problems(self) -> Iterator[Problem]:
        if self.month_on.day != 1:
            yield Problem("month_on", f"月份须填写当月第一天，如 {self.month_on:%Y-%m}-01。")
            return
        if self.reported_on < months_later(self.month_on, 1):
            yield Problem("reported_on", "报送日期早于月末，当月数据还没有结束，请核对。")
        yield from in_order(self, "reported_on", "checked_on")
        yield from owed(self, ("checked",), "checked_on")
        if bool(self.wages_owed) is not bool(self.wages_owed_months):
            yield Problem("wages_owed", "拖欠工资金额与拖欠月数对不上，请核对其中一项。")
