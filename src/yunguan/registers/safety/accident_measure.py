"""事故整改措施台账: what an accident's report asks for, by whom and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.safety.accident import Accident
from yunguan.registers.safety.parts import lacking

HANDLERS = frozenset({"clerk", "head"})


def _with_evidence(measure: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(measure, context, "evidence")


def _done(measure: Any, context: Context) -> dict[str, Any]:
    return {"on_time": context.on <= measure.complete_by, "due_on": None}


def _open_again(measure: Any, context: Context) -> dict[str, Any]:
    del context
    return {"on_time": None, "due_on": measure.complete_by, "done_on": None}


WORKFLOW = Workflow(
    states=(
        State("open", "落实中", awaits=True),
        State("done", "已落实待核", date_field="done_on", awaits=True),
        State("verified", "已核实", date_field="verified_on", final=True),
    ),
    transitions=(
        Transition(
            "finish",
            "登记落实",
            ("open",),
            "done",
            HANDLERS,
            asks=("evidence",),
            fills=_done,
            guard=_with_evidence,
        ),
        Transition("send_back", "核实不合格退回", ("done",), "open", HANDLERS, reason=True, fills=_open_again),
        Transition("verify", "核实", ("done",), "verified", frozenset({"head"}), other_person=True),
    ),
    takeover=HANDLERS,
)


class AccidentMeasure(Record):
    """事故整改措施：一起事故一项一行。"""

    accident = ReferenceField(Accident, verbose_name="事故编号")
    number = models.PositiveSmallIntegerField("序号")
    content = models.CharField("措施内容", max_length=300)
    responsible = models.CharField("责任单位和责任人", max_length=100)
    ordered_on = models.DateField("提出日期")
    complete_by = models.DateField("完成期限")
    evidence = models.CharField("落实佐证", max_length=200, blank=True, null=True)
    done_on = models.DateField("落实日期", blank=True, null=True)
    on_time = models.BooleanField("按期落实", null=True, editable=False)
    verified_on = models.DateField("核实日期", blank=True, null=True)

    title = "事故整改措施台账"
    section = "safety"
    key_fields = ("accident", "number")
    period_field = "ordered_on"
    workflow = WORKFLOW
    operator_path = "accident__operator__uscc"
    search_fields = ("accident__accident_no", "content", "responsible")
    list_fields = ("accident", "number", "content", "responsible", "complete_by", "done_on", "state")
    known_as = {"complete_by": ("完成时限", "期限"), "content": ("措施", "整改措施"), "responsible": ("责任人",)}

    class Meta:
        verbose_name = "事故整改措施"
        constraints = (models.UniqueConstraint(fields=("accident", "number"), name="accident_measure_once"),)

    def derive(self) -> None:
        if self.accident_id:
            self.area = self.accident.area
        self.due_on = self.complete_by if self.state == "open" else None
        done, limit = self.done_on, self.complete_by
        self.on_time = None if done is None or limit is None else done <= limit

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "ordered_on", "complete_by")
        yield from in_order(self, "ordered_on", "done_on", "verified_on")
        if self.ordered_on < self.accident.occurred_on:
            yield Problem("ordered_on", "提出日期早于事故发生日期，请核对。")
        yield from owed(self, ("done", "verified"), "done_on", "evidence")
        yield from owed(self, ("verified",), "verified_on")
