"""敬老爱老线路申报台账: which lines have been made fit for the old, and since when.

Source: the bureau's work on 适老化; what a line must have is counted by rules that the section may change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.urban_transit.bus_line import BusLine

HANDLERS = frozenset({"clerk", "head"})
APPLICANTS = HANDLERS | {"operator"}
MEASURES = ("priority_seats", "voice", "barrier_free_stops", "trained")
RULES = (
    Rule("elder_line.measures", "敬老爱老线路至少落实措施数", 3, "项", "敬老爱老公交线路创建要求", confirmed=False),
)


def _fit(line: Any, context: Context) -> Iterator[Problem]:
    """A line is declared when it has enough of the measures and somebody has been there to see."""
    least = context.rule("elder_line.measures")
    held = sum(bool(getattr(line, name)) for name in MEASURES)
    if held < least:
        yield Problem("priority_seats", f"敬老爱老线路至少落实 {least} 项措施，现有 {held} 项，请先补齐。")


WORKFLOW = Workflow(
    states=(
        State("applied", "申报", date_field="applied_on", awaits=True),
        State("verified", "已现场核验", date_field="verified_on", awaits=True),
        State("declared", "已授予", date_field="declared_on"),
        State("refused", "未通过", date_field="ended_on", final=True),
        State("withdrawn", "已取消", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("verify", "登记核验", ("applied",), "verified", HANDLERS, asks=("verifiers",)),
        Transition(
            "declare",
            "授予",
            ("verified",),
            "declared",
            frozenset({"head"}),
            asks=("doc_no",),
            other_person=True,
            guard=_fit,
        ),
        Transition("refuse", "不予授予", ("verified",), "refused", frozenset({"head"}), reason=True),
        Transition("withdraw", "取消", ("declared",), "withdrawn", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class ElderLine(Record):
    """敬老爱老线路：一条线路一次申报一行。"""

    line = ReferenceField(BusLine, verbose_name="线路编号")
    applied_on = models.DateField("申报日期")
    priority_seats = models.BooleanField("设敬老专座", default=False)
    voice = models.BooleanField("大字报站和语音提示", default=False)
    barrier_free_stops = models.BooleanField("站台无障碍", default=False)
    trained = models.BooleanField("驾驶员敬老服务培训", default=False)
    low_floor = models.PositiveIntegerField("低地板车数", default=0)
    verified_on = models.DateField("核验日期", blank=True, null=True)
    verifiers = models.CharField("核验人员", max_length=100, blank=True, null=True)
    declared_on = models.DateField("授予日期", blank=True, null=True)
    doc_no = models.CharField("授予文号", max_length=60, blank=True, null=True)
    ended_on = models.DateField("终止日期", blank=True, null=True)

    title = "敬老爱老线路台账"
    section = "urban_transit"
    key_fields = ("line", "applied_on")
    period_field = "applied_on"
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator"})
    operator_path = "line__operator__uscc"
    search_fields = ("line__line_no", "doc_no")
    list_fields = ("line", "applied_on", "low_floor", "declared_on", "doc_no", "area", "state")
    companions = {"line": ("线路名称", "name")}
    known_as = {"declared_on": ("命名日期",), "doc_no": ("文号",)}

    class Meta:
        verbose_name = "敬老爱老线路"
        constraints = (
            models.UniqueConstraint(fields=("line", "applied_on"), name="elder_line_once"),
            models.UniqueConstraint(fields=("line",), condition=Q(state="declared"), name="elder_line_one_declared"),
        )

    def derive(self) -> None:
        if self.line_id:
            self.area = self.line.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "applied_on", "verified_on", "declared_on", "ended_on")
        yield from owed(self, ("verified", "declared"), "verified_on", "verifiers")
        yield from owed(self, ("declared",), "declared_on", "doc_no")
        yield from owed(self, ("refused", "withdrawn"), "ended_on")
        if self.low_floor > self.line.vehicles:
            yield Problem("low_floor", "低地板车数多于线路配车数，请核对两个数。")
