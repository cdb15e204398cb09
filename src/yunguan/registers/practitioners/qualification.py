"""从业资格申请台账: from the application for a category to the certificate, first issue, renewal and replacement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed, years_later
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField
from yunguan.registers.practitioners.certificate import HEAD, NEW_TERM, Matter, Medium
from yunguan.registers.practitioners.issuing import hand_out
from yunguan.registers.practitioners.practitioner import KEEPERS, Category, Practitioner
from yunguan.registers.practitioners.practitioner_exam_entry import MARKED, PractitionerExamEntry
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

BASIS = "道路运输从业人员管理规定（交通运输部令2022年第38号）"
SINCE = date(2022, 11, 10)
APPLICANTS = KEEPERS | {"county"}


def _rule(code: str, title: str, value: int, unit: str) -> Rule:
    return Rule(f"qualification.{code}", title, value, unit, BASIS, effective_from=SINCE, confirmed=False)


RULES = (
    _rule("decide", "从业资格申请受理期限", 10, "工作日"),
    _rule("examine", "从业资格考试组织期限", 20, "工作日"),
    _rule("issue", "从业资格证发放期限", 10, "工作日"),
    _rule("years", "从业资格证有效年限", 6, "年"),
    _rule("renew_before", "从业资格证提前换证期限", 30, "日"),
)


def attempts_of(application: Any) -> int:
    """How often this person was entered for this category and marked or absent."""
    entries = PractitionerExamEntry._base_manager
    own = entries.filter(identity_number=application.identity_number, category=application.category)
    return int(own.filter(state__in=MARKED).count())


def _for_examination(application: Any, context: Context) -> Iterator[Problem]:
    del context
    if application.matter != Matter.FIRST:
        yield Problem("matter", "换证、补证不需要考试，请办理“审核通过”。")


def _without_examination(application: Any, context: Context) -> Iterator[Problem]:
    """Replacing needs a qualification that is in the list; a late renewal is taken and remarked."""
    if application.matter == Matter.FIRST:
        yield Problem("matter", "初次申请须经考试合格，请办理“受理”。")
    elif application.old_valid_to is None:
        yield Problem("old_valid_to", "换证、补证须填写原证有效期至。")
    elif application.matter == Matter.EXPIRY:
        last = application.old_valid_to - timedelta(days=context.rule("qualification.renew_before"))
        if application.applied_on > last:
            yield Problem("applied_on", f"应在 {last:%Y-%m-%d} 前申请换证，本次逾期。", Severity.WARNING)


def _not_cancelled(application: Any, context: Context) -> Iterator[Problem]:
    del context
    people = Practitioner._base_manager.filter(identity_number=application.identity_number)
    if people.filter(category=application.category, state="cancelled").exists():
        yield Problem("identity_number", "此人的该类从业资格已注销，不能再次发证，请核对从业人员名录。")


def _term(application: Any, context: Context) -> dict[str, Any]:
    """Number and term of the certificate: a new term for a first issue and a renewal, else what is left of the old."""
    filled: dict[str, Any] = {"issued_on": context.on, "attempts": attempts_of(application)}
    if application.matter in NEW_TERM:
        filled["valid_to"] = years_later(context.on, context.rule("qualification.years")) - timedelta(days=1)
    else:
        filled["valid_to"] = application.old_valid_to
    if not application.first_issued_on:
        filled["first_issued_on"] = context.on
    if not application.certificate_no:
        filled["certificate_no"] = application.identity_number
    return filled


def _counted(application: Any, context: Context) -> dict[str, Any]:
    del context
    return {"attempts": attempts_of(application)}


WORKFLOW = Workflow(
    states=(
        State("applied", "已申请", date_field="applied_on", deadline=Deadline("qualification.decide"), awaits=True),
        State(
            "admitted",
            "已受理待考试",
            date_field="admitted_on",
            deadline=Deadline("qualification.examine"),
            awaits=True,
        ),
        State("qualified", "待发证", date_field="qualified_on", deadline=Deadline("qualification.issue"), awaits=True),
        State("issued", "已发证", date_field="issued_on", final=True),
        State("declined", "不予受理", date_field="ended_on", final=True),
        State("withdrawn", "撤回", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("admit", "受理", ("applied",), "admitted", KEEPERS, guard=_for_examination),
        Transition("approve", "审核通过", ("applied",), "qualified", KEEPERS, guard=_without_examination),
        Transition("decline", "不予受理", ("applied",), "declined", HEAD, reason=True),
        Transition("qualify", "考试合格", ("admitted",), "qualified", frozenset(), by_machine=True, fills=_counted),
        Transition(
            "issue",
            "发证",
            ("qualified",),
            "issued",
            HEAD,
            asks=("certificate_no", "valid_to"),
            fills=_term,
            guard=_not_cancelled,
            after=hand_out,
        ),
        Transition("withdraw", "撤回申请", ("applied", "admitted"), "withdrawn", APPLICANTS, reason=True),
    ),
    takeover=KEEPERS,
)


class Qualification(Record):
    """从业资格申请：一次申请一行。"""

    application_no = models.CharField("申请编号", max_length=24)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    category = models.CharField("从业资格类别", max_length=8, choices=Category)
    matter = models.CharField("申请事由", max_length=2, choices=Matter)
    mobile = MobileField("手机", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="服务单位统一社会信用代码", blank=True, null=True)
    licence_class = models.CharField("准驾车型", max_length=8, blank=True, null=True)
    medium = models.CharField("证照形式", max_length=12, choices=Medium, default=Medium.ELECTRONIC)
    applied_on = models.DateField("申请日期")
    admitted_on = models.DateField("受理日期", blank=True, null=True)
    attempts = models.PositiveIntegerField("参加考试次数", default=0, editable=False)
    qualified_on = models.DateField("合格日期", blank=True, null=True)
    certificate_no = models.CharField("从业资格证号", max_length=20, blank=True, null=True)
    first_issued_on = models.DateField("初领日期", blank=True, null=True)
    old_valid_to = models.DateField("原证有效期至", blank=True, null=True)
    issued_on = models.DateField("发证日期", blank=True, null=True)
    valid_to = models.DateField("有效期至", blank=True, null=True)
    ended_on = models.DateField("不予受理或撤回日期", blank=True, null=True)

    title = "从业资格申请台账"
    section = "practitioners"
    key_fields = ("application_no",)
    period_field = "applied_on"
    workflow = WORKFLOW
    rules = RULES
    rests_on = ("practitioner_exam_entry",)
    filed_by = frozenset({"county"})
    personal = ("certificate_no",)
    search_fields = ("application_no", "name")
    list_fields = ("application_no", "name", "identity_number", "category", "matter", "attempts", "area", "state")
    filter_fields = ("category", "matter")
    companions = {"operator": ("服务单位", "name")}
    known_as = {"identity_number": ("身份证号码", "证件号码"), "matter": ("办理事项",)}

    class Meta:
        verbose_name = "从业资格申请"
        constraints = (
            models.UniqueConstraint(fields=("application_no",), name="qualification_once"),
            models.UniqueConstraint(
                fields=("identity_number", "category"),
                condition=models.Q(state__in=("applied", "admitted", "qualified")),
                name="qualification_one_open",
            ),
        )

    def derive(self) -> None:
        super().derive()
        self.attempts = attempts_of(self)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "applied_on", "admitted_on", "qualified_on", "issued_on")
        if self.matter and self.matter != Matter.FIRST and self.old_valid_to is None:
            yield Problem("old_valid_to", "换证、补证须填写原证有效期至。")
        yield from owed(self, ("admitted",), "admitted_on")
        yield from owed(self, ("qualified", "issued"), "qualified_on")
        yield from owed(self, ("issued",), "certificate_no", "first_issued_on", "issued_on", "valid_to")
        yield from owed(self, ("declined", "withdrawn"), "ended_on")
