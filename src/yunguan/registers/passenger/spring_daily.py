"""春运日报: what each county and station carried each day of the spring rush, and whether it was told in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField, TimeField
from yunguan.registers.passenger.spring_season import SpringSeason, outside_season
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
REPORTERS = HANDLERS | {"county", "operator"}
NOTICE = "湖南省春运信息报送办法（2007年）"
RULES = (
    Rule(
        "spring_daily.by",
        "春运日报截止时间（点钟）",
        16,
        "时",
        NOTICE,
        effective_from=date(2007, 1, 1),
        confirmed=False,
    ),
    Rule(
        "spring_daily.swing",
        "春运日报客运量环比和同比波动须说明的幅度",
        30,
        "%",
        NOTICE,
        effective_from=date(2007, 1, 1),
        confirmed=False,
    ),
)
PER_CENT = 100


def _explained(report: Any, context: Context) -> Iterator[Problem]:
    """A leap against the day before, or against the same lunar day of last year, is explained."""
    if context.on < report.report_on:
        yield Problem("report_on", "还没有到填报的日期，不能提前上报。")
    if report.remark:
        return
    swing = context.rule("spring_daily.swing")
    for words, before in (("上一日", report.day_before()), ("上年同期（农历）", report.year_before())):
        if before and abs(report.passengers - before) * PER_CENT > before * swing:
            text = (
                f"发送旅客 {report.passengers} 人次，{words}为 {before} 人次，波动超过 {swing}%，请在备注中说明原因。"
            )
            yield Problem("remark", text)


def _timed(report: Any, context: Context) -> Iterator[Problem]:
    if not context.given.get("reported_at", report.reported_at):
        yield Problem("reported_at", "请填写上报时间，如 15:40。")
    yield from _explained(report, context)


def _told(report: Any, context: Context) -> dict[str, Any]:
    told_at = context.given.get("reported_at", report.reported_at)
    return {"on_time": told_in_time(report.report_on, context.on, told_at)}


def _as_first_told(report: Any, context: Context) -> dict[str, Any]:
    """A correction does not make a report late: the day on which it was first told stays."""
    del context
    return {"reported_on": report.reported_on}


def told_in_time(day: date, told_on: date | None, told_at: str | None) -> bool | None:
    """Whether a day's report came on the day itself, not after the hour of the rule; None while it is not told."""
    if told_on is None or not told_at:
        return None
    return told_on < day or (told_on == day and told_at <= f"{rule_on('spring_daily.by', day).value:02d}:00")


WORKFLOW = Workflow(
    states=(
        State("draft", "待上报", awaits=True),
        State("reported", "已上报", date_field="reported_on", awaits=True),
        State("returned", "退回更正", date_field="returned_on", awaits=True),
        State("accepted", "已汇总", date_field="accepted_on", final=True),
    ),
    transitions=(
        Transition(
            "report", "上报", ("draft",), "reported", REPORTERS, asks=("reported_at",), fills=_told, guard=_timed
        ),
        Transition("send_back", "退回更正", ("reported",), "returned", HANDLERS, asks=("returned_for",)),
        Transition(
            "correct", "更正后上报", ("returned",), "reported", REPORTERS, fills=_as_first_told, guard=_explained
        ),
        Transition("accept", "汇总", ("reported",), "accepted", HANDLERS, other_person=True),
    ),
    takeover=HANDLERS,
)


class Reporter(models.TextChoices):
    """Who reports."""

    COUNTY = "county", "县市区"
    STATION = "station", "客运站"


