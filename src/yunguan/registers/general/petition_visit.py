"""群众来访登记台账: who came in person, how many, about what, and how they were received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.rules import RuleMissing, rule_on
from yunguan.registers.appeals import Topic
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MobileField, ReferenceField, SectionField, TimeField
from yunguan.registers.moves import wanted
from yunguan.registers.record import CommonRecord
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
BASIS = "信访工作条例（中共中央、国务院2022年2月25日）"

RULES = (
    Rule("petition_visit.group", "集体访起算人数", 5, "人", "信访工作常用统计口径", confirmed=False),
    Rule("petition_visit.representatives", "集体访推选代表人数上限", 5, "人", BASIS, "第二十条", confirmed=False),
    Rule("petition_visit.answer", "来访事项答复期限", 15, "日", BASIS, "第二十三条"),
)
ANSWER = Deadline("petition_visit.answer", since=("received", "handed_over"))


def _answered(visit: Any, context: Context) -> Iterator[Problem]:
    yield from wanted(visit, context, "outcome", "reply")
    given = context.given.get("outcome", visit.outcome)
    if given == Outcome.PETITION and not context.given.get("petition_no", visit.petition_no):
        yield Problem("petition_no", "立为信访事项的来访须填写信访编号，请先在信访事项台账中登记。")


WORKFLOW = Workflow(
    states=(
        State("received", "已接访", "visited_on", ANSWER, awaits=True),
        State("handed_over", "已转交办理", "handed_over_on", ANSWER, awaits=True),
        State("answered", "已答复", "answered_on", awaits=True),
        State("closed", "已办结", "closed_on", final=True),
        State("continued", "再次来访", "continued_on", final=True),
    ),
    transitions=(
        Transition("hand_over", "转交科室办理", ("received",), "handed_over", HANDLERS, ("kept_by",)),
        Transition(
            "answer",
            "登记答复",
            ("received", "handed_over"),
            "answered",
            HANDLERS,
            ("outcome", "reply", "petition_no"),
            owed=False,
            guard=_answered,
        ),
        Transition("close", "办结", ("answered",), "closed", HEAD),
        Transition("continue", "登记再次来访", ("answered",), "continued", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class Outcome(models.TextChoices):
    """处理方式."""

    EXPLAINED = "explained", "当场解释答复"
    SOLVED = "solved", "协调解决"
    PETITION = "petition", "立为信访事项"
    REFERRED = "referred", "引导法定途径"
    FORWARDED = "forwarded", "转有权处理单位"


class PetitionVisit(CommonRecord):
    """群众来访：一批来访一行。"""

    visit_no = models.CharField("来访编号", max_length=40)
    visited_on = models.DateField("来访日期")
    visited_at = TimeField("来访时间", blank=True, default="")
    people = models.PositiveSmallIntegerField("来访人数")
    group_visit = models.BooleanField("集体访", default=False, editable=False)
    representatives = models.PositiveSmallIntegerField("代表人数", blank=True, null=True)
    visitor = models.CharField("来访人（代表）", max_length=50)
    phone = MobileField("联系电话", blank=True, default="")
    topic = models.CharField("来访主题", max_length=16, choices=Topic)
    statement = models.TextField("反映事项")
    operator = ReferenceField(Operator, verbose_name="涉及企业信用代码", blank=True, null=True)
    first_time = models.BooleanField("初访", default=True)
    receiver = models.CharField("接访人", max_length=50)
    leader = models.CharField("接访领导", max_length=50, blank=True, default="")
    kept_by = SectionField("承办科室", blank=True, default="")
    handed_over_on = models.DateField("转交日期", blank=True, null=True)
    outcome = models.CharField("处理方式", max_length=16, choices=Outcome, blank=True, default="")
    reply = models.TextField("答复情况", blank=True, default="")
    petition_no = models.CharField("信访编号", max_length=40, blank=True, default="")
    answered_on = models.DateField("答复日期", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)
    continued_on = models.DateField("再次来访日期", blank=True, null=True)

    title = "群众来访登记台账"
    section = "general"
    key_fields = ("visit_no",)
    period_field = "visited_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    personal = ("visitor",)
    kept_years = {"visitor": 5, "phone": 5}
    search_fields = ("visit_no", "statement", "operator__name")
    list_fields = (
        "visit_no",
        "visited_on",
        "people",
        "group_visit",
        "topic",
        "operator",
        "kept_by",
        "outcome",
        "state",
    )
    filter_fields = ("topic", "group_visit", "first_time", "outcome", "kept_by")
    companions = {"operator": ("涉及企业", "name")}
    known_as = {
        "people": ("人数", "人次"),
        "topic": ("主题",),
        "statement": ("来访事由", "诉求"),
        "receiver": ("接待人",),
    }

    class Meta:
        verbose_name = "群众来访"
        constraints = (models.UniqueConstraint(fields=("visit_no",), name="petition_visit_once"),)

    def derive(self) -> None:
        least = _least(self)
        self.group_visit = least is not None and (self.people or 0) >= least

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "visited_on", "handed_over_on", "answered_on", "closed_on")
        yield from owed(self, ("answered", "closed"), "outcome", "reply", "answered_on")
        yield from owed(self, ("closed",), "closed_on")
        if not self.people:
            yield Problem("people", "来访人数须大于 0，没有来人的不要登记。")
        if self.representatives and self.representatives > self.people:
            yield Problem("representatives", "代表人数超过来访人数，请核对两个数字。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A group sends so many to speak for it, no more: told, because the visit took place."""
        for index, record in enumerate(records):
            if not record.group_visit or not record.representatives:
                continue
            most = rule_on("petition_visit.representatives", record.visited_on).value
            if record.representatives > most:
                text = f"集体访代表不超过 {most} 人，本次 {record.representatives} 人，请说明推选情况。"
                yield index, Problem("representatives", text, Severity.WARNING)


def _least(visit: PetitionVisit) -> int | None:
    """From how many people on a visit is one of a group; None where the rule has no value for the day."""
    try:
        return rule_on("petition_visit.group", visit.visited_on).value
    except RuleMissing:
        return None
