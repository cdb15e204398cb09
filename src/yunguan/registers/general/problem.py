"""存在问题台账: the problems that the yearly report names, each owed a measure and, a year later, an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Self

from django.db import models

from yunguan.core.finding import Problem as Complaint
from yunguan.core.finding import Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import SectionField
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})


def _measured(problem: Any, context: Context) -> Iterator[Complaint]:
    del context
    if not _measures().filter(problem=problem).exclude(state="dropped").exists():
        yield Complaint("", "这个问题还没有改进措施，请先在改进措施台账中登记。")


def _all_ended(problem: Any, context: Context) -> Iterator[Complaint]:
    del context
    open_ = _measures().filter(problem=problem, state__in=("planned", "ongoing", "urged")).count()
    if open_:
        yield Complaint("", f"还有 {open_} 项改进措施没有完成，请先办结或说明后再销号。")


def _measures() -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - the measures' book refers to this one

    return book("measure").model._base_manager


WORKFLOW = Workflow(
    states=(
        State("raised", "待定措施", "raised_on", awaits=True),
        State("measured", "整改中", "measured_on", awaits=True),
        State("answered", "已说明进展", "answered_on", awaits=True),
        State("solved", "已解决销号", "solved_on", final=True),
    ),
    transitions=(
        Transition("measure", "确定措施", ("raised",), "measured", HANDLERS, guard=_measured),
        Transition("answer", "下年度说明进展", ("measured", "answered"), "answered", HANDLERS, ("answer",)),
        Transition("solve", "销号", ("measured", "answered"), "solved", HEAD, ("answer",), guard=_all_ended),
    ),
    takeover=HANDLERS,
)


class Problem(CommonRecord):
    """存在问题：一个问题一行。"""

    problem_no = models.CharField("问题编号", max_length=30)
    year = models.PositiveSmallIntegerField("年度", editable=False)
    raised_on = models.DateField("提出日期")
    chapter = models.CharField("报告章节", max_length=20)
    problem_title = models.CharField("问题", max_length=120)
    content = models.TextField("具体表现")
    cause = models.TextField("原因分析")
    kept_by = SectionField("责任科室", blank=True, default="")
    figures = models.CharField("相关指标", max_length=200, blank=True, default="")
    measured_on = models.DateField("确定措施日期", blank=True, null=True)
    answered_on = models.DateField("说明日期", blank=True, null=True)
    answer = models.TextField("下年度说明", blank=True, default="")
    solved_on = models.DateField("销号日期", blank=True, null=True)

    title = "存在问题台账"
    section = "general"
    key_fields = ("problem_no",)
    period_field = "raised_on"
    workflow = WORKFLOW
    internal = True
    search_fields = ("problem_no", "problem_title", "content")
    list_fields = ("problem_no", "year", "chapter", "problem_title", "kept_by", "measured_on", "answered_on", "state")
    filter_fields = ("year", "kept_by")
    known_as = {"problem_title": ("存在问题", "问题名称"), "cause": ("原因",)}

    class Meta:
        verbose_name = "存在问题"
        constraints = (models.UniqueConstraint(fields=("problem_no",), name="problem_once"),)

    def derive(self) -> None:
        if self.raised_on:
            self.year = self.raised_on.year

    def problems(self) -> Iterator[Complaint]:
        yield from owed(self, ("answered", "solved"), "answer")
        yield from owed(self, ("measured",), "measured_on")

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Complaint]]:
        """A problem that is written down without a measure is told of."""
        known = [record.pk for record in records if record.pk]
        covered = set(_measures().filter(problem__in=known).values_list("problem", flat=True)) if known else set()
        for index, record in enumerate(records):
            if record.state == "raised" and record.pk not in covered:
                text = f"问题“{record.problem_title}”还没有改进措施，请在改进措施台账中登记。"
                yield index, Complaint("problem_no", text, Severity.WARNING)
