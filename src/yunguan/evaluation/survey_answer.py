"""满意度答卷: the raw answers of a survey, without a name; what counts follows from the survey's own rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Self

from django.db import models

from yunguan.core.finding import Problem
from yunguan.evaluation.survey import Grade, Survey
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record


class SurveyAnswer(Record):
    """满意度答卷：一份答卷一行，不记姓名。"""

    survey = ReferenceField(Survey, verbose_name="调查编号")
    answer_no = models.PositiveIntegerField("答卷序号")
    answered_on = models.DateField("答卷日期")
    respondent = models.CharField(
        "答卷人类别", max_length=40, blank=True, default="", help_text="如 客运企业，不填姓名"
    )
    grade = models.CharField("满意程度", max_length=20, choices=Grade)
    void_reason = models.CharField("作废原因", max_length=100, blank=True, default="", help_text="有效答卷不填")
    remark = models.CharField("意见建议", max_length=300, blank=True, default="")
    counted_on = models.DateField("计入日期", editable=False)
    public = models.CharField("服务对象类别", max_length=12, editable=False)
    valid = models.BooleanField("有效", editable=False)
    satisfied = models.BooleanField("计为满意", editable=False)

    title = "满意度答卷"
    section = "general"
    key_fields = ("survey", "answer_no")
    period_field = "counted_on"
    shared = True
    internal = True
    search_fields = ("survey__survey_no", "respondent", "remark")
    list_fields = ("survey", "answer_no", "answered_on", "respondent", "grade", "void_reason", "remark")
    filter_fields = ("survey", "grade")
    companions = {"survey": ("调查名称", "survey_title")}
    known_as = {
        "answer_no": ("问卷编号", "序号"),
        "answered_on": ("填写日期", "提交时间"),
        "respondent": ("身份", "答卷人身份"),
        "grade": ("满意度", "评价", "总体评价"),
        "void_reason": ("无效原因",),
        "remark": ("建议", "意见和建议"),
    }

    class Meta:
        verbose_name = "满意度答卷"
        constraints = (models.UniqueConstraint(fields=("survey", "answer_no"), name="survey_answer_once"),)
        indexes = (models.Index(fields=("counted_on", "public"), name="survey_answer_day"),)

    def derive(self) -> None:
        if not self.survey_id:
            return
        survey: Any = self.survey
        self.counted_on, self.public = survey.counted(self.answered_on), survey.public
        self.valid = self.grade != Grade.UNANSWERED and not self.void_reason
        self.satisfied = self.valid and survey.counts_as_satisfied(self.grade)

    def locked(self) -> str:
        """Raw answers are evidence: once the survey is closed they stay as they are."""
        if self.pk and self.survey.state == "closed":
            return "调查已结束，答卷不能再修改；确有差错的请由科室负责人重新开放调查。"
        return ""

    def problems(self) -> Iterator[Problem]:
        survey: Any = self.survey
        if self.answered_on < survey.opened_on or (survey.closed_on and self.answered_on > survey.closed_on):
            yield Problem("answered_on", "答卷日期不在调查的起止日期之内，请核对。")

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Problem]]:
        """No more answers come back than were asked for."""
        returned = _stored(cls, records)
        for index, record in enumerate(records):
            survey: Any = record.survey
            returned[survey.pk] += 1
            if returned[survey.pk] > survey.sent_out:
                text = f"答卷数超过发放问卷数 {survey.sent_out} 份，请核对发放数或删去重复的答卷。"
                yield index, Problem("answer_no", text)


def _stored(model: type[SurveyAnswer], records: Sequence[SurveyAnswer]) -> Counter[int]:
    """How many answers each of these surveys has beside these rows."""
    own = {record.pk for record in records} - {None}
    rows = model._base_manager.filter(survey__in={record.survey.pk for record in records}).exclude(pk__in=own)
    return Counter(rows.values_list("survey", flat=True))
