"""群众满意客运站创建: a station applies, is looked at, shown to the public, named, and may lose the name again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.stations.station import Station

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator", "county"}
BASIS = "群众满意客运站创建工作方案"
MOST = 1000

RULES = (
    Rule("satisfied_station.pass_mark", "群众满意客运站考核合格分数", 85, "分", BASIS, confirmed=False),
    Rule("satisfied_station.satisfaction", "群众满意客运站旅客满意率下限", 90, "%", BASIS, confirmed=False),
    Rule("satisfied_station.notice", "群众满意客运站公示天数", 5, "工作日", BASIS, confirmed=False),
)


def _good_enough(case: Any, context: Context) -> Iterator[Problem]:
    score = context.given.get("score", case.score)
    satisfaction = context.given.get("satisfaction", case.satisfaction)
    least, share = context.rule("satisfied_station.pass_mark"), context.rule("satisfied_station.satisfaction")
    if score < least * 10:
        yield Problem("score", f"考核得分 {score / 10:g} 分，不到 {least} 分，不能公示，请要求整改。")
    if satisfaction < share * 10:
        yield Problem("satisfaction", f"旅客满意率 {satisfaction / 10:g}%，不到 {share}%，不能公示，请要求整改。")


def _shown_long_enough(case: Any, context: Context) -> Iterator[Problem]:
    last = working_calendar().due(case.notice_on, context.rule("satisfied_station.notice"), "working")
    if context.on <= last:
        yield Problem("named_on", f"公示到 {last:%Y-%m-%d} 为止，期满后才能命名。")


WORKFLOW = Workflow(
    states=(
        State("applied", "申报", date_field="applied_on", awaits=True),
        State("assessed", "县级推荐待考核", date_field="recommended_on", awaits=True),
        State("rectifying", "整改", date_field="rectify_on", awaits=True),
        State("notice", "公示", date_field="notice_on", deadline=Deadline("satisfied_station.notice"), awaits=True),
        State("named", "已命名", date_field="named_on"),
        State("revoked", "撤销命名", date_field="revoked_on", final=True),
        State("declined", "未通过", date_field="declined_on", final=True),
    ),
    transitions=(
        Transition("recommend", "县级推荐", ("applied",), "assessed", HANDLERS | {"county"}),
        Transition("rectify", "要求整改", ("assessed",), "rectifying", HANDLERS, asks=("findings",)),
        Transition("report_back", "整改完成", ("rectifying",), "assessed", APPLICANTS),
        Transition(
            "show",
            "考核合格公示",
            ("assessed",),
            "notice",
            HANDLERS,
            asks=("score", "satisfaction"),
            guard=_good_enough,
        ),
        Transition("object", "公示有异议退回", ("notice",), "assessed", HANDLERS, reason=True),
        Transition("name", "命名", ("notice",), "named", HEAD, other_person=True, guard=_shown_long_enough),
        Transition("decline", "不予通过", ("applied", "assessed", "rectifying"), "declined", HEAD, reason=True),
        Transition("revoke", "撤销命名", ("named",), "revoked", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class SatisfiedStation(Record):
    """群众满意客运站：一个站一个创建年度一行。"""

    station = ReferenceField(Station, verbose_name="客运站编号")
    year = models.PositiveIntegerField("创建年度")
    applied_on = models.DateField("申报日期")
    recommended_on = models.DateField("推荐日期", blank=True, null=True)
    findings = models.TextField("整改要求", blank=True, null=True)
    rectify_on = models.DateField("要求整改日期", blank=True, null=True)
    score = NumberField("考核得分", places=1, unit="分", blank=True, null=True)
    satisfaction = NumberField("旅客满意率", places=1, unit="%", blank=True, null=True)
    notice_on = models.DateField("公示日期", blank=True, null=True)
    named_on = models.DateField("命名日期", blank=True, null=True)
    revoked_on = models.DateField("撤销日期", blank=True, null=True)
    declined_on = models.DateField("未通过日期", blank=True, null=True)

    title = "群众满意客运站创建台账"
    section = "stations"
    key_fields = ("station", "year")
    period_field = "applied_on"
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator", "county"})
    operator_path = "station__operator__uscc"
    search_fields = ("station__name",)
    list_fields = ("station", "year", "applied_on", "score", "satisfaction", "named_on", "area", "state")
    companions = {"station": ("客运站名称", "name")}
    known_as = {"station__name": ("站名",), "satisfaction": ("满意度",), "score": ("得分",)}

    class Meta:
        verbose_name = "群众满意客运站创建"
        constraints = (models.UniqueConstraint(fields=("station", "year"), name="satisfied_station_once"),)

    def derive(self) -> None:
        if self.station_id:
            self.area = self.station.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "applied_on", "recommended_on", "notice_on", "named_on", "revoked_on")
        yield from owed(self, ("notice", "named", "revoked"), "recommended_on", "score", "satisfaction", "notice_on")
        yield from owed(self, ("named", "revoked"), "named_on")
        yield from owed(self, ("rectifying",), "findings")
        for column in ("score", "satisfaction"):
            value = getattr(self, column)
            if value is not None and not 0 <= value <= MOST:
                yield Problem(column, "须在 0 至 100 之间，请改正。")
