"""驾校走访台账: schools visited, what they said, and what became of the problems that they raised."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.of_school import HEAD, KEEPERS, SchoolRecord

WORKFLOW = Workflow(
    states=(
        State("visited", "已走访", date_field="visited_on", awaits=True),
        State(
            "following", "跟进中", date_field="follow_from", deadline=Deadline("school_visit.follow_up"), awaits=True
        ),
        State("answered", "已答复驾校", date_field="answered_on", awaits=True),
        State("closed", "已办结", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition(
            "follow_up", "列为问题跟进", ("visited", "answered"), "following", KEEPERS, asks=("problem", "owner")
        ),
        Transition("answer", "答复驾校", ("following",), "answered", KEEPERS, asks=("measure",)),
        Transition("close", "没有问题，办结", ("visited",), "closed", KEEPERS),
        Transition("solved", "问题解决，办结", ("answered",), "closed", HEAD),
    ),
    takeover=KEEPERS,
)


class SchoolVisit(SchoolRecord):
    """走访摸底：一所驾校一次走访一行。"""

    visited_on = models.DateField("走访日期")
    visitors = models.CharField("走访人员", max_length=100)
    heads = models.CharField("驾校参加人员", max_length=100, blank=True, null=True)
    learners = models.PositiveIntegerField("在训学员数", blank=True, null=True)
    opinions = models.TextField("意见建议", blank=True, null=True)
    problem = models.TextField("存在问题", blank=True, null=True)
    owner = models.CharField("跟进人", max_length=50, blank=True, null=True)
    follow_from = models.DateField("列为跟进日期", blank=True, null=True)
    measure = models.TextField("处理措施", blank=True, null=True)
    answered_on = models.DateField("答复日期", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "驾校走访台账"
    key_fields = ("operator", "visited_on")
    period_field = "visited_on"
    workflow = WORKFLOW
    rules = (
        Rule("school_visit.follow_up", "走访问题答复期限", 30, "工作日", "驾培行业走访摸底工作安排", confirmed=False),
    )
    search_fields = ("operator__name", "opinions", "problem")
    list_fields = ("operator", "visited_on", "visitors", "problem", "owner", "answered_on", "area", "state")
    known_as = {**SchoolRecord.known_as, "opinions": ("意见", "听取意见"), "visited_on": ("走访时间",)}

    class Meta:
        verbose_name = "驾校走访"
        constraints = (models.UniqueConstraint(fields=("operator", "visited_on"), name="school_visit_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if not self.opinions and not self.problem:
            yield Problem("opinions", "走访须写明听取的意见建议；没有意见的请写“无”。")
        yield from in_order(self, "visited_on", "follow_from", "answered_on", "closed_on")
        yield from owed(self, ("following", "answered"), "problem", "owner", "follow_from")
        yield from owed(self, ("answered",), "measure", "answered_on")
        yield from owed(self, ("closed",), "closed_on")
