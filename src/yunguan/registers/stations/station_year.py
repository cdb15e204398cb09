"""客运站年度数据: what a station carried and took in a year, reported by it and checked by the section."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.stations.station import Station, StationGrade

HANDLERS = frozenset({"clerk", "head"})
REPORTERS = HANDLERS | {"operator"}
BASIS = "站场事务科统计工作规定（本中心）"
FIRST_YEAR = 2000

RULES = (
    Rule("station_year.check", "客运站年度数据核对期限", 10, "工作日", BASIS, confirmed=False),
    Rule("station_year.deviation", "客运站年度数据须说明的变动幅度", 30, "%", BASIS, confirmed=False),
)


def strays(now: int, before: int, percent: int) -> bool:
    """Whether a number differs from the year before by more than so many per cent of it."""
    return abs(now - before) * 100 > percent * before


def _explained(report: Any, context: Context) -> Iterator[Problem]:
    """A year unlike the one before is taken only with the station's words."""
    before = type(report)._base_manager.filter(station=report.station, year=report.year - 1).first()
    if before is None or report.explanation:
        return
    percent = context.rule("station_year.deviation")
    for column, label in (("passengers", "旅客发送量"), ("revenue", "招揽收入")):
        if strays(getattr(report, column), getattr(before, column), percent):
            yield Problem("explanation", f"{label}与上年相差超过 {percent}%，请先填写变动说明或退回核实。")


WORKFLOW = Workflow(
    states=(
        State("reported", "已报送", date_field="reported_on", deadline=Deadline("station_year.check"), awaits=True),
        State("returned", "退回核实", date_field="returned_on", awaits=True),
        State("checked", "已核对", date_field="checked_on"),
    ),
    transitions=(
        Transition(
            "check",
            "核对无误",
            ("reported",),
            "checked",
            HANDLERS,
            other_person=True,
            guard=_explained,
            fills=lambda _report, _context: {"accepted": True},
        ),
        Transition("return", "退回核实", ("reported",), "returned", HANDLERS, reason=True),
        Transition("resubmit", "核实后报送", ("returned",), "reported", REPORTERS),
        Transition(
            "reopen",
            "撤销核对",
            ("checked",),
            "returned",
            frozenset({"head"}),
            reason=True,
            fills=lambda _report, _context: {"accepted": False},
        ),
    ),
    takeover=HANDLERS,
)


class StationYear(Record):
    """客运站年度数据：一个站一年一行。"""

    station = ReferenceField(Station, verbose_name="客运站编号")
    year = models.PositiveIntegerField("年度")
    year_on = models.DateField("年度首日", editable=False)
    graded = models.BooleanField("等级客运站", default=False, editable=False)
    grade = models.CharField("当年站级", max_length=2, choices=StationGrade)
    passengers = models.PositiveIntegerField("旅客发送量（人次）")
    departures = models.PositiveIntegerField("发班数（班次）", blank=True, null=True)
    revenue = MoneyField("招揽收入")
    explanation = models.TextField("变动说明", blank=True, null=True)
    reported_on = models.DateField("报送日期")
    returned_on = models.DateField("退回日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)
    accepted = models.BooleanField("计入统计", default=False, editable=False)

    title = "客运站年度数据台账"
    section = "stations"
    key_fields = ("station", "year")
    period_field = "year_on"
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator"})
    operator_path = "station__operator__uscc"
    search_fields = ("station__name", "station__station_no")
    list_fields = ("station", "year", "grade", "passengers", "revenue", "reported_on", "area", "state")
    filter_fields = ("graded", "grade")
    companions = {"station": ("客运站名称", "name")}
    known_as = {
        "station__name": ("站名", "车站名称"),
        "passengers": ("旅客发送量", "发送旅客"),
        "departures": ("发班数", "班次"),
        "revenue": ("客运收入", "招揽收入（元）"),
    }

    class Meta:
        verbose_name = "客运站年度数据"
        constraints = (models.UniqueConstraint(fields=("station", "year"), name="station_year_once"),)

    def derive(self) -> None:
        if self.station_id:
            self.area = self.station.area
        if self.year and FIRST_YEAR <= self.year <= date.max.year:
            self.year_on = date(self.year, 1, 1)
        self.graded = bool(self.grade) and self.grade != StationGrade.NONE
        self.accepted = self.state == "checked"

    def problems(self) -> Iterator[Problem]:
        if self.year_on is None:
            yield Problem("year", f"年度“{self.year}”不是四位数的年份，请改正，如 2023。")
            return
        if self.reported_on.year <= self.year:
            yield Problem("reported_on", f"报送日期在 {self.year} 年之内，当年数据还没有结束，请核对年度或日期。")
        yield from in_order(self, "reported_on", "checked_on")
        yield from owed(self, ("checked",), "checked_on")
        yield from owed(self, ("returned",), "returned_on")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A year unlike the one before is told; the check asks for words."""
        known = {(each.station_id, each.year): each for each in cls._base_manager.all()}
        known |= {(each.station_id, each.year): each for each in records}
        for index, record in enumerate(records):
            before = known.get((record.station_id, record.year - 1))
            if before is None or record.explanation:
                continue
            percent = rule_on("station_year.deviation", record.year_on).value
            if strays(record.passengers, before.passengers, percent):
                text = f"旅客发送量与上年相差超过 {percent}%，请核实并填写变动说明。"
                yield index, Problem("passengers", text, Severity.WARNING)
