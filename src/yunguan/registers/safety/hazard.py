"""隐患台账: what must be put right, until it was seen to be right.

Source: 安全生产法第四十一条 (major hazards are reported and supervised); 道路运输企业和城市客运企业安全生产重大事故隐患
判定标准（试行）（交办运〔2023〕52号).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.check_template_item import CheckTemplateItem, Severity
from yunguan.registers.safety.parts import lacking, people_in
from yunguan.registers.safety.routine_check import RoutineCheck
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
ANSWERING = HANDLERS | {"operator", "county"}
BASIS = "中心隐患整改工作要求"
PUTTING_RIGHT = ("issued", "supervised")
LEAST_RECHECKERS = 2

RULES = (
    Rule("hazard.rectify.general", "一般隐患整改期限", 15, "日", BASIS, confirmed=False),
    Rule("hazard.rectify.major", "重大隐患整改期限", 60, "日", BASIS, confirmed=False),
)


def _general(hazard: Any, context: Context) -> Iterator[Problem]:
    if hazard.level == Severity.MAJOR:
        yield Problem("level", "重大隐患须报告主管部门并挂牌督办，请改用“挂牌督办”。")
    yield from _limit_ahead(hazard, context)


def _major(hazard: Any, context: Context) -> Iterator[Problem]:
    if hazard.level != Severity.MAJOR:
        yield Problem("level", "只有重大隐患才挂牌督办，请改用“下发整改”。")
    yield from lacking(hazard, context, "supervision_no", "reported_on")
    yield from _limit_ahead(hazard, context)


def _limit_ahead(hazard: Any, context: Context) -> Iterator[Problem]:
    limit = value_of(hazard, context, "rectify_by")
    if limit is not None and limit < context.on:
        yield Problem("rectify_by", "整改期限早于下发日期，请重新确定期限。")


def _limit(hazard: Any, context: Context) -> dict[str, Any]:
    """The last day to put it right: the one typed, else by the rule of its level."""
    limit = value_of(hazard, context, "rectify_by")
    if limit is None:
        limit = working_calendar().due(context.on, context.rule(f"hazard.rectify.{hazard.level}"), "calendar")
    return {"rectify_by": limit, "due_on": limit}


def _answered(hazard: Any, context: Context) -> dict[str, Any]:
    return {"on_time": context.on <= hazard.rectify_by, "due_on": None}


def _answer_complete(hazard: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(hazard, context, "measures", "evidence")


def _back(level: Severity) -> Any:
    """Back to those who must put it right; a later limit may be given."""

    def guard(hazard: Any, context: Context) -> Iterator[Problem]:
        if hazard.level != level:
            yield Problem("level", f"本隐患不是{level.label}，请改用另一“退回”操作。")
        yield from _limit_ahead(hazard, context)

    return guard


def _closable(hazard: Any, context: Context) -> Iterator[Problem]:
    """It is closed on evidence, by two who have seen it."""
    yield from lacking(hazard, context, "evidence", "recheckers")
    names = people_in(value_of(hazard, context, "recheckers"))
    if names and len(names) < LEAST_RECHECKERS:
        yield Problem("recheckers", f"复查须有 {LEAST_RECHECKERS} 人以上，姓名之间用“、”隔开。")


WORKFLOW = Workflow(
    states=(
        State("draft", "起草", awaits=True),
        State("submitted", "待审核", date_field="submitted_on", awaits=True),
        State("issued", "待反馈", date_field="issued_on", awaits=True),
        State("supervised", "挂牌督办", date_field="supervised_on", awaits=True),
        State("answered", "待确认", date_field="answered_on", awaits=True),
        State("closed", "合格销号", date_field="closed_on", final=True),
        State("rejected", "已拒绝", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition("submit", "提交审核", ("draft",), "submitted", HANDLERS),
        Transition("reject", "不予下发", ("submitted",), "rejected", HEAD, reason=True),
        Transition("return_draft", "退回起草", ("submitted",), "draft", HEAD, reason=True),
        Transition(
            "issue",
            "下发整改",
            ("submitted",),
            "issued",
            HEAD,
            asks=("rectify_by",),
            other_person=True,
            fills=_limit,
            guard=_general,
        ),
        Transition(
            "supervise",
            "挂牌督办",
            ("submitted",),
            "supervised",
            HEAD,
            asks=("supervision_no", "reported_on", "rectify_by"),
            other_person=True,
            fills=_limit,
            guard=_major,
        ),
        Transition(
            "answer",
            "反馈整改",
            PUTTING_RIGHT,
            "answered",
            ANSWERING,
            asks=("measures", "evidence"),
            fills=_answered,
            guard=_answer_complete,
        ),
        Transition(
            "send_back",
            "复查不合格退回",
            ("answered",),
            "issued",
            HANDLERS,
            asks=("rectify_by",),
            reason=True,
            fills=_limit,
            guard=_back(Severity.GENERAL),
        ),
        Transition(
            "send_back_major",
            "复查不合格继续督办",
            ("answered",),
            "supervised",
            HANDLERS,
            asks=("rectify_by",),
            reason=True,
            fills=_limit,
            guard=_back(Severity.MAJOR),
        ),
        Transition(
            "close",
            "复查合格销号",
            ("answered",),
            "closed",
            HEAD,
            asks=("recheckers",),
            other_person=True,
            guard=_closable,
        ),
    ),
    takeover=HANDLERS,
)


class Source(models.TextChoices):
    """隐患来源."""

    ROUTINE = "routine_check", "月排查"
    SPECIAL = "special", "专项检查"
    REPORT = "report", "企业自报"
    COMPLAINT = "complaint", "投诉举报"
    ACCIDENT = "accident", "事故调查"


class Hazard(Record):
    """隐患：一处一行。"""

    hazard_no = models.CharField("隐患编号", max_length=30)
    source = models.CharField("隐患来源", max_length=20, choices=Source)
    routine = ReferenceField(RoutineCheck, verbose_name="排查编号", blank=True, null=True)
    item = ReferenceField(CheckTemplateItem, verbose_name="项目编号", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    found_on = models.DateField("发现日期")
    position = models.CharField("隐患部位", max_length=100, blank=True, null=True)
    description = models.CharField("隐患描述", max_length=300)
    level = models.CharField("隐患等级", max_length=10, choices=Severity)
    proposal = models.CharField("整改要求", max_length=300, blank=True, null=True)
    responsible = models.CharField("整改责任人", max_length=50, blank=True, null=True)
    submitted_on = models.DateField("提交审核日期", blank=True, null=True)
    issued_on = models.DateField("下发日期", blank=True, null=True)
    rectify_by = models.DateField("整改期限", blank=True, null=True)
    supervised_on = models.DateField("挂牌日期", blank=True, null=True)
    reported_on = models.DateField("报告主管部门日期", blank=True, null=True)
    supervision_no = models.CharField("挂牌督办文号", max_length=60, blank=True, null=True)
    measures = models.CharField("整改措施", max_length=300, blank=True, null=True)
    evidence = models.CharField("整改佐证", max_length=200, blank=True, null=True)
    answered_on = models.DateField("反馈日期", blank=True, null=True)
    on_time = models.BooleanField("按期整改", null=True, editable=False)
    recheckers = models.CharField("复查人员", max_length=100, blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "安全隐患台账"
    section = "safety"
    key_fields = ("hazard_no",)
    period_field = "found_on"
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    search_fields = ("hazard_no", "operator__name", "description", "supervision_no")
    list_fields = ("hazard_no", "operator", "level", "description", "found_on", "rectify_by", "area", "state")
    filter_fields = ("level", "sector", "source")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "found_on": ("检查日期", "排查日期"),
        "description": ("问题描述", "存在问题"),
        "proposal": ("整改建议",),
        "rectify_by": ("整改时限", "完成时限"),
        "evidence": ("佐证材料",),
        "closed_on": ("销号日期",),
        "operator__name": ("单位名称",),
    }

    class Meta:
        verbose_name = "安全隐患"
        constraints = (
            models.UniqueConstraint(fields=("hazard_no",), name="hazard_once"),
            models.UniqueConstraint(fields=("routine", "item"), name="hazard_once_an_item"),
        )
        indexes = (models.Index(fields=("sector", "found_on"), name="hazard_sector_found"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
            self.sector = self.operator.sector
        self.due_on = self.rectify_by if self.state in PUTTING_RIGHT else None
        self.on_time = _kept(self.answered_on, self.rectify_by)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "found_on", "submitted_on", "issued_on", "answered_on", "closed_on")
        yield from in_order(self, "submitted_on", "supervised_on", "answered_on")
        yield from owed(self, (*PUTTING_RIGHT, "answered", "closed"), "rectify_by")
        yield from owed(self, ("answered", "closed"), "answered_on", "measures", "evidence")
        yield from owed(self, ("closed",), "closed_on", "recheckers")
        yield from self._of_level()
        if self.routine_id and self.operator_id != self.routine.operator_id:
            yield Problem("routine", "隐患所属企业与排查记录的企业不符，请核对排查编号。")
        if self.item_id and not self.routine_id:
            yield Problem("routine", "写有项目编号的隐患须写明排查编号。")

    def _of_level(self) -> Iterator[Problem]:
        if self.level == Severity.MAJOR:
            yield from owed(
                self, ("supervised", "answered", "closed"), "supervision_no", "reported_on", "supervised_on"
            )
        else:
            yield from owed(self, ("issued", "answered", "closed"), "issued_on")
        if self.level != Severity.MAJOR and self.state == "supervised":
            yield Problem("level", "只有重大隐患才挂牌督办，请核对隐患等级或状态。")
        if self.level == Severity.MAJOR and self.state == "issued":
            yield Problem("state", "重大隐患须挂牌督办，不能只下发整改，请核对状态。")


def _kept(done: date | None, limit: date | None) -> bool | None:
    return None if done is None or limit is None else done <= limit
