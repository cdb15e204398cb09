"""从业资格考试场次: the sittings of the examination for a category of qualification, with their seats."""

from __future__ import annotations

from datetime import date

from django.db import models

from yunguan.core.workflow import Rule
from yunguan.registers.exams import ExamSession, session_workflow
from yunguan.registers.practitioners.practitioner import Category

BASIS = "出租汽车驾驶员从业资格管理规定、道路运输从业人员管理规定"


class PractitionerExamSession(ExamSession):
    """从业资格考试场次：一场一行。"""

    category = models.CharField("从业资格类别", max_length=8, choices=Category)
    told_of_certificates = models.BooleanField("考前宣讲电子证照", default=False)

    title = "从业资格考试场次"
    section = "practitioners"
    workflow = session_workflow("practitioner_exam_entry")
    rules = (
        Rule(
            "practitioner_exam.pass_mark",
            "从业资格考试合格分数（各科目）",
            80,
            "分",
            BASIS,
            effective_from=date(2012, 4, 1),
            confirmed=False,
        ),
    )
    list_fields = ("session_no", "category", "exam_on", "room", "capacity", "told_of_certificates", "state")
    filter_fields = ("category", "told_of_certificates")

    class Meta:
        verbose_name = "从业资格考试场次"
        constraints = (models.UniqueConstraint(fields=("session_no",), name="practitioner_exam_session_once"),)
