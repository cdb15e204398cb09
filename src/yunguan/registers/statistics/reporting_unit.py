"""统计调查单位名录库: who reports in which survey, kept up to date month by month (交通运输企业统计调查制度)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

KEEPERS = frozenset({"clerk", "head"})
CHECKERS = KEEPERS | {"county"}
IN_SCOPE = ("proposed", "listed", "changing", "leaving")
DIVISION_DIGITS = 12
INDUSTRY_DIGITS = 4


class Survey(models.TextChoices):
    """调查种类: whom a survey asks."""

    PASSENGER = "passenger", "公路客运"
    FREIGHT = "freight", "道路货运"
    BUS = "bus", "城市公交"
    TAXI = "taxi", "巡游出租"
    RIDE_HAILING = "ride_hailing", "网约车"


SECTORS: dict[str, frozenset[str]] = {
    Survey.PASSENGER: frozenset({Sector.PASSENGER}),
    Survey.FREIGHT: frozenset({Sector.FREIGHT, Sector.DANGEROUS}),
    Survey.BUS: frozenset({Sector.BUS}),
    Survey.TAXI: frozenset({Sector.TAXI}),
    Survey.RIDE_HAILING: frozenset({Sector.RIDE_HAILING}),
}
"""The trades whose operators a survey asks."""


def _evidence(unit: Any, context: Context) -> Iterator[Problem]:
    if not (context.given.get("evidence") or unit.evidence):
        yield Problem("evidence", "名录库的变动须有依据，请填写依据材料。")


WORKFLOW = Workflow(
    states=(
        State("proposed", "拟入库", date_field="proposed_on", awaits=True),
        State("listed", "在库", date_field="listed_on"),
        State("changing", "变更待审", date_field="change_asked_on", awaits=True),
        State("leaving", "拟退库", date_field="leaving_on", awaits=True),
        State("gone", "已退库", date_field="gone_on", final=True),
        State("refused", "不予入库", date_field="refused_on", final=True),
    ),
    transitions=(
        Transition("list", "审核入库", ("proposed",), "listed", KEEPERS, other_person=True, guard=_evidence),
        Transition("refuse", "不予入库", ("proposed",), "refused", KEEPERS, reason=True),
        Transition(
            "ask_change",
            "申请变更",
            ("listed",),
            "changing",
            CHECKERS | {"operator"},
            asks=("change_words", "evidence"),
        ),
        Transition("change", "审核变更", ("changing",), "listed", KEEPERS, asks=("changed_on",)),
        Transition("keep", "不予变更", ("changing",), "listed", KEEPERS, reason=True),
        Transition("ask_leave", "申请退库", ("listed",), "leaving", CHECKERS, asks=("evidence",), reason=True),
        Transition("leave", "审核退库", ("leaving",), "gone", KEEPERS, other_person=True),
        Transition("stay", "不予退库", ("leaving",), "listed", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class ReportingUnit(Record):
    """统计调查单位：一家企业在一种调查中一行。"""

    unit_no = models.CharField("单位编号", max_length=30)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    survey = models.CharField("调查种类", max_length=16, choices=Survey)
    division = models.CharField("统计区划代码", max_length=12)
    industry = models.CharField("行业代码（GB/T 4754）", max_length=4)
    account = models.CharField("直报账号", max_length=40, blank=True, null=True)
    evidence = models.CharField("依据材料", max_length=200, blank=True, null=True)
    change_words = models.CharField("变更内容", max_length=200, blank=True, null=True)
    proposed_on = models.DateField("提出入库日期")
    listed_on = models.DateField("入库日期", blank=True, null=True)
    change_asked_on = models.DateField("申请变更日期", blank=True, null=True)
    changed_on = models.DateField("变更日期", blank=True, null=True)
    leaving_on = models.DateField("申请退库日期", blank=True, null=True)
    gone_on = models.DateField("退库日期", blank=True, null=True)
    refused_on = models.DateField("不予入库日期", blank=True, null=True)

    title = "统计调查单位名录库"
    section = "statistics"
    key_fields = ("unit_no",)
    workflow = WORKFLOW
    shared = True
    operator_path = "operator__uscc"
    search_fields = ("unit_no", "operator__name", "account")
    list_fields = ("unit_no", "operator", "survey", "account", "listed_on", "changed_on", "gone_on", "area", "state")
    filter_fields = ("survey",)
    companions = {"operator": ("单位详细名称", "name")}
    known_as = {"listed_on": ("纳入日期",), "gone_on": ("注销日期",), "operator__name": ("企业名称", "单位名称")}

    class Meta:
        verbose_name = "统计调查单位"
        constraints = (
            models.UniqueConstraint(fields=("unit_no",), name="reporting_unit_once"),
            models.UniqueConstraint(
                fields=("operator", "survey"), condition=Q(state__in=IN_SCOPE), name="reporting_unit_one_survey"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_no} {self.operator.name}"

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "proposed_on", "listed_on", "gone_on")
        yield from owed(self, ("listed", "changing", "leaving", "gone"), "listed_on", "evidence")
        yield from owed(self, ("changing",), "change_words")
        yield from owed(self, ("gone",), "gone_on")
        if len(self.division) != DIVISION_DIGITS or not self.division.isdigit():
            yield Problem("division", "统计区划代码须为 12 位数字，请核对。")
        if len(self.industry) != INDUSTRY_DIGITS or not self.industry.isdigit():
            yield Problem("industry", "行业代码须为 4 位数字，请按 GB/T 4754 填写。")
        if self.operator.sector not in SECTORS[self.survey]:
            yield Problem("survey", f"该企业的行业类别是{self.operator.get_sector_display()}，不在这种调查的范围内。")
