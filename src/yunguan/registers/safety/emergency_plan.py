"""应急预案备案: the emergency plans that operators file with the centre."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.office.series import next_number
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
APPLICANTS = HANDLERS | {"operator", "county"}
CHECK = Deadline("emergency_plan.check", since=("submitted",), pauses_in=("supplement",))

RULES = (
    Rule(
        "emergency_plan.check",
        "应急预案备案核对期限",
        5,
        "工作日",
        "生产安全事故应急预案管理办法（应急管理部令第2号）",
        article="备案一节",
        effective_from=date(2019, 9, 1),
        confirmed=False,
    ),
    Rule(
        "emergency_plan.submit",
        "应急预案公布后申报备案期限",
        20,
        "工作日",
        "生产安全事故应急预案管理办法（应急管理部令第2号）",
        article="第二十六条",
        effective_from=date(2019, 9, 1),
        confirmed=False,
    ),
    Rule(
        "emergency_plan.review",
        "应急预案定期评估周期",
        3,
        "年",
        "生产安全事故应急预案管理办法（应急管理部令第2号）",
        effective_from=date(2019, 9, 1),
        confirmed=False,
    ),
)


def _complete(plan: Any, context: Context) -> Iterator[Problem]:
    """What the handbook asks for before a plan may be filed."""
    if not plan.risk_assessed:
        yield Problem("risk_assessed", "缺风险评估结果，不能备案，请先要求补正。")
    if not plan.resources_surveyed:
        yield Problem("resources_surveyed", "缺应急资源调查清单，不能备案，请先要求补正。")
    if plan.sector == Sector.DANGEROUS and plan.reviewed_on is None:
        yield Problem("reviewed_on", "危险货物运输企业的预案须经评审，请先要求补正评审意见。")
    number = context.given.get("filing_no", plan.filing_no)
    if number and type(plan)._base_manager.filter(filing_no=number).exclude(pk=plan.pk).exists():
        yield Problem("filing_no", f"备案编号“{number}”已被使用，请换一个编号。")


def _submittable(plan: Any, context: Context) -> Iterator[Problem]:
    """A late filing is taken, and said to be late."""
    last = working_calendar().due(plan.published_on, context.rule("emergency_plan.submit"), "working")
    if context.on > last:
        yield Problem("submitted_on", f"应在 {last:%Y-%m-%d} 前申报，本次逾期。", Severity.WARNING)


def _filing_no(plan: Any, context: Context) -> dict[str, Any]:
    """The next number of the year's series where none was typed."""
    if context.given.get("filing_no") or plan.filing_no:
        return {}
    plans = type(plan)._base_manager
    pattern = "衡道运预案备〔{年度}〕{序号4}号"
    number = next_number(
        "emergency_plan.filing_no", context.on.year, pattern, lambda text: plans.filter(filing_no=text).exists()
    )
    return {"filing_no": number}


WORKFLOW = Workflow(
    states=(
        State("draft", "草稿", awaits=True),
        State("submitted", "已提交", date_field="submitted_on", deadline=CHECK, awaits=True),
        State("checking", "核对中", date_field="checked_on", deadline=CHECK, awaits=True),
        State("supplement", "需补正", date_field="supplement_asked_on", awaits=True),
        State("filed", "已备案", date_field="filed_on"),
        State("deemed_filed", "视为备案", date_field="filed_on"),
        State("revision_due", "需修订", date_field="revision_due_on", awaits=True),
        State("review_due", "到期待评估", date_field="review_due_on", awaits=True),
        State("withdrawn", "已注销", date_field="withdrawn_on", final=True),
    ),
    transitions=(
        Transition("submit", "提交", ("draft",), "submitted", APPLICANTS, guard=_submittable),
        Transition("check", "开始核对", ("submitted",), "checking", HANDLERS),
        Transition(
            "ask_supplement",
            "要求补正",
            ("submitted", "checking"),
            "supplement",
            HANDLERS,
            asks=("missing_items",),
        ),
        Transition("resubmit", "补正后提交", ("supplement",), "submitted", APPLICANTS),
        Transition(
            "file",
            "准予备案",
            ("submitted", "checking"),
            "filed",
            frozenset({"head"}),
            asks=("filing_no",),
            other_person=True,
            fills=_filing_no,
            guard=_complete,
        ),
        Transition(
            "deem_filed",
            "逾期视为备案",
            ("submitted", "checking"),
            "deemed_filed",
            frozenset(),
            when_overdue=True,
        ),
        Transition("require_revision", "要求修订", ("filed", "deemed_filed"), "revision_due", HANDLERS, reason=True),
        Transition("require_review", "到期评估", ("filed", "deemed_filed"), "review_due", HANDLERS),
        Transition("revise", "修订后提交", ("revision_due", "review_due"), "submitted", APPLICANTS),
        Transition("confirm_review", "评估后继续有效", ("review_due",), "filed", frozenset({"head"})),
        Transition(
            "withdraw",
            "注销",
            ("filed", "deemed_filed", "revision_due", "review_due"),
            "withdrawn",
            frozenset({"head"}),
            reason=True,
        ),
    ),
    takeover=HANDLERS,
)


