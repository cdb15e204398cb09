"""重点工作台账: continuing tasks with owner, level, progress, supervision and result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField, SectionField
from yunguan.registers.general.document import Document
from yunguan.registers.limits import last_day
from yunguan.registers.moves import wanted, wanting
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
LEADERS = frozenset({"head", "leader"})
WHOLE = 100
RULES = (
    Rule("key_work.urged", "督办事项反馈期限", 5, "工作日", "督查督办工作制度（按本单位规定核对）", confirmed=False),
)


def _all_done(work: Any, context: Context) -> Iterator[Problem]:
    """A task is completed when none of its milestones is open and its result is told."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the milestones' book refers to this one

    yield from wanted(work, context, "result")
    milestones: Any = book("key_work_milestone").model._base_manager
    open_ = milestones.filter(work=work, state__in=("open", "overdue_told")).count()
    if open_:
        yield Problem("", f"还有 {open_} 个节点没有完成，请先登记节点完成情况。")
    if context.given.get("progress", work.progress) != WHOLE:
        yield Problem("progress", "办结的工作进度须为 100，请核对。")


def _urged(work: Any, context: Context) -> dict[str, Any]:
    """An answer is due in the days of the rule, whenever the task itself is to end."""
    del work
    return {"due_on": last_day("key_work.urged", context.on)}


def _resumed(work: Any, context: Context) -> dict[str, Any]:
    del context
    return {"due_on": work.planned_end}


def _completed(work: Any, context: Context) -> dict[str, Any]:
    return {"on_time": context.on <= work.planned_end, "due_on": None}


WORKFLOW = Workflow(
    states=(
        State("planned", "已部署", "planned_on", awaits=True),
        State("ongoing", "推进中", "started_on", awaits=True),
        State("urged", "督办中", "urged_on", awaits=True),
        State("completed", "已完成", "completed_on", final=True),
        State("carried", "结转下年", "carried_on", final=True),
        State("stopped", "已终止", "stopped_on", final=True),
    ),
    transitions=(
        Transition("start", "开始推进", ("planned",), "ongoing", HANDLERS),
        Transition("urge", "督办", ("ongoing",), "urged", LEADERS, reason=True, fills=_urged),
        Transition(
            "answer",
            "反馈督办",
            ("urged",),
            "ongoing",
            HANDLERS,
            ("situation", "progress"),
            fills=_resumed,
            guard=wanting("situation"),
        ),
        Transition(
            "complete",
            "办结",
            ("ongoing",),
            "completed",
            HEAD,
            ("progress", "result"),
            fills=_completed,
            guard=_all_done,
        ),
        Transition("carry", "结转下年", ("ongoing",), "carried", HEAD, ("situation",)),
        Transition("stop", "终止", ("planned", "ongoing", "urged"), "stopped", LEADERS, reason=True),
    ),
    takeover=HANDLERS,
)


class Field(models.TextChoices):
    """工作领域."""

    PARTY = "party", "党的建设"
    INTEGRITY = "integrity", "党风廉政"
    SAFETY = "safety", "安全生产"
    STABILITY = "stability", "信访维稳"
    CIVIC = "civic", "文明创建"
    RURAL = "rural", "乡村振兴"
    PASSENGER = "passenger", "道路客运"
    URBAN = "urban", "城市客运"
    FREIGHT = "freight", "货运物流"
    MAINTENANCE = "maintenance", "维修与环保"
    TRAINING = "training", "驾驶培训"
    CERTIFICATES = "certificates", "电子证照"
    MANAGEMENT = "management", "内部管理"


class WorkLevel(models.TextChoices):
    """任务来源."""

    CITY = "city", "市级"
    BUREAU = "bureau", "市局"
    CENTRE = "centre", "中心"
    SECTION = "section", "科室"


class KeyWork(CommonRecord):
    """重点工作：一项任务一行。"""

    work_no = models.CharField("任务编号", max_length=30)
    work_title = models.CharField("任务名称", max_length=120)
    field = models.CharField("工作领域", max_length=16, choices=Field)
    level = models.CharField("任务来源", max_length=16, choices=WorkLevel)
    content = models.TextField("任务内容")
    kept_by = SectionField("牵头科室", blank=True, default="")
    helpers = models.CharField("配合科室", max_length=100, blank=True, default="")
    leader = models.CharField("责任领导", max_length=50)
    owner = models.CharField("责任人", max_length=50)
    basis = ReferenceField(Document, verbose_name="依据文件登记号", blank=True, null=True)
    planned_on = models.DateField("部署日期")
    planned_end = models.DateField("计划完成日期")
    started_on = models.DateField("开始日期", blank=True, null=True)
    progress = models.PositiveSmallIntegerField("进度（%）", default=0, blank=True)
    situation = models.TextField("进展情况", blank=True, default="")
    urged_on = models.DateField("督办日期", blank=True, null=True)
    completed_on = models.DateField("完成日期", blank=True, null=True)
    on_time = models.BooleanField("按期完成", blank=True, null=True, editable=False)
    result = models.TextField("完成情况", blank=True, default="")
    carried_on = models.DateField("结转日期", blank=True, null=True)
    stopped_on = models.DateField("终止日期", blank=True, null=True)

    title = "重点工作台账"
    section = "general"
    key_fields = ("work_no",)
    period_field = "planned_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("work_no", "work_title", "owner", "leader")
    list_fields = ("work_no", "work_title", "field", "level", "kept_by", "planned_end", "progress", "urged_on", "state")
    filter_fields = ("field", "level", "kept_by")
    companions = {"basis": ("依据文件", "document_title")}
    known_as = {"work_title": ("工作任务", "事项"), "owner": ("经办人",), "planned_end": ("完成时限",)}

    class Meta:
        verbose_name = "重点工作"
        constraints = (models.UniqueConstraint(fields=("work_no",), name="key_work_once"),)

    def derive(self) -> None:
        if self.state in {"planned", "ongoing"}:
            self.due_on = self.planned_end
        elif self.state == "urged" and self.urged_on:
            self.due_on = last_day("key_work.urged", self.urged_on)
        self.on_time = self.completed_on <= self.planned_end if self.completed_on else None

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "planned_on", "planned_end")
        yield from in_order(self, "planned_on", "started_on", "completed_on")
        yield from owed(self, ("completed",), "result", "completed_on")
        yield from owed(self, ("carried",), "situation", "carried_on")
        if self.progress > WHOLE:
            yield Problem("progress", "进度须在 0 至 100 之间。")
        if self.state == "completed" and self.progress != WHOLE:
            yield Problem("progress", "办结的工作进度须为 100，请核对。")
