"""信访事项台账: matters of the public under 信访工作条例, from registration to the review of the review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.appeals import Topic
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField, SectionField
from yunguan.registers.limits import last_day, within
from yunguan.registers.moves import wanted
from yunguan.registers.record import CommonRecord
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
BASIS = "信访工作条例（中共中央、国务院2022年2月25日）"
NOTIFY = Deadline("petition.notify")
CLOSE = Deadline("petition.close", since=("accepted", "extension_asked", "extended"), extended_by="extended_days")
ASK = Deadline("petition.ask")
REVIEW = Deadline("petition.review", pauses_in=("hearing",), since=("reviewing", "re_reviewing"))

RULES = (
    Rule("petition.notify", "信访事项受理告知期限", 15, "日", BASIS, "第二十三条"),
    Rule("petition.object", "转送事项异议期限", 5, "工作日", BASIS, "第二十三条"),
    Rule("petition.close", "信访事项办结期限", 60, "日", BASIS, "第三十四条"),
    Rule("petition.extension", "信访事项延期上限", 30, "日", BASIS, "第三十四条"),
    Rule("petition.ask", "申请复查、复核期限", 30, "日", BASIS, "第三十五条、第三十六条"),
    Rule("petition.review", "复查、复核办理期限", 30, "日", BASIS, "第三十五条、第三十六条"),
)


def _objectable(matter: Any, context: Context) -> Iterator[Problem]:
    limit = last_day("petition.object", matter.received_on)
    if matter.received_from == Origin.DIRECT:
        yield Problem("received_from", "本人直接提出的事项不能退回异议，不属本单位的请作不予受理告知。")
    elif limit and context.on > limit:
        yield Problem("", f"异议应在 {limit:%Y-%m-%d} 前提出，已逾期，请受理后协调办理。")


def _extension(matter: Any, context: Context) -> Iterator[Problem]:
    days, most = context.given.get("extended_days", matter.extended_days), context.rule("petition.extension")
    if not 0 < days <= most:
        yield Problem("extended_days", f"延期天数须在 1 至 {most} 日之间，请核对。")


def _extendable(matter: Any, context: Context) -> Iterator[Problem]:
    if matter.due_on and context.on > matter.due_on:
        yield Problem("", f"办结期限 {matter.due_on:%Y-%m-%d} 已过，不能再申请延期，请尽快出具处理意见。")


def _kept(matter: Any, context: Context) -> dict[str, Any]:
    return {"on_time": within(context.on, matter.due_on)}


def _opinion(matter: Any, context: Context) -> Iterator[Problem]:
    """A written opinion has a number, a result and a legal ground (第三十二条)."""
    yield from wanted(matter, context, "opinion_no", "result", "ground")


WORKFLOW = Workflow(
    states=(
        State("registered", "已登记待受理", "received_on", NOTIFY, awaits=True),
        State("refused", "不予受理已告知", "refused_on", final=True),
        State("forwarded", "已转送", "forwarded_on", final=True),
        State("objected", "已退回异议", "objected_on", final=True),
        State("accepted", "已受理办理中", "accepted_on", CLOSE, awaits=True),
        State("extension_asked", "延期待批", "extension_asked_on", CLOSE, awaits=True),
        State("extended", "延期办理", "extended_on", CLOSE, awaits=True),
        State("decided", "已出具意见待送达", "decided_on", CLOSE, awaits=True),
        State("delivered", "意见已送达", "delivered_on", ASK),
        State("settled", "息诉办结", "settled_on", final=True),
        State("reviewing", "复查中", "review_asked_on", REVIEW, awaits=True),
        State("reviewed", "复查意见已送达", "reviewed_on", ASK),
        State("re_reviewing", "复核中", "re_review_asked_on", REVIEW, awaits=True),
        State("hearing", "复核听证", "hearing_on", awaits=True),
        State("ended", "信访终结", "ended_on", final=True),
    ),
    transitions=(
        Transition("accept", "受理并告知", ("registered",), "accepted", HANDLERS, ("kept_by", "handler")),
        Transition("refuse", "不予受理告知", ("registered",), "refused", HEAD, reason=True),
        Transition("forward", "转送有权机关", ("registered",), "forwarded", HANDLERS, ("forwarded_to",)),
        Transition("object", "退回异议", ("registered",), "objected", HEAD, reason=True, guard=_objectable),
        Transition(
            "ask_extension", "申请延期", ("accepted",), "extension_asked", HANDLERS, reason=True, guard=_extendable
        ),
        Transition(
            "extend",
            "批准延期",
            ("extension_asked",),
            "extended",
            HEAD,
            ("extended_days",),
            other_person=True,
            guard=_extension,
        ),
        Transition("refuse_extension", "不批准延期", ("extension_asked",), "accepted", HEAD, reason=True),
        Transition(
            "decide",
            "出具处理意见",
            ("accepted", "extended"),
            "decided",
            HEAD,
            ("opinion_no", "result", "ground"),
            fills=_kept,
            guard=_opinion,
        ),
        Transition("deliver", "送达", ("decided",), "delivered", HANDLERS),
        Transition("settle", "息诉办结", ("delivered", "reviewed"), "settled", HANDLERS, ("satisfied",)),
        Transition("lapse", "期满未申请复查", ("delivered",), "settled", frozenset(), when_overdue=True),
        Transition("review", "申请复查", ("delivered",), "reviewing", HANDLERS),
        Transition("answer_review", "送达复查意见", ("reviewing",), "reviewed", HEAD, ("review_result",)),
        Transition("re_review", "申请复核", ("reviewed",), "re_reviewing", HANDLERS),
        Transition("hear", "举行听证", ("re_reviewing",), "hearing", HEAD),
        Transition("resume", "听证结束", ("hearing",), "re_reviewing", HEAD),
        Transition("end", "送达复核意见并终结", ("re_reviewing",), "ended", HEAD, ("review_result",)),
        Transition("end_silent", "期满未申请复核", ("reviewed",), "ended", frozenset(), when_overdue=True),
    ),
    takeover=HANDLERS,
)


class Channel(models.TextChoices):
    """信访形式."""

    ONLINE = "online", "网上"
    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    PHONE = "phone", "来电"


class Origin(models.TextChoices):
    """来源."""

    DIRECT = "direct", "本人直接提出"
    FORWARDED = "forwarded", "上级或信访部门转送"
    ASSIGNED = "assigned", "上级交办"


class Purpose(models.TextChoices):
    """信访目的 (第二十九条至第三十一条)."""

    SUGGESTION = "suggestion", "建议意见"
    ACCUSATION = "accusation", "检举控告"
    CLAIM = "claim", "申诉求决"


class Result(models.TextChoices):
    """处理结果 (第三十二条)."""

    SUPPORTED = "supported", "支持"
    PARTLY = "partly", "部分支持"
    EXPLAINED = "explained", "解释说明"
    REJECTED = "rejected", "不予支持"


class Petition(CommonRecord):
    """信访事项：一件一行。"""

    petition_no = models.CharField("信访编号", max_length=40)
    received_on = models.DateField("登记日期")
    channel = models.CharField("信访形式", max_length=16, choices=Channel)
    received_from = models.CharField("来源", max_length=16, choices=Origin)
    purpose = models.CharField("信访目的", max_length=16, choices=Purpose)
    topic = models.CharField("信访主题", max_length=16, choices=Topic)
    people = models.PositiveSmallIntegerField("信访人数", default=1)
    petitioner = models.CharField("信访人", max_length=50)
    identity_number = IdentityNumberField("身份证号", blank=True, default="")
    phone = MobileField("联系电话", blank=True, default="")
    statement = models.TextField("请求事项")
    operator = ReferenceField(Operator, verbose_name="涉及企业信用代码", blank=True, null=True)
    repeated = models.BooleanField("重复信访", default=False)
    kept_by = SectionField("承办科室", blank=True, default="")
    handler = models.CharField("承办人", max_length=50, blank=True, default="")
    accepted_on = models.DateField("受理告知日期", blank=True, null=True)
    refused_on = models.DateField("不予受理日期", blank=True, null=True)
    forwarded_on = models.DateField("转送日期", blank=True, null=True)
    forwarded_to = models.CharField("转送单位", max_length=100, blank=True, default="")
    objected_on = models.DateField("异议日期", blank=True, null=True)
    extension_asked_on = models.DateField("申请延期日期", blank=True, null=True)
    extended_days = models.PositiveSmallIntegerField("延期天数", blank=True, null=True)
    extended_on = models.DateField("批准延期日期", blank=True, null=True)
    opinion_no = models.CharField("处理意见书文号", max_length=60, blank=True, default="")
    result = models.CharField("处理结果", max_length=16, choices=Result, blank=True, default="")
    ground = models.TextField("法律依据", blank=True, default="")
    decided_on = models.DateField("出具意见日期", blank=True, null=True)
    on_time = models.BooleanField("按期办结", blank=True, null=True, editable=False)
    delivered_on = models.DateField("送达日期", blank=True, null=True)
    satisfied = models.BooleanField("信访人满意", blank=True, null=True)
    settled_on = models.DateField("息诉日期", blank=True, null=True)
    review_asked_on = models.DateField("申请复查日期", blank=True, null=True)
    reviewed_on = models.DateField("复查意见日期", blank=True, null=True)
    review_result = models.CharField("复查复核结论", max_length=100, blank=True, default="")
    re_review_asked_on = models.DateField("申请复核日期", blank=True, null=True)
    hearing_on = models.DateField("听证日期", blank=True, null=True)
    ended_on = models.DateField("终结日期", blank=True, null=True)

    title = "信访事项台账"
    section = "general"
    key_fields = ("petition_no",)
    period_field = "received_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    personal = ("petitioner",)
    kept_years = {"petitioner": 10, "identity_number": 10, "phone": 10}
    alike_by = ("identity_number", "topic")
    search_fields = ("petition_no", "statement", "operator__name")
    list_fields = ("petition_no", "received_on", "channel", "purpose", "topic", "kept_by", "result", "on_time", "state")
    filter_fields = ("channel", "received_from", "purpose", "topic", "result", "on_time", "repeated", "kept_by")
    companions = {"operator": ("涉及企业", "name")}
    known_as = {"petition_no": ("信访件编号",), "received_on": ("收件日期",), "statement": ("信访内容",)}

    class Meta:
        verbose_name = "信访事项"
        constraints = (models.UniqueConstraint(fields=("petition_no",), name="petition_once"),)

    def derive(self) -> None:
        if self.decided_on and self.accepted_on and self.on_time is None:
            self.on_time = within(
                self.decided_on, last_day("petition.close", self.accepted_on, self.extended_days or 0)
            )

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "received_on", "accepted_on", "decided_on", "delivered_on", "review_asked_on")
        yield from in_order(self, "review_asked_on", "reviewed_on", "re_review_asked_on", "ended_on")
        yield from owed(self, ("accepted", "decided", "delivered", "settled"), "accepted_on")
        yield from owed(self, ("decided", "delivered", "settled"), "opinion_no", "result", "ground", "decided_on")
        yield from owed(self, ("forwarded",), "forwarded_to", "forwarded_on")
        if not self.people:
            yield Problem("people", "信访人数须大于 0，请填写。")
