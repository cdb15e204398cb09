"""补贴资金分配: one pool of money of one year and kind, from the collection of data to the audit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.registers.checks import owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.subsidies.subsidy_formula import SubsidyFormula, SubsidyKind

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
BASIS = "关于调整农村客运、出租车油价补贴政策的通知（财建〔2022〕1号）"
BEFORE_CALCULATION = ("collecting", "claiming", "county_review", "summing", "verifying")
UNSETTLED = (*BEFORE_CALCULATION, "calculating", "recalculating")
"""States in which claims may still be changed."""

RULES = (
    Rule(
        "subsidy.notice",
        "补贴分配方案公示期",
        7,
        "工作日",
        BASIS,
        effective_from=date(2022, 1, 11),
        confirmed=False,
    ),
    Rule(
        "subsidy.objection",
        "补贴异议处理期限",
        5,
        "工作日",
        BASIS,
        effective_from=date(2022, 1, 11),
        confirmed=False,
    ),
)


def rows_of(register: str) -> Any:
    """All rows of a book of the section that refers to plans."""
    from yunguan.registers.book import book  # noqa: PLC0415 - those books refer to this one

    return book(register).model._base_manager


def _claimed(plan: Any, context: Context) -> Iterator[Problem]:
    del context
    if not rows_of("subsidy_vehicle").filter(plan=plan).exists():
        yield Problem("", "还没有一辆车申报，不能截止申报，请先登记申报车辆。")


def _reviewed_by_counties(plan: Any, context: Context) -> Iterator[Problem]:
    del context
    waiting = rows_of("subsidy_vehicle").filter(plan=plan, state__in=("claimed", "returned"))
    if waiting.exists():
        yield Problem("", f"还有 {waiting.count()} 辆车没有完成县级初审，请先初审、退回补正或剔除。")


def _calculable(plan: Any, context: Context) -> Iterator[Problem]:
    """Every claim decided, at least one confirmed, each of them weighable by a formula of this kind in force."""
    from yunguan.registers.subsidies.running import obstacles  # noqa: PLC0415 - it refers to this book

    formula = context.given.get("formula") or plan.formula
    waiting = rows_of("subsidy_vehicle").filter(plan=plan).exclude(state__in=("confirmed", "excluded"))
    if waiting.exists():
        yield Problem("", f"还有 {waiting.count()} 辆车没有核查完毕，请逐一认定或剔除后再测算。")
        return
    if formula is None:
        yield Problem("formula", "没有选定测算办法，请先选择。")
        return
    yield from obstacles(plan, formula)


def _run(plan: Any, order: Any) -> None:
    from yunguan.registers.subsidies.running import calculate  # noqa: PLC0415 - it refers to this book

    calculate(plan=plan, user=order.user, on=order.on, now=order.now, reason=order.reason or "首次测算")


def _calculation_stands(plan: Any, context: Context) -> Iterator[Problem]:
    """What is published is what the claims come to today."""
    from yunguan.registers.subsidies.running import stale  # noqa: PLC0415 - it refers to this book

    open_ = rows_of("subsidy_objection").filter(plan=plan, state="accepted")
    if open_.exists():
        yield Problem("", f"还有 {open_.count()} 件成立的异议没有重算，请先重新测算。")
    elif words := stale(plan):
        yield Problem("", words)
    days = context.rule("subsidy.notice")
    if days < 1:
        yield Problem("notice_to", "公示期的规则取值应大于 0，请在规则参数中核对。")


def _notice(plan: Any, context: Context) -> dict[str, Any]:
    """The last day of the notice, by the working-day calendar."""
    del plan
    return {"notice_to": working_calendar().due(context.on, context.rule("subsidy.notice"), "working")}


def _notice_over(plan: Any, context: Context) -> Iterator[Problem]:
    open_ = rows_of("subsidy_objection").filter(plan=plan, state="received")
    if plan.notice_to is None or context.on <= plan.notice_to:
        last = f"{plan.notice_to:%Y-%m-%d}" if plan.notice_to else "公示期满日"
        yield Problem("", f"公示期到 {last} 为止，期满后才能报批。")
    if open_.exists():
        yield Problem("", f"还有 {open_.count()} 件异议没有处理，请先作出处理决定。")


def _pay_out(plan: Any, order: Any) -> None:
    from yunguan.registers.subsidies.running import prepare_payments  # noqa: PLC0415 - it refers to this book

    prepare_payments(plan=plan, user=order.user, on=order.on, now=order.now)


def _all_paid(plan: Any, context: Context) -> Iterator[Problem]:
    del context
    payments = rows_of("subsidy_payment").filter(plan=plan)
    open_ = payments.exclude(state="paid")
    paid = payments.filter(state="paid").aggregate(total=models.Sum("amount"))["total"] or 0
    if open_.exists():
        yield Problem("", f"还有 {open_.count()} 笔没有拨付到账，请先办结。")
    elif paid != plan.amount:
        yield Problem("", "已拨付金额之和与资金总额不一致，请核对拨付台账。")


WORKFLOW = Workflow(
    states=(
        State("collecting", "数据收集", date_field="started_on", awaits=True),
        State("claiming", "企业申报", date_field="claims_from", awaits=True),
        State("county_review", "县级初审", date_field="county_review_on", awaits=True),
        State("summing", "市级汇总", date_field="summed_on", awaits=True),
        State("verifying", "核查", date_field="verifying_on", awaits=True),
        State("calculating", "测算", date_field="calculated_on", awaits=True),
        State("on_notice", "公示", date_field="notice_from", awaits=True),
        State("recalculating", "异议重算", date_field="reopened_on", awaits=True),
        State("reporting", "报批", date_field="reported_on", awaits=True),
        State("approved", "拨付", date_field="approved_on", awaits=True),
        State("paid", "已拨付", date_field="paid_on", awaits=True),
        State("audited", "已审计", date_field="audited_on", final=True),
    ),
    transitions=(
        Transition("open_claims", "组织申报", ("collecting",), "claiming", HANDLERS),
        Transition("close_claims", "截止申报", ("claiming",), "county_review", HANDLERS, guard=_claimed),
        Transition("sum", "汇总", ("county_review",), "summing", HANDLERS, guard=_reviewed_by_counties),
        Transition("verify", "开始核查", ("summing",), "verifying", HANDLERS),
        Transition(
            "calculate",
            "测算",
            ("verifying",),
            "calculating",
            HANDLERS,
            asks=("formula",),
            guard=_calculable,
            after=_run,
        ),
        Transition(
            "publish",
            "公示",
            ("calculating", "recalculating"),
            "on_notice",
            HEAD,
            other_person=True,
            fills=_notice,
            guard=_calculation_stands,
        ),
        Transition("reopen", "撤回重算", ("on_notice",), "recalculating", HANDLERS, reason=True, by_machine=True),
        Transition("report", "报批", ("on_notice",), "reporting", HANDLERS, asks=("report_no",), guard=_notice_over),
        Transition("send_back", "退回重算", ("reporting",), "recalculating", HANDLERS, reason=True),
        Transition(
            "approve",
            "登记批复",
            ("reporting",),
            "approved",
            HEAD,
            asks=("approval_no",),
            other_person=True,
            after=_pay_out,
        ),
        Transition("finish", "拨付完毕", ("approved",), "paid", HANDLERS, guard=_all_paid),
        Transition("audit", "登记审计", ("paid",), "audited", HANDLERS, asks=("auditor", "audit_report_no")),
    ),
    takeover=HANDLERS,
)


class SubsidyPlan(Record):
    """补贴资金分配：一个年度、一种补贴的一笔资金一行。"""

    plan_no = models.CharField("分配编号", max_length=30)
    name = models.CharField("补贴名称", max_length=100)
    kind = models.CharField("补贴种类", max_length=20, choices=SubsidyKind)
    year = models.PositiveSmallIntegerField("补贴年度")
    amount = MoneyField("资金总额")
    source_doc_no = models.CharField("资金文件文号", max_length=100)
    formula = ReferenceField(SubsidyFormula, verbose_name="测算办法编号", blank=True, null=True)
    started_on = models.DateField("启动日期")
    claims_from = models.DateField("申报开始日期", blank=True, null=True)
    county_review_on = models.DateField("县级初审开始日期", blank=True, null=True)
    summed_on = models.DateField("市级汇总日期", blank=True, null=True)
    verifying_on = models.DateField("核查开始日期", blank=True, null=True)
    calculated_on = models.DateField("测算日期", blank=True, null=True)
    notice_from = models.DateField("公示开始日期", blank=True, null=True)
    notice_to = models.DateField("公示期满日期", blank=True, null=True)
    reopened_on = models.DateField("重算日期", blank=True, null=True)
    reported_on = models.DateField("报批日期", blank=True, null=True)
    report_no = models.CharField("报批文号", max_length=60, blank=True, null=True)
    approved_on = models.DateField("批复日期", blank=True, null=True)
    approval_no = models.CharField("批复文号", max_length=60, blank=True, null=True)
    paid_on = models.DateField("拨付完毕日期", blank=True, null=True)
    audited_on = models.DateField("审计日期", blank=True, null=True)
    auditor = models.CharField("审计机构", max_length=100, blank=True, null=True)
    audit_report_no = models.CharField("审计报告文号", max_length=60, blank=True, null=True)

    title = "补贴资金分配台账"
    section = "urban_transit"
    key_fields = ("plan_no",)
    period_field = "started_on"
    workflow = WORKFLOW
    rules = RULES
    shared = True
    internal = True
    search_fields = ("plan_no", "name", "source_doc_no")
    list_fields = ("plan_no", "name", "kind", "year", "amount", "notice_from", "notice_to", "state")
    filter_fields = ("kind",)
    companions = {"formula": ("测算办法", "name")}
    known_as = {"amount": ("补贴总额", "下达资金"), "source_doc_no": ("上级文号",), "year": ("年度",)}

    class Meta:
        verbose_name = "补贴资金分配"
        constraints = (models.UniqueConstraint(fields=("plan_no",), name="subsidy_plan_once"),)

    def __str__(self) -> str:
        return f"{self.plan_no} {self.name}"

    def locked(self) -> str:
        """The pool stays as it is once it has been divided."""
        if self.pk and self.state not in BEFORE_CALCULATION:
            return "已测算的分配不能再修改，需要调整的请先撤回重算，并在异议或说明中写明理由。"
        return ""

    def problems(self) -> Iterator[Problem]:
        if self.amount <= 0:
            yield Problem("amount", "资金总额须大于 0，请按资金文件填写。")
        if self.formula is not None and self.formula.kind != self.kind:
            yield Problem("formula", "测算办法不是这一种补贴的，请重新选择。")
        if self.notice_from and self.notice_to and self.notice_to <= self.notice_from:
            yield Problem("notice_to", "公示期满日期须晚于公示开始日期，请核对。")
        done = ("reporting", "approved", "paid", "audited")
        yield from owed(self, ("calculating", "on_notice", "recalculating", *done), "formula")
        yield from owed(self, ("on_notice", *done), "notice_from", "notice_to")
        yield from owed(self, ("approved", "paid", "audited"), "approval_no")
        yield from owed(self, ("audited",), "auditor", "audit_report_no")
