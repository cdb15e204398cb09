"""两类人员考核报名: one person in one sitting, from the application to the certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition
from yunguan.office.series import next_number
from yunguan.registers.checks import years_later
from yunguan.registers.exams import HANDLERS, HEAD, UNDECIDED, ExamEntry, entry_workflow
from yunguan.registers.fields import IdentityNumberField, ReferenceField
from yunguan.registers.safety.managers_exam_session import ManagersExamSession
from yunguan.registers.statistics.operator import Operator


def _certificate(entry: Any, context: Context) -> dict[str, Any]:
    """Number and last day of the certificate where none were typed: the years are the rule's."""
    entries = type(entry)._base_manager
    filled: dict[str, Any] = {}
    if not context.given.get("certificate_no"):
        filled["certificate_no"] = next_number(
            "managers_exam.certificate_no",
            context.on.year,
            "衡道运考〔{年度}〕{序号4}号",
            lambda text: entries.filter(certificate_no=text).exists(),
        )
    if not context.given.get("valid_to"):
        years = context.rule("managers_exam.certificate_years")
        filled["valid_to"] = years_later(context.on, years) - timedelta(days=1)
    return filled


WORKFLOW = entry_workflow(
    passed=State("passed", "合格", date_field="exam_on", awaits=True),
    states=(
        State("certified", "已发证", date_field="certified_on"),
        State("lapsed", "证明失效", date_field="lapsed_on", final=True),
    ),
    moves=(
        Transition(
            "certify",
            "发放证明",
            ("passed",),
            "certified",
            HEAD,
            asks=("certificate_no", "valid_to"),
            fills=_certificate,
        ),
        Transition("lapse", "登记失效", ("certified",), "lapsed", HANDLERS),
    ),
)


class Post(models.TextChoices):
    """两类人员."""

    HEAD = "head", "主要负责人"
    SAFETY_MANAGER = "safety_manager", "安全生产管理人员"


class Trade(models.TextChoices):
    """考核类别."""

    PASSENGER = "passenger", "道路旅客运输"
    FREIGHT = "freight", "道路普通货物运输"
    DANGEROUS = "dangerous", "道路危险货物运输"
    STATION = "station", "道路旅客运输站"


class ManagersExamEntry(ExamEntry):
    """考核报名：一人一场一行。"""

    session = ReferenceField(ManagersExamSession, verbose_name="场次编号")
    exam_on = models.DateField("考核日期", editable=False)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    post = models.CharField("人员类别", max_length=16, choices=Post)
    trade = models.CharField("考核类别", max_length=16, choices=Trade)
    applied_on = models.DateField("报名日期")
    registered_on = models.DateField("审核日期", blank=True, null=True)
    withdrawn_on = models.DateField("退考日期", blank=True, null=True)
    score = models.PositiveSmallIntegerField("成绩", blank=True, null=True)
    certificate_no = models.CharField("合格证明编号", max_length=40, blank=True, null=True)
    certified_on = models.DateField("发证日期", blank=True, null=True)
    valid_to = models.DateField("证明有效期至", blank=True, null=True)
    lapsed_on = models.DateField("失效日期", blank=True, null=True)

    title = "两类人员考核报名台账"
    section = "safety"
    key_fields = ("session", "identity_number")
    period_field = "exam_on"
    workflow = WORKFLOW
    mark_rule = "managers_exam.pass_mark"
    operator_path = "operator__uscc"
    search_fields = ("name", "certificate_no", "operator__name")
    list_fields = ("session", "name", "identity_number", "operator", "post", "trade", "score", "area", "state")
    filter_fields = ("post", "trade")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "session": ("场次", "场次号"),
        "identity_number": ("身份证号码", "证件号码"),
        "operator": ("信用代码",),
        "operator__name": ("单位名称", "工作单位"),
        "score": ("分数", "考试成绩"),
        "state": ("考核结果", "结果"),
        "trade": ("从业类别",),
    }

    class Meta:
        verbose_name = "考核报名"
        constraints = (
            models.UniqueConstraint(fields=("session", "identity_number"), name="managers_exam_entry_once"),
            models.UniqueConstraint(
                fields=("identity_number", "trade", "post"),
                condition=Q(state__in=UNDECIDED),
                name="managers_exam_entry_one_open",
            ),
        )
        indexes = (models.Index(fields=("exam_on", "state"), name="managers_exam_entry_date_state"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.state in {"certified", "lapsed"} and not self.certificate_no:
            yield Problem("certificate_no", "已发证人员须填写合格证明编号。")
