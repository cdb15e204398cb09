"""绩效目标申报: what the whole department and each project promise for a year, and with what money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.evaluation.editions import scheme_named
from yunguan.evaluation.goal_workflow import DECLARED, RULES, WORKFLOW
from yunguan.evaluation.scheme import DEPARTMENT, SubjectKind
from yunguan.evaluation.years import first_day, year_problems
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.record import Record

MONEY = ("money_total", "money_fiscal", "money_other")


class Attribute(models.TextChoices):
    """项目属性."""

    NEW = "new", "新增项目"
    CONTINUING = "continuing", "延续项目"


class PerformanceGoal(Record):
    """绩效目标：部门整体一年一行，每个项目一年一行。"""

    goal_no = models.CharField("目标编号", max_length=40, help_text="年度加项目代码，如 2023-DLYSFW")
    year = models.PositiveSmallIntegerField("预算年度")
    kind = models.CharField("目标类别", max_length=12, choices=[(each.value, each.label) for each in SubjectKind])
    project = ReferenceField("budget.Project", verbose_name="项目代码", blank=True, null=True)
    goal_title = models.CharField("目标名称", max_length=100)
    scheme = models.CharField("指标体系", max_length=60, blank=True, default="", help_text="指标体系的代码")
    attribute = models.CharField("项目属性", max_length=12, choices=Attribute, blank=True, null=True)
    starts_on = models.DateField("实施开始日期", blank=True, null=True)
    ends_on = models.DateField("实施结束日期", blank=True, null=True)
    mid_total = MoneyField("中期资金总额", blank=True, null=True, help_text="项目期内各年合计，一年期项目不填")
    money_total = MoneyField("年度资金总额", blank=True, null=True)
    money_fiscal = MoneyField("财政拨款", blank=True, null=True)
    money_other = MoneyField("其他资金", blank=True, null=True, help_text="没有的填 0")
    mid_goal = models.TextField("中期目标", blank=True, default="")
    annual_goal = models.TextField("年度总体目标", blank=True, default="")
    declared_on = models.DateField("填报日期")
    submitted_on = models.DateField("上报日期", blank=True, null=True)
    approved_on = models.DateField("批复日期", blank=True, null=True)
    doc_no = models.CharField("批复文号", max_length=100, blank=True, default="")
    adjusted_on = models.DateField("申请调整日期", blank=True, null=True)
    adjust_reason = models.TextField("调整原因", blank=True, default="")
    note = models.CharField("备注", max_length=200, blank=True, default="")
    counts_from = models.DateField("计入日期", editable=False)

    title = "绩效目标申报"
    section = "finance"
    key_fields = ("goal_no",)
    period_field = "counts_from"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("goal_no", "goal_title", "project__name", "annual_goal")
    list_fields = ("goal_no", "year", "kind", "goal_title", "money_total", "submitted_on", "approved_on", "state")
    filter_fields = ("year", "kind")
    companions = {"project": ("项目名称", "name")}
    known_as = {
        "year": ("年度", "申报年度"),
        "project": ("项目编码", "项目编号"),
        "goal_title": ("部门（单位）名称", "绩效目标名称"),
        "starts_on": ("项目开始日期", "项目期起"),
        "ends_on": ("项目结束日期", "项目期止"),
        "mid_total": ("项目总额", "中期资金"),
        "money_total": ("资金总额", "年度预算金额"),
        "money_fiscal": ("其中：财政拨款", "当年财政拨款", "财政资金"),
        "mid_goal": ("中期绩效目标",),
        "annual_goal": ("年度目标", "年度绩效目标", "总体目标"),
        "declared_on": ("申报日期", "填表日期"),
        "doc_no": ("文号", "批复文件"),
    }

    class Meta:
        verbose_name = "绩效目标"
        constraints = (
            models.UniqueConstraint(fields=("goal_no",), name="performance_goal_once"),
            models.UniqueConstraint(fields=("year", "project"), name="performance_goal_project_once"),
            models.UniqueConstraint(
                fields=("year",), condition=models.Q(kind="department"), name="performance_goal_department_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.goal_no} {self.goal_title}"

    @property
    def subject(self) -> str:
        """Whom an evaluation of the goal is about: ``department``, or the code of the project."""
        me: Any = self
        return str(me.project.code) if me.project_id else DEPARTMENT

    def derive(self) -> None:
        self.counts_from = first_day(self.year)

    def locked(self) -> str:
        """What was handed in stays as it is until it is sent back, or until its adjustment is asked for."""
        if self.pk and self.state in {"submitted", "approved"}:
            label = self.workflow.labels[self.state]
            return f"目标{label}，不能直接修改；请先退回修改，已批复的先办理“申请调整”。"
        return ""

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "starts_on", "ends_on")
        yield from in_order(self, "declared_on", "submitted_on", "approved_on")
        yield from in_order(self, "submitted_on", "adjusted_on")
        yield from owed(self, ("submitted",), *DECLARED, "submitted_on")
        yield from owed(self, ("approved", "adjusting"), *DECLARED, "approved_on", "doc_no")
        yield from owed(self, ("adjusting",), "adjusted_on", "adjust_reason")
        yield from year_problems(self)
        yield from self._subject_problems()
        yield from self._money_problems()
        yield from self._year_problems()
        yield from self._scheme_problems()

    def _subject_problems(self) -> Iterator[Problem]:
        me: Any = self
        if self.kind == SubjectKind.DEPARTMENT:
            if me.project_id or self.attribute:
                yield Problem("project", "部门整体支出绩效目标不填项目代码和项目属性，请删去或改选“项目支出”。")
            return
        if not me.project_id:
            yield Problem("project", "项目支出绩效目标须填写项目代码；项目尚未登记的，请先登记在“预算项目”中。")
        elif not me.project.runs_in(self.year):
            yield Problem("project", f"项目“{me.project.name}”{self.year}年不在实施期内，请核对年度或项目的起止年度。")
        if not self.attribute:
            yield Problem("attribute", "项目支出绩效目标须填写项目属性（新增项目或延续项目）。")

    def _money_problems(self) -> Iterator[Problem]:
        amounts = {name: getattr(self, name) for name in (*MONEY, "mid_total")}
        for name, amount in amounts.items():
            if amount is not None and amount < 0:
                yield Problem(name, "资金不能为负数，请核对。")
        total, fiscal, other, mid = amounts.values()
        if None not in {total, fiscal, other} and total != fiscal + other:
            yield Problem("money_total", "年度资金总额须等于财政拨款与其他资金之和，请核对三个金额。")
        if mid is not None and total is not None and mid < total:
            yield Problem("mid_total", "中期资金总额小于年度资金总额，请核对；一年期项目不填中期资金总额。")

    def _year_problems(self) -> Iterator[Problem]:
        first, last = self.starts_on, self.ends_on
        if (first and first.year > self.year) or (last and last.year < self.year):
            yield Problem("starts_on", f"实施起止日期不含预算年度 {self.year} 年，请核对。")
        if self.declared_on and self.declared_on.year > self.year:
            yield Problem("declared_on", "填报日期晚于预算年度，目标应在年度开始前后申报，请核对。", Severity.WARNING)
        twin = self._twin()
        if twin is not None:
            yield Problem("year", f"{self.year}年已有同一对象的绩效目标“{twin.goal_no}”，请修改原目标，不要另行申报。")

    def _scheme_problems(self) -> Iterator[Problem]:
        try:
            kind = scheme_named(self.scheme).kind if self.scheme else None
        except Refused:
            text = f"没有代码为“{self.scheme}”的指标体系，请核对代码；自建的指标体系须写明版本，如 代码@1。"
            yield Problem("scheme", text, Severity.WARNING)
        else:
            if kind is not None and kind.value != self.kind:
                yield Problem("scheme", "指标体系的评价对象与目标类别不一致，请另选指标体系。")

    def _twin(self) -> PerformanceGoal | None:
        """Another goal of the same subject and year."""
        same = type(self)._base_manager.filter(year=self.year, kind=self.kind, project=self.project)
        return same.exclude(pk=self.pk).exclude(goal_no=self.goal_no).first()

    @classmethod
    def carried_over(cls, year: int) -> Iterator[dict[str, Any]]:
        """Next year's goals: the department's, and those of the projects that go on; what they promise is open."""
        there = set(cls._base_manager.filter(year=year + 1).values_list("kind", "project"))
        for goal in cls._base_manager.filter(year=year).select_related("project").order_by("id"):
            me: Any = goal
            goes_on = me.project is None or me.project.runs_in(year + 1)
            if goes_on and (goal.kind, me.project_id) not in there:
                yield _next_years(goal)


def _next_years(goal: PerformanceGoal) -> dict[str, Any]:
    project = goal.kind == SubjectKind.PROJECT
    return {
        "goal_no": f"{goal.year + 1}-{goal.goal_no.removeprefix(f'{goal.year}-')}",
        "year": goal.year + 1,
        "kind": goal.kind,
        "project": goal.project,
        "goal_title": goal.goal_title,
        "attribute": Attribute.CONTINUING if project else None,
        "mid_total": goal.mid_total,
        "mid_goal": goal.mid_goal,
        "declared_on": date(goal.year + 1, 1, 1),
    }