class PlanKind(models.TextChoices):
    """预案种类 (GB/T 29639-2020)."""

    GENERAL = "general", "综合应急预案"
    SPECIAL = "special", "专项应急预案"
    ON_SITE = "on_site", "现场处置方案"


class EmergencyPlan(Record):
    """应急预案备案：一家企业一部预案一行。"""

    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    key_carrier = models.BooleanField("两客一危", default=False, editable=False)
    filing_required = models.BooleanField("应备案企业", default=False, editable=False)
    plan_title = models.CharField("预案名称", max_length=100)
    plan_kind = models.CharField("预案种类", max_length=16, choices=PlanKind)
    edition = models.CharField("版本号", max_length=16)
    published_on = models.DateField("公布日期")
    reviewed_on = models.DateField("评审日期", blank=True, null=True)
    risk_assessed = models.BooleanField("风险评估结果", default=False)
    resources_surveyed = models.BooleanField("应急资源调查清单", default=False)
    submitted_on = models.DateField("提交日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)
    supplement_asked_on = models.DateField("要求补正日期", blank=True, null=True)
    missing_items = models.TextField("补正内容", blank=True, null=True)
    filing_no = models.CharField("备案编号", max_length=40, blank=True, null=True)
    filed_on = models.DateField("备案日期", blank=True, null=True)
    revision_due_on = models.DateField("要求修订日期", blank=True, null=True)
    review_due_on = models.DateField("到期评估日期", blank=True, null=True)
    withdrawn_on = models.DateField("注销日期", blank=True, null=True)

    title = "应急预案备案台账"
    section = "safety"
    key_fields = ("operator", "plan_title", "edition")
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    search_fields = ("operator__name", "filing_no", "plan_title")
    list_fields = ("operator", "plan_title", "plan_kind", "submitted_on", "filing_no", "filed_on", "area", "state")
    filter_fields = ("sector", "key_carrier", "filing_required", "plan_kind")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码", "企业信用代码"),
        "operator__name": ("单位名称", "业户名称"),
        "filed_on": ("备案时间",),
        "submitted_on": ("申报日期", "报送日期"),
        "published_on": ("预案公布日期", "发布日期"),
    }

    class Meta:
        verbose_name = "应急预案备案"
        constraints = (
            models.UniqueConstraint(fields=("operator", "plan_title", "edition"), name="emergency_plan_once"),
            models.UniqueConstraint(fields=("filing_no",), name="emergency_plan_filing_no_once"),
        )
        indexes = (models.Index(fields=("area", "state"), name="emergency_plan_area_state"),)

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
            self.sector = self.operator.sector
            self.key_carrier = self.operator.key_carrier
            self.filing_required = self.operator.filing_required

    def problems(self) -> Iterator[Problem]:
        yield from self._order_of_dates()
        if self.state in {"filed", "deemed_filed"} and self.filed_on is None:
            yield Problem("filed_on", "状态为已备案的预案须填写备案日期。")
        if self.state == "filed" and not self.filing_no:
            yield Problem("filing_no", "状态为已备案的预案须填写备案编号。")
        if self.state != "draft" and self.submitted_on is None:
            yield Problem("submitted_on", "已提交的预案须填写提交日期。")
        if self.state == "supplement" and not self.missing_items:
            yield Problem("missing_items", "要求补正的预案须一次性列明补正内容。")

    def _order_of_dates(self) -> Iterator[Problem]:
        if self.submitted_on and self.submitted_on < self.published_on:
            yield Problem("submitted_on", "提交日期早于预案公布日期，请核对两个日期。")
        if self.filed_on and self.submitted_on and self.filed_on < self.submitted_on:
            yield Problem("filed_on", "备案日期早于提交日期，请核对两个日期。")
