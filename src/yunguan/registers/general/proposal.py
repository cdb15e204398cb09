"""建议提案台账: suggestions of deputies and proposals of members, from assignment to the answer that they accept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.appeals import Satisfaction
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import SectionField
from yunguan.registers.limits import last_day, months_later, within
from yunguan.registers.moves import wanted
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
LEADERS = frozenset({"head", "leader"})
IN_CLOCK = ("assigned", "signed", "return_asked", "extended", "drafted", "checked")
DEPUTIES = "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法"
LOCAL = "建议提案办理工作规定（按本市规定核对）"

RULES = (
    Rule("proposal.normal", "建议提案答复期限", 3, "月", DEPUTIES, "第五十一条"),
    Rule("proposal.hard", "涉及面广、处理难度大的建议提案答复期限", 6, "月", DEPUTIES, "第五十一条"),
    Rule("proposal.assist", "会办意见送主办单位期限", 1, "月", LOCAL, confirmed=False),
    Rule("proposal.extension", "建议提案延期上限", 1, "月", LOCAL, confirmed=False),
    Rule("proposal.redo", "不满意件重新答复期限", 1, "月", LOCAL, confirmed=False),
    Rule("proposal.return", "交办有误退回期限", 10, "日", LOCAL, confirmed=False),
)


def _returnable(paper: Any, context: Context) -> Iterator[Problem]:
    limit = last_day("proposal.return", paper.assigned_on)
    if limit and context.on > limit:
        yield Problem("", f"退回改派应在 {limit:%Y-%m-%d} 前提出，已逾期，请与交办单位协商。")


def _extendable(paper: Any, context: Context) -> Iterator[Problem]:
    if paper.due_on and context.on > paper.due_on:
        yield Problem("", f"答复期限 {paper.due_on:%Y-%m-%d} 已过，不能再延期，请尽快答复。")


def _extended(paper: Any, context: Context) -> dict[str, Any]:
    """The months of the rule beyond the limit there was."""
    months = context.rule("proposal.extension")
    return {"extended_months": months, "due_on": months_later(paper.due_on or context.on, months)}


def _talked(paper: Any, context: Context) -> Iterator[Problem]:
    """办前有沟通, 办中有联系: a lead answer is drafted after both; an opinion for the lead unit is not."""
    if paper.part == Part.ASSIST:
        return
    yield from wanted(paper, context, "contact_before_on", "contact_during_on")


def _classed(paper: Any, context: Context) -> Iterator[Problem]:
    yield from wanted(paper, context, "reply_no", "reply_class")
    follows = context.given.get("reply_class", paper.reply_class) == Class.B
    if follows and not context.given.get("promised_on", paper.promised_on):
        yield Problem("promised_on", "B类件须写明承诺办结日期，以便跟踪。")


def _answered(paper: Any, context: Context) -> dict[str, Any]:
    kept = within(context.on, paper.due_on)
    return {"on_time": False if paper.on_time is False else kept, "due_on": None}


def _accepted(paper: Any, context: Context) -> Iterator[Problem]:
    given = context.given.get("feedback", paper.feedback)
    if given == Satisfaction.DISSATISFIED:
        yield Problem("feedback", "代表、委员不满意的，请重新办理后再次答复。")


def _of_class_b(paper: Any, context: Context) -> Iterator[Problem]:
    yield from _accepted(paper, context)
    if paper.reply_class != Class.B:
        yield Problem("reply_class", "只有B类件转入跟踪，A类、C类件请直接办结。")


def _unsatisfied(paper: Any, context: Context) -> Iterator[Problem]:
    if context.given.get("feedback", paper.feedback) != Satisfaction.DISSATISFIED:
        yield Problem("feedback", "只有反馈不满意的件才重新办理，请核对满意度。")


def _again(paper: Any, context: Context) -> dict[str, Any]:
    limit = last_day("proposal.redo", context.on)
    return {"redone": paper.redone + 1, "due_on": limit}


FEEDBACK = ("feedback", "contact_after_on")
WORKFLOW = Workflow(
    states=(
        State("assigned", "已交办待签收", "assigned_on", awaits=True),
        State("signed", "承办中", "signed_on", awaits=True),
        State("return_asked", "退回改派待批", "return_asked_on", awaits=True),
        State("returned", "已退回改派", "returned_on", final=True),
        State("extended", "延期承办", "extended_on", awaits=True),
        State("drafted", "已拟稿待核稿", "drafted_on", awaits=True),
        State("checked", "已核稿待签发", "checked_on", awaits=True),
        State("replied", "已答复待反馈", "replied_on", awaits=True),
        State("redoing", "重新办理", "redo_on", awaits=True),
        State("tracked", "已办结跟踪中", "tracked_on", awaits=True),
        State("completed", "已办结", "completed_on", final=True),
    ),
    transitions=(
        Transition("sign", "签收", ("assigned",), "signed", HANDLERS, ("kept_by", "handler")),
        Transition("ask_return", "申请退回改派", ("signed",), "return_asked", HANDLERS, reason=True, guard=_returnable),
        Transition("return", "同意退回", ("return_asked",), "returned", HEAD),
        Transition("keep", "不同意退回", ("return_asked",), "signed", HEAD, reason=True),
        Transition(
            "extend", "批准延期", ("signed",), "extended", LEADERS, reason=True, fills=_extended, guard=_extendable
        ),
        Transition(
            "draft",
            "提交答复稿",
            ("signed", "extended", "redoing"),
            "drafted",
            HANDLERS,
            ("contact_before_on", "contact_during_on"),
            owed=False,
            guard=_talked,
        ),
        Transition("send_back", "退回修改", ("drafted", "checked"), "signed", LEADERS, reason=True),
        Transition("check", "核稿", ("drafted",), "checked", HEAD, other_person=True),
        Transition(
            "reply",
            "签发答复",
            ("checked",),
            "replied",
            LEADERS,
            ("reply_no", "reply_class", "promised_on"),
            other_person=True,
            fills=_answered,
            guard=_classed,
        ),
        Transition("complete", "反馈满意办结", ("replied",), "completed", HANDLERS, FEEDBACK, guard=_accepted),
        Transition("track", "转入B类跟踪", ("replied",), "tracked", HANDLERS, FEEDBACK, guard=_of_class_b),
        Transition(
            "redo",
            "不满意重新办理",
            ("replied",),
            "redoing",
            HANDLERS,
            FEEDBACK,
            True,
            fills=_again,
            guard=_unsatisfied,
        ),
        Transition("fulfil", "承诺兑现办结", ("tracked",), "completed", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class PaperKind(models.TextChoices):
    """类别."""

    SUGGESTION = "suggestion", "人大代表建议"
    PROPOSAL = "proposal", "政协委员提案"


class Part(models.TextChoices):
    """办理方式."""

    LEAD = "lead", "主办"
    SEPARATE = "separate", "分办"
    ASSIST = "assist", "会办"


class Class(models.TextChoices):
    """办理结果分类."""

    A = "A", "A类（已解决或基本解决）"
    B = "B", "B类（正在解决或列入计划）"
    C = "C", "C类（受条件限制留作参考）"


class Proposal(CommonRecord):
    """建议提案：一件一行。"""

    proposal_no = models.CharField("建议提案编号", max_length=40)
    kind = models.CharField("类别", max_length=16, choices=PaperKind)
    session = models.CharField("届次", max_length=40)
    paper_title = models.CharField("标题", max_length=120)
    proposers = models.CharField("代表（委员）", max_length=100)
    part = models.CharField("办理方式", max_length=16, choices=Part)
    lead_unit = models.CharField("主办单位", max_length=100, blank=True, default="")
    hard = models.BooleanField("难度大的件", default=False)
    assigned_on = models.DateField("交办日期")
    signed_on = models.DateField("签收日期", blank=True, null=True)
    return_asked_on = models.DateField("申请退回日期", blank=True, null=True)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    kept_by = SectionField("承办科室", blank=True, default="")
    handler = models.CharField("承办人", max_length=50, blank=True, default="")
    contact_before_on = models.DateField("办前沟通日期", blank=True, null=True)
    contact_during_on = models.DateField("办中联系日期", blank=True, null=True)
    visited_on = models.DateField("现场调查日期", blank=True, null=True)
    extended_on = models.DateField("延期日期", blank=True, null=True)
    extended_months = models.PositiveSmallIntegerField("延期月数", blank=True, null=True)
    drafted_on = models.DateField("拟稿日期", blank=True, null=True)
    checked_on = models.DateField("核稿日期", blank=True, null=True)
    reply_no = models.CharField("答复文号", max_length=60, blank=True, default="")
    reply_class = models.CharField("结果分类", max_length=1, choices=Class, blank=True, default="")
    public = models.BooleanField("答复公开", default=False)
    replied_on = models.DateField("答复日期", blank=True, null=True)
    on_time = models.BooleanField("按期答复", blank=True, null=True, editable=False)
    contact_after_on = models.DateField("办后反馈日期", blank=True, null=True)
    feedback = models.CharField("满意度", max_length=16, choices=Satisfaction, blank=True, default="")
    redone = models.PositiveSmallIntegerField("重办次数", default=0, blank=True)
    redo_on = models.DateField("重办日期", blank=True, null=True)
    promised_on = models.DateField("承诺办结日期", blank=True, null=True)
    tracked_on = models.DateField("转入跟踪日期", blank=True, null=True)
    completed_on = models.DateField("办结日期", blank=True, null=True)

    title = "建议提案办理台账"
    section = "general"
    key_fields = ("proposal_no",)
    period_field = "assigned_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("proposal_no", "paper_title", "proposers", "handler")
    list_fields = (
        "proposal_no",
        "kind",
        "paper_title",
        "part",
        "kept_by",
        "replied_on",
        "reply_class",
        "feedback",
        "state",
    )
    filter_fields = ("kind", "part", "kept_by", "reply_class", "feedback", "on_time", "hard")
    known_as = {
        "proposal_no": ("编号", "案号"),
        "paper_title": ("案由", "建议标题"),
        "proposers": ("提案人", "领衔代表"),
        "feedback": ("反馈意见",),
    }

    class Meta:
        verbose_name = "建议提案"
        constraints = (models.UniqueConstraint(fields=("proposal_no",), name="proposal_once"),)

    def derive(self) -> None:
        limit = self.limit()
        if self.state in IN_CLOCK:
            self.due_on = limit
        elif self.state == "redoing" and self.redo_on:
            self.due_on = last_day("proposal.redo", self.redo_on)
        if self.replied_on and self.on_time is None and not self.redone:
            self.on_time = within(self.replied_on, limit)

    def limit(self) -> date | None:
        """The last day for the answer: months by kind of part and difficulty, and what was granted."""
        kind = "assist" if self.part == Part.ASSIST else "hard" if self.hard else "normal"
        end = last_day(f"proposal.{kind}", self.assigned_on)
        return months_later(end, self.extended_months) if end and self.extended_months else end

    def problems(self) -> Iterator[Problem]:
        yield from in_order(
            self, "assigned_on", "signed_on", "drafted_on", "checked_on", "replied_on", "contact_after_on"
        )
        yield from owed(self, ("replied", "tracked", "completed"), "reply_no", "reply_class", "replied_on")
        yield from owed(self, ("tracked", "completed"), "feedback", "contact_after_on")
        yield from owed(self, ("tracked",), "promised_on")
        if self.part == Part.ASSIST and not self.lead_unit:
            yield Problem("lead_unit", "会办件须写明主办单位。")
        if self.state == "completed" and self.part != Part.ASSIST and not self.contact_before_on:
            yield Problem("contact_before_on", "办结件没有办前沟通日期，请补填。", Severity.WARNING)
