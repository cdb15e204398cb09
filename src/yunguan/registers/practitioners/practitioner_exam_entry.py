"""从业资格考试报名: one person in one sitting; drivers for hire are marked in a national and a regional subject."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.workflow import State
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.exams import UNDECIDED, ExamEntry, entry_workflow
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField
from yunguan.registers.practitioners.practitioner import Category
from yunguan.registers.practitioners.practitioner_exam_session import PractitionerExamSession

TWO_SUBJECTS = frozenset({Category.TAXI, Category.RIDE_HAILING})
MARKED = ("absent", "failed", "passed")


def _qualify(entry: Any, order: Order) -> None:
    """Whoever passes has the open application for this category moved on."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the applications' book rests on this one

    applications: Any = book("qualification").model._base_manager
    waiting = applications.filter(
        identity_number=entry.identity_number, category=entry.category, state="admitted"
    ).order_by("pk")
    for application in waiting:
        move(application, Order("qualify", None, order.on, order.now, reason="考试合格"))


class PractitionerExamEntry(ExamEntry):
    """从业资格考试报名：一人一场一行。"""

    session = ReferenceField(PractitionerExamSession, verbose_name="场次编号")
    exam_on = models.DateField("考试日期", editable=False)
    category = models.CharField("从业资格类别", max_length=8, choices=Category, editable=False)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    mobile = MobileField("手机", blank=True, null=True)
    applied_on = models.DateField("报名日期")
    registered_on = models.DateField("审核日期", blank=True, null=True)
    withdrawn_on = models.DateField("退考日期", blank=True, null=True)
    score = models.PositiveSmallIntegerField("全国公共科目成绩", blank=True, null=True)
    regional_score = models.PositiveSmallIntegerField("区域科目成绩", blank=True, null=True)

    title = "从业资格考试报名台账"
    section = "practitioners"
    key_fields = ("session", "identity_number")
    period_field = "exam_on"
    workflow = entry_workflow(
        marks=("score", "regional_score"),
        passed=State("passed", "合格", date_field="exam_on", final=True),
        after_pass=_qualify,
    )
    mark_rule = "practitioner_exam.pass_mark"
    filed_by = frozenset({"county"})
    kept_years = {"mobile": 6}
    search_fields = ("name",)
    list_fields = ("session", "name", "identity_number", "category", "score", "regional_score", "area", "state")
    filter_fields = ("category",)
    known_as = {
        "session": ("场次", "场次号"),
        "identity_number": ("身份证号码", "证件号码"),
        "score": ("成绩", "理论成绩", "公共科目"),
        "regional_score": ("区域科目",),
        "state": ("考试结果", "结果"),
    }

    class Meta:
        verbose_name = "从业资格考试报名"
        constraints = (
            models.UniqueConstraint(fields=("session", "identity_number"), name="practitioner_exam_entry_once"),
            models.UniqueConstraint(
                fields=("identity_number", "category"),
                condition=Q(state__in=UNDECIDED),
                name="practitioner_exam_entry_one_open",
            ),
        )
        indexes = (models.Index(fields=("exam_on", "state"), name="practitioner_exam_entry_day"),)

    def marks(self) -> tuple[str, ...]:
        return ("score", "regional_score") if self.category in TWO_SUBJECTS else ("score",)

    def derive(self) -> None:
        super().derive()
        if self.session_id:
            self.category = self.session.category
