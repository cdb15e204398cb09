"""两类人员考核场次: the sittings of the examination for heads and safety managers of carriers."""

from __future__ import annotations

from datetime import date

from django.db import models

from yunguan.core.workflow import Rule
from yunguan.registers.exams import ExamSession, session_workflow

BASIS = "道路运输企业主要负责人和安全生产管理人员安全考核管理办法（交运规〔2019〕6号）"

RULES = (
    Rule(
        "managers_exam.pass_mark",
        "两类人员考核合格分数",
        80,
        "分",
        BASIS,
        effective_from=date(2019, 7, 18),
        confirmed=False,
    ),
    Rule(
        "managers_exam.certificate_years",
        "安全考核合格证明有效年限",
        3,
        "年",
        BASIS,
        effective_from=date(2019, 7, 18),
        confirmed=False,
    ),
)


class ManagersExamSession(ExamSession):
    """考核场次：一场一行。"""

    title = "两类人员考核场次"
    section = "safety"
    workflow = session_workflow("managers_exam_entry")
    rules = RULES

    class Meta:
        verbose_name = "考核场次"
        constraints = (models.UniqueConstraint(fields=("session_no",), name="managers_exam_session_once"),)
