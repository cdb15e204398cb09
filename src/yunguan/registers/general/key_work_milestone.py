"""重点工作节点台账: the steps of a continuing task, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.general.key_work import KeyWork
from yunguan.registers.moves import wanting
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
LEADERS = frozenset({"head", "leader"})


def _done(milestone: Any, context: Context) -> dict[str, Any]:
    return {"on_time": context.on <= milestone.planned_on, "due_on": None}


WORKFLOW = Workflow(
    states=(
        State("open", "未完成", awaits=True),
        State("overdue_told", "已通报逾期", "told_on", awaits=True),
        State("done", "已完成", "done_on", final=True),
        State("dropped", "不再需要", "dropped_on", final=True),
    ),
    transitions=(
        Transition("tell", "通报逾期", ("open",), "overdue_told", LEADERS, reason=True),
        Transition(
            "done",
            "登记完成",
            ("open", "overdue_told"),
            "done",
            HANDLERS,
            ("result",),
            fills=_done,
            guard=wanting("result"),
        ),
        Transition("drop", "不再需要", ("open", "overdue_told"), "dropped", LEADERS, reason=True),
    ),
    takeover=HANDLERS,
)


class KeyWorkMilestone(CommonRecord):
    """重点工作节点：一项任务一个节点一行。"""

    work = ReferenceField(KeyWork, verbose_name="任务编号")
    step = models.CharField("节点", max_length=100)
    planned_on = models.DateField("计划日期")
    responsible = models.CharField("责任人", max_length=50, blank=True, default="")
    told_on = models.DateField("通报日期", blank=True, null=True)
    done_on = models.DateField("完成日期", blank=True, null=True)
    on_time = models.BooleanField("按期完成", blank=True, null=True, editable=False)
    result = models.CharField("完成情况", max_length=200, blank=True, default="")
    dropped_on = models.DateField("取消日期", blank=True, null=True)

    title = "重点工作节点台账"
    section = "general"
    key_fields = ("work", "step")
    period_field = "planned_on"
    workflow = WORKFLOW
    internal = True
    search_fields = ("step", "work__work_title")
    list_fields = ("work", "step", "planned_on", "responsible", "done_on", "on_time", "state")
    filter_fields = ("on_time", "kept_by")
    companions = {"work": ("任务名称", "work_title")}
    known_as = {"step": ("里程碑", "阶段任务"), "planned_on": ("节点时限",)}

    class Meta:
        verbose_name = "重点工作节点"
        constraints = (models.UniqueConstraint(fields=("work", "step"), name="key_work_milestone_once"),)

    def derive(self) -> None:
        if self.work_id:
            self.kept_by = self.kept_by or self.work.kept_by
        self.due_on = self.planned_on if self.state in {"open", "overdue_told"} else None
        self.on_time = self.done_on <= self.planned_on if self.done_on else None

    def problems(self) -> Iterator[Problem]:
        yield from owed(self, ("done",), "done_on", "result")
        if self.work_id and self.planned_on > self.work.planned_end:
            yield Problem("planned_on", "节点日期晚于任务的计划完成日期，请核对。", Severity.WARNING)