class SpringDaily(Record):
    """春运日报：一个填报单位一天一行，当日 16:00 前上报。"""

    season = ReferenceField(SpringSeason, verbose_name="春运年度")
    report_on = models.DateField("日期")
    reporter = models.CharField("填报单位", max_length=60)
    reporter_kind = models.CharField("单位性质", max_length=8, choices=Reporter)
    operator = ReferenceField(Operator, verbose_name="客运站统一社会信用代码", blank=True, null=True)
    passengers = models.PositiveIntegerField("发送旅客（人次）")
    arrivals = models.PositiveIntegerField("到达旅客（人次）", blank=True, null=True)
    vehicles = models.PositiveIntegerField("投入客车（辆）")
    seats = models.PositiveIntegerField("发出客位（个）", blank=True, null=True)
    trips = models.PositiveIntegerField("发出班次（班）")
    extra_trips = models.PositiveIntegerField("其中加班班次（班）", default=0)
    charter_trips = models.PositiveIntegerField("包车（辆次）", default=0)
    stranded = models.PositiveIntegerField("滞留旅客（人）", default=0)
    accidents = models.PositiveSmallIntegerField("责任事故（起）", default=0)
    remark = models.CharField("备注", max_length=200, blank=True, null=True)
    reported_on = models.DateField("上报日期", blank=True, null=True)
    reported_at = TimeField("上报时间", blank=True, null=True)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    returned_for = models.CharField("退回原因", max_length=200, blank=True, null=True)
    accepted_on = models.DateField("汇总日期", blank=True, null=True)
    lunar_day = models.SmallIntegerField("距正月初一天数", editable=False)
    on_time = models.BooleanField("按时上报", null=True, editable=False)

    title = "春运日报"
    section = "passenger"
    key_fields = ("report_on", "reporter")
    period_field = "report_on"
    workflow = WORKFLOW
    rules = RULES
    shared = True
    filed_by = frozenset({"county", "operator"})
    operator_path = "operator__uscc"
    search_fields = ("reporter", "remark")
    list_fields = (
        "report_on",
        "reporter",
        "passengers",
        "vehicles",
        "trips",
        "extra_trips",
        "reported_at",
        "area",
        "state",
    )
    filter_fields = ("reporter_kind", "on_time")
    known_as = {
        "report_on": ("填报日期",),
        "reporter": ("单位",),
        "passengers": ("客运量", "发送旅客"),
        "vehicles": ("投放运力", "投入车辆"),
        "trips": ("班次",),
    }

    class Meta:
        verbose_name = "春运日报"
        constraints = (models.UniqueConstraint(fields=("report_on", "reporter"), name="spring_daily_once"),)

    def derive(self) -> None:
        if self.operator_id and self.operator and not self.area:
            self.area = self.operator.area
        known = self.season_id and self.report_on
        self.lunar_day = (self.report_on - self.season.new_year_on).days if known else 0
        self.on_time = told_in_time(self.report_on, self.reported_on, self.reported_at) if self.report_on else None

    def day_before(self) -> int | None:
        """What the same unit carried on the day before, None where it is unknown."""
        return self._carried(season=self.season, lunar_day=self.lunar_day - 1)

    def year_before(self) -> int | None:
        """What it carried on the same lunar day of the year before, None where it is unknown."""
        return self._carried(season__season_no=str(int(self.season.season_no) - 1), lunar_day=self.lunar_day)

    def _carried(self, **which: Any) -> int | None:
        others = type(self)._base_manager.filter(reporter=self.reporter, **which)
        found: int | None = others.values_list("passengers", flat=True).first()
        return found

    def problems(self) -> Iterator[Problem]:
        yield from outside_season(self.season, self.report_on, "report_on")
        yield from owed(self, ("reported", "returned", "accepted"), "reported_on", "reported_at")
        yield from owed(self, ("returned",), "returned_for")
        if self.reporter_kind == Reporter.STATION and not self.operator_id:
            yield Problem("operator", "客运站填报须写明其统一社会信用代码。")
        if self.extra_trips > self.trips:
            yield Problem("extra_trips", "加班班次不能多于发出班次，请核对。")
        if self.seats is not None and self.passengers > self.seats:
            yield Problem("passengers", f"发送旅客 {self.passengers} 人次超过发出客位 {self.seats} 个，请核对。")
        if self.passengers and not self.vehicles:
            yield Problem("vehicles", "有旅客发送而没有投入客车，请核对。")
