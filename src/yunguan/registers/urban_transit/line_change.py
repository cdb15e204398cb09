"""公交线路调整台账: from the proposal over survey, talks and visit to what was decided and carried out.

Source: 城市公共交通条例（国务院令第793号）第二十二条; 城市公共汽车和电车客运管理规定（交通运输部令2017年第5号）.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record, filled, label_of
from yunguan.registers.urban_transit.bus_line import BusLine
from yunguan.registers.urban_transit.bus_line_version import BusLineVersion, version_on

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
RULES = (
    Rule(
        "line_change.notice",
        "公交线路调整公告期限",
        10,
        "日",
        "城市公共汽车和电车客运管理规定（交通运输部令2017年第5号）",
        confirmed=False,
    ),
)


class Kind(models.TextChoices):
    """调整类型."""

    REROUTING = "rerouting", "调整走向"
    EXTENSION = "extension", "延伸"
    SHORTENING = "shortening", "缩短"
    STOPS = "stops", "增减站点"
    TIMETABLE = "timetable", "调整班次"
    FLEET = "fleet", "调整车辆配置"


OF_ROUTE = (Kind.REROUTING, Kind.EXTENSION, Kind.SHORTENING, Kind.STOPS)
NEW_ROUTE = ("new_from", "new_to", "new_path", "new_stops", "new_length_km")


def _route_known(change: Any, context: Context) -> Iterator[Problem]:
    """What changes the route says where the line will go."""
    if change.kind in OF_ROUTE:
        for column in NEW_ROUTE:
            if not filled(context.given.get(column)) and not filled(getattr(change, column)):
                yield Problem(column, f"改变走向的调整须填写“{label_of(change, column)}”。")


def _announced_long_enough(change: Any, context: Context) -> Iterator[Problem]:
    days = context.rule("line_change.notice")
    if change.announced_on + timedelta(days=days) > context.on:
        yield Problem("carried_out_on", f"调整须公告满 {days} 日再实施，请推后实施日期。")
    present = version_on(change.line, context.on)
    if change.kind in OF_ROUTE and present is not None and present.effective_from >= context.on:
        yield Problem("carried_out_on", "本线路现行走向在实施日期当天或之后才启用，请核对线路走向台账。")


def _turn_route(change: Any, order: Any) -> None:
    """The route in force ends on the day before, the new one begins."""
    from yunguan.registers.book import book  # noqa: PLC0415 - books are known once all are declared
    from yunguan.registers.services import change as change_record  # noqa: PLC0415 - as above
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    if change.kind not in OF_ROUTE:
        return
    present = version_on(change.line, order.on)
    if present is not None:
        ended = {"effective_to": order.on - timedelta(days=1)}
        change_record(
            record=present, values=ended, user=order.user, now=order.now, reason=f"线路调整 {change.change_no}"
        )
    last = BusLineVersion._base_manager.filter(line=change.line).aggregate(last=models.Max("number"))["last"] or 0
    values = {
        "line": change.line,
        "number": last + 1,
        "from_stop": change.new_from,
        "to_stop": change.new_to,
        "path": change.new_path,
        "stops": change.new_stops,
        "length_km": change.new_length_km,
        "effective_from": order.on,
        "doc_no": change.report_no,
    }
    create(book=book("bus_line_version"), values=values, user=order.user, on=order.on, now=order.now)


WORKFLOW = Workflow(
    states=(
        State("proposed", "提出", date_field="proposed_on", awaits=True),
        State("surveyed", "已调研", date_field="surveyed_on", awaits=True),
        State("consulted", "已座谈", date_field="consulted_on", awaits=True),
        State("visited", "已勘查", date_field="visited_on", awaits=True),
        State("argued", "已论证", date_field="argued_on", awaits=True),
        State("decided", "同意调整", date_field="decided_on", awaits=True),
        State("announced", "公告中", date_field="announced_on", awaits=True),
        State("carried_out", "已实施", date_field="carried_out_on"),
        State("evaluated", "已评估", date_field="evaluated_on", final=True),
        State("rejected", "不予调整", date_field="decided_on", final=True),
    ),
    transitions=(
        Transition("survey", "登记调研", ("proposed",), "surveyed", HANDLERS, asks=("survey",)),
        Transition("consult", "登记座谈", ("surveyed",), "consulted", HANDLERS, asks=("opinions",)),
        Transition("visit", "登记现场勘查", ("consulted",), "visited", HANDLERS, asks=("visit",)),
        Transition("argue", "登记论证", ("visited",), "argued", HANDLERS, asks=("argument",)),
        Transition(
            "decide",
            "同意调整",
            ("argued",),
            "decided",
            HEAD,
            asks=("report_no",),
            other_person=True,
            guard=_route_known,
        ),
        Transition("reject", "不予调整", ("argued",), "rejected", HEAD, reason=True),
        Transition("announce", "登记公告", ("decided",), "announced", HANDLERS),
        Transition(
            "carry_out",
            "登记实施",
            ("announced",),
            "carried_out",
            HANDLERS,
            guard=_announced_long_enough,
            after=_turn_route,
        ),
        Transition("evaluate", "登记评估", ("carried_out",), "evaluated", HANDLERS, asks=("effect",)),
    ),
    takeover=HANDLERS,
)


class LineChange(Record):
    """线路调整：一条线路一次调整一行。"""

    change_no = models.CharField("调整编号", max_length=30)
    line = ReferenceField(BusLine, verbose_name="线路编号")
    kind = models.CharField("调整类型", max_length=12, choices=Kind)
    reason = models.CharField("调整原因", max_length=200)
    proposed_on = models.DateField("提出日期")
    proposed_by = models.CharField("提出单位", max_length=60)
    surveyed_on = models.DateField("调研日期", blank=True, null=True)
    survey = models.TextField("调研情况", blank=True, null=True)
    consulted_on = models.DateField("座谈日期", blank=True, null=True)
    opinions = models.TextField("各方意见", blank=True, null=True)
    visited_on = models.DateField("现场勘查日期", blank=True, null=True)
    visit = models.TextField("勘查情况", blank=True, null=True)
    argued_on = models.DateField("论证日期", blank=True, null=True)
    argument = models.TextField("论证意见", blank=True, null=True)
    new_from = models.CharField("调整后起点", max_length=50, blank=True, null=True)
    new_to = models.CharField("调整后终点", max_length=50, blank=True, null=True)
    new_path = models.TextField("调整后走向", blank=True, null=True)
    new_stops = models.PositiveSmallIntegerField("调整后站点数", blank=True, null=True)
    new_length_km = NumberField("调整后长度", places=1, unit="公里", blank=True, null=True)
    decided_on = models.DateField("决定日期", blank=True, null=True)
    report_no = models.CharField("专项报告文号", max_length=60, blank=True, null=True)
    announced_on = models.DateField("公告日期", blank=True, null=True)
    carried_out_on = models.DateField("实施日期", blank=True, null=True)
    evaluated_on = models.DateField("评估日期", blank=True, null=True)
    effect = models.TextField("实施效果", blank=True, null=True)

    title = "公交线路调整台账"
    section = "urban_transit"
    key_fields = ("change_no",)
    period_field = "proposed_on"
    workflow = WORKFLOW
    rules = RULES
    rests_on = ("bus_line_version",)
    operator_path = "line__operator__uscc"
    search_fields = ("change_no", "line__line_no", "reason", "report_no")
    list_fields = ("change_no", "line", "kind", "proposed_on", "decided_on", "carried_out_on", "area", "state")
    filter_fields = ("kind",)
    companions = {"line": ("线路名称", "name")}
    known_as = {"reason": ("原因", "调整事由"), "carried_out_on": ("执行日期",), "kind": ("类型",)}

    class Meta:
        verbose_name = "线路调整"
        constraints = (models.UniqueConstraint(fields=("change_no",), name="line_change_once"),)

    def derive(self) -> None:
        if self.line_id:
            self.area = self.line.area

    def problems(self) -> Iterator[Problem]:
        steps = ("proposed_on", "surveyed_on", "consulted_on", "visited_on", "argued_on", "decided_on")
        yield from in_order(self, *steps, "announced_on", "carried_out_on", "evaluated_on")
        yield from owed(self, ("decided", "announced", "carried_out", "evaluated"), "decided_on", "report_no")
        yield from owed(self, ("announced", "carried_out", "evaluated"), "announced_on")
        yield from owed(self, ("carried_out", "evaluated"), "carried_out_on")
        yield from owed(self, ("rejected",), "decided_on")
        if self.kind in OF_ROUTE:
            yield from owed(self, ("decided", "announced", "carried_out", "evaluated"), *NEW_ROUTE)
