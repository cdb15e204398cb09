"""改进措施台账: what is done about a problem, by whom, by when, how far it came, what the next year answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem as Complaint
from yunguan.core.finding import Severity
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField, SectionField
from yunguan.registers.general.key_work import KeyWork
from yunguan.registers.general.problem import Problem
from yunguan.registers.limits import last_day
from yunguan.registers.moves import wanted, wanting
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
LEADERS = frozenset({"head", "leader"})
WHOLE = 100
RULES = (
    Rule("measure.urged", "措施督办反馈期限", 5, "工作日", "督查督办工作制度（按本单位规定核对）", confirmed=False),
)


def _whole(measure: Any, context: Context) -> Iterator[Complaint]:
    yield from wanted(measure, context, "answer")
    if context.given.get("progress", measure.progress) != WHOLE:
        yield Complaint("progress", "完成的措施进度须为 100，请核对。")


def _urged(measure: Any, context: Context) -> dict[str, Any]:
    """An answer is due in the days of the rule, whenever the measure itself is to end."""
    del measure
    return {"due_on": last_day("measure.urged", context.on)}


def _resumed(measure: Any, context: Context) -> dict[str, Any]:
    del context
    return {"due_on": measure.planned_end}


def _finished(measure: Any, context: Context) -> dict[str, Any]:
    return {"on_time": context.on <= measure.planned_end, "due_on": None}


WORKFLOW = Workflow(
    states=(
        State("planned", "待落实", "adopted_on", awaits=True),
        State("ongoing", "落实中", "started_on", awaits=True),
        State("urged", "督办中", "urged_on", awaits=True),
        State("done", "已完成", "done_on", final=True),
        State("dropped", "不再实施", "dropped_on", final=True),
    ),
    transitions=(
        Transition("start", "开始落实", ("planned",), "ongoing", HANDLERS),
        Transition("urge", "督办", ("planned", "ongoing"), "urged", LEADERS, reason=True, fills=_urged),
        Transition(
            "report",
            "反馈进展",
            ("urged",),
            "ongoing",
            HANDLERS,
            ("progress", "situation"),
            fills=_resumed,
            guard=wanting("situation"),
        ),
        Transition("finish", "完成", ("ongoing",), "done", HEAD, ("progress", "answer"), fills=_finished, guard=_whole),
        Transition("drop", "不再实施", ("planned", "ongoing", "urged"), "dropped", LEADERS, reason=True),
    ),
    takeover=HANDLERS,
)


class Measure(CommonRecord):
    """改进措施：一项措施一行。"""

    measure_no = models.CharField("措施编号", max_length=30)
    problem = ReferenceField(Problem, verbose_name="问题编号", blank=True, null=True)
    work = ReferenceField(KeyWork, verbose_name="对应任务编号", blank=True, null=True)
    adopted_on = models.DateField("提出日期")
    chapter = models.CharField("报告章节", max_length=20)
    measure_title = models.CharField("措施", max_length=120)
    content = models.TextField("具体内容")
    kept_by = SectionField("责任科室", blank=True, default="")
    owner = models.CharField("责任人", max_length=50)
    planned_end = models.DateField("完成期限")
    started_on = models.DateField("开始日期", blank=True, null=True)
    progress = models.PositiveSmallIntegerField("进度（%）", default=0, blank=True)
    situation = models.TextField("进展情况", blank=True, default="")
    urged_on = models.DateField("督办日期", blank=True, null=True)
    done_on = models.DateField("完成日期", blank=True, null=True)
    on_time = models.BooleanField("按期完成", blank=True, null=True, editable=False)
    answer = models.TextField("下年度说明", blank=True, default="")
    dropped_on = models.DateField("终止日期", blank=True, null=True)

    title = "改进措施台账"
    section = "general"
    key_fields = ("measure_no",)
    period_field = "adopted_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("measure_no", "measure_title", "owner")
    list_fields = ("measure_no", "problem", "chapter", "measure_title", "kept_by", "planned_end", "progress", "state")
    filter_fields = ("kept_by", "on_time")
    companions = {"problem": ("针对问题", "problem_title"), "work": ("对应任务", "work_title")}
    known_as = {"measure_title": ("改进措施", "整改措施"), "planned_end": ("完成时限",)}

    class Meta:
        verbose_name = "改进措施"
        constraints = (models.UniqueConstraint(fields=("measure_no",), name="measure_once"),)

    def derive(self) -> None:
        if self.state in {"planned", "ongoing"}:
            self.due_on = self.planned_end
        elif self.state == "urged" and self.urged_on:
            self.due_on = last_day("measure.urged", self.urged_on)
        self.on_time = self.done_on <= self.planned_end if self.done_on else None

    def problems(self) -> Iterator[Complaint]:
        yield from in_order(self, "adopted_on", "planned_end")
        yield from in_order(self, "adopted_on", "started_on", "done_on")
        yield from owed(self, ("done",), "answer", "done_on")
        if self.progress > WHOLE:
            yield Complaint("progress", "进度须在 0 至 100 之间。")
        if self.problem_id is None:
            yield Complaint("problem", "没有写明针对哪个问题，请补填；一般性工作安排可不填。", Severity.WARNING)
