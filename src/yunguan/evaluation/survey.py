"""满意度调查: whom the centre asked about its service, how, and which answers count as satisfied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.evaluation.years import first_day, last_day, year_problems
from yunguan.registers.checks import in_order, owed
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})


class Grade(models.TextChoices):
    """满意程度, from the best to the worst; no answer is no opinion."""

    VERY = "very", "很满意"
    SATISFIED = "satisfied", "满意"
    FAIRLY = "fairly", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    VERY_DISSATISFIED = "very_dissatisfied", "很不满意"
    UNANSWERED = "unanswered", "未作答"


COUNTABLE = (Grade.VERY, Grade.SATISFIED, Grade.FAIRLY)
"""The grades down to which an answer may count as satisfied."""


class Public(models.TextChoices):
    """服务对象类别: who is asked."""

    OPERATORS = "operators", "道路运输经营业户"
    PASSENGERS = "passengers", "旅客"
    TRAINEES = "trainees", "驾驶培训学员"
    EXAMINEES = "examinees", "参加安全考核人员"
    DRIVERS = "drivers", "从业人员"
    CITIZENS = "citizens", "社会公众"


class Method(models.TextChoices):
    """调查方式."""

    PAPER = "paper", "现场问卷"
    ONLINE = "online", "网络问卷"
    TELEPHONE = "telephone", "电话访问"
    INTERVIEW = "interview", "座谈访谈"


def _answers() -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - the answers' book refers to this one

    return book("survey_answer").model._base_manager


def _answered(survey: Any, context: Context) -> Iterator[Problem]:
    del context
    if not _answers().filter(survey=survey).exists():
        yield Problem("", "还没有登记一份答卷，不能结束调查；请先登记或导入原始答卷。")


WORKFLOW = Workflow(
    states=(
        State("open", "调查中", "opened_on", awaits=True),
        State("closed", "已结束", "closed_on"),
    ),
    transitions=(
        Transition("close", "结束调查", ("open",), "closed", HANDLERS, guard=_answered),
        Transition("reopen", "重新开放", ("closed",), "open", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class Survey(Record):
    """满意度调查：对一类服务对象的一次调查一行。"""

    survey_no = models.CharField("调查编号", max_length=40)
    survey_title = models.CharField("调查名称", max_length=100)
    year = models.PositiveSmallIntegerField("评价年度")
    public = models.CharField("服务对象类别", max_length=12, choices=Public)
    method = models.CharField("调查方式", max_length=12, choices=Method)
    question = models.CharField("调查问题", max_length=200, help_text="问卷上的原话")
    satisfied_from = models.CharField(
        "计为满意的最低等级", max_length=20, choices=[(each.value, each.label) for each in COUNTABLE]
    )
    sent_out = models.PositiveIntegerField("发放问卷数")
    opened_on = models.DateField("开始日期")
    closed_on = models.DateField("结束日期", blank=True, null=True)
    note = models.CharField("备注", max_length=200, blank=True, default="")
    counted_on = models.DateField("计入日期", editable=False)

    title = "满意度调查"
    section = "general"
    key_fields = ("survey_no",)
    period_field = "counted_on"
    workflow = WORKFLOW
    shared = True
    internal = True
    search_fields = ("survey_no", "survey_title", "question")
    list_fields = (
        "survey_no",
        "survey_title",
        "year",
        "public",
        "method",
        "sent_out",
        "opened_on",
        "closed_on",
        "state",
    )
    filter_fields = ("year", "public")
    known_as = {
        "survey_title": ("调查主题", "问卷名称"),
        "year": ("年度",),
        "public": ("调查对象", "服务对象"),
        "question": ("问题",),
        "sent_out": ("发放数", "发放份数", "样本量"),
        "opened_on": ("调查开始日期",),
        "closed_on": ("调查结束日期",),
    }

    class Meta:
        verbose_name = "满意度调查"
        constraints = (models.UniqueConstraint(fields=("survey_no",), name="survey_once"),)

    def __str__(self) -> str:
        return f"{self.survey_no} {self.survey_title}"

    def derive(self) -> None:
        self.counted_on = self.counted(self.opened_on)

    def counted(self, day: date) -> date:
        """The day of the evaluated year that a day of the survey counts for: it may be held after the year's end."""
        return min(max(day, first_day(self.year)), last_day(self.year))

    def counts_as_satisfied(self, grade: str) -> bool:
        """Whether an answer of this grade is one of the satisfied."""
        order = list(Grade.values)
        return grade in order and order.index(grade) <= order.index(self.satisfied_from)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "opened_on", "closed_on")
        yield from owed(self, ("closed",), "closed_on")
        yield from year_problems(self)
        if self.sent_out == 0:
            yield Problem("sent_out", "发放问卷数须大于 0，请按实际发放（访问）人数填写。")
        if self.opened_on.year < self.year:
            yield Problem("opened_on", "调查开始日期早于评价年度，请核对。", Severity.WARNING)
        yield from self._once_answered()

    def _once_answered(self) -> Iterator[Problem]:
        """What the answers were counted by does not change under them."""
        if not self.pk or not _answers().filter(survey=self.pk).exists():
            return
        before = type(self)._base_manager.get(pk=self.pk)
        for name in ("satisfied_from", "public", "question"):
            if getattr(self, name) != getattr(before, name):
                yield Problem(name, "已有答卷，不能再改；确需改变的请另立一次调查。")
