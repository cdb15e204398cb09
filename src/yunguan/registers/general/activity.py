"""活动台账: meetings, study, campaigns, visits, contests, trainings and elections of every section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.general.document import Document
from yunguan.registers.record import CommonRecord
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})


def _took_part(event: Any, context: Context) -> Iterator[Problem]:
    if context.given.get("people", event.people) == 0:
        yield Problem("people", "参加人数须大于 0，没有举行的活动请登记取消。")


WORKFLOW = Workflow(
    states=(
        State("planned", "计划", "planned_on", awaits=True),
        State("held", "已开展", "held_on", final=True),
        State("cancelled", "已取消", "cancelled_on", final=True),
    ),
    transitions=(
        Transition(
            "hold", "登记开展", ("planned",), "held", HANDLERS, ("held_on", "people", "outcome"), guard=_took_part
        ),
        Transition("cancel", "取消", ("planned",), "cancelled", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class ActivityKind(models.TextChoices):
    """活动类别."""

    COMMITTEE = "committee", "党委会议"
    ELECTION = "election", "党内选举"
    STUDY = "study", "理论学习"
    PARTY_EDUCATION = "party_education", "党员教育"
    INTEGRITY = "integrity", "廉政教育"
    SURVEY = "survey", "调查研究"
    MEETING = "meeting", "工作会议"
    CAMPAIGN = "campaign", "宣传活动"
    VOLUNTEER = "volunteer", "志愿服务与包路段"
    HYGIENE = "hygiene", "环境卫生"
    VISIT = "visit", "走访调研"
    COMFORT = "comfort", "看望慰问"
    UNION = "union", "工会活动"
    CONTEST = "contest", "技能竞赛"
    TRAINING = "training", "业务培训"
    TASK_FORCE = "task_force", "专班工作"


class Activity(CommonRecord):
    """活动：一次活动一行。"""

    activity_title = models.CharField("活动名称", max_length=120)
    kind = models.CharField("活动类别", max_length=20, choices=ActivityKind)
    planned_on = models.DateField("计划日期")
    held_on = models.DateField("开展日期", blank=True, null=True)
    ended_on = models.DateField("结束日期", blank=True, null=True)
    cancelled_on = models.DateField("取消日期", blank=True, null=True)
    place = models.CharField("地点", max_length=100, blank=True, default="")
    organiser = models.CharField("组织单位", max_length=100, blank=True, default="")
    people = models.PositiveIntegerField("参加人数", blank=True, null=True)
    handed_out = models.PositiveIntegerField("发放资料份数", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="走访企业信用代码", blank=True, null=True)
    basis = ReferenceField(Document, verbose_name="依据文件登记号", blank=True, null=True)
    outcome = models.TextField("成效", blank=True, default="")

    title = "活动台账"
    section = "general"
    key_fields = ("planned_on", "activity_title")
    period_field = "planned_on"
    workflow = WORKFLOW
    internal = True
    search_fields = ("activity_title", "place", "outcome")
    list_fields = ("activity_title", "kind", "held_on", "place", "people", "kept_by", "state")
    filter_fields = ("kind", "kept_by")
    companions = {"operator": ("走访企业", "name"), "basis": ("依据文件", "document_title")}
    known_as = {"activity_title": ("名称", "主题"), "held_on": ("活动日期", "时间"), "people": ("人数",)}

    class Meta:
        verbose_name = "活动"
        constraints = (models.UniqueConstraint(fields=("planned_on", "activity_title"), name="activity_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "held_on", "ended_on")
        yield from owed(self, ("held",), "held_on", "people", "outcome")
        if self.people == 0:
            yield Problem("people", "参加人数须大于 0，没有举行的活动请登记取消。")
