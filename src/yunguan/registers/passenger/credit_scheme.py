"""质量信誉考核细则: the versions of the point tables, one series for each trade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order
from yunguan.registers.fields import NumberField
from yunguan.registers.passenger.parts.grades import Grade, ItemKind, shown
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector

HANDLERS = frozenset({"clerk", "head"})
THRESHOLDS = (
    (Grade.AAAAA.value, "least_aaaaa"),
    (Grade.AAAA.value, "least_aaaa"),
    (Grade.AAA.value, "least_aaa"),
    (Grade.AA.value, "least_aa"),
    (Grade.A.value, "least_a"),
)
"""Grade and the column that holds its threshold, best first; below the last is B."""


def _adds_up(scheme: Any, context: Context) -> Iterator[Problem]:
    """A table comes into force when its base items come to the full marks and no other is in force for its days."""
    if shortfall := scheme.shortfall():
        yield Problem("full_marks", shortfall)
    others = type(scheme)._base_manager.filter(sector=scheme.sector, state="in_force").exclude(pk=scheme.pk)
    for other in others:
        if other.covers(scheme.effective_from) or scheme.covers(other.effective_from):
            text = f"与施行中的细则“{other.scheme_no}”施行日期重叠，请先为其填写废止日期或核对施行日期。"
            yield Problem("effective_from", text)
    del context


WORKFLOW = Workflow(
    states=(
        State("draft", "起草", awaits=True),
        State("in_force", "施行", date_field="adopted_on"),
        State("retired", "废止", date_field="effective_to", final=True),
    ),
    transitions=(
        Transition("adopt", "启用", ("draft",), "in_force", frozenset({"head"}), guard=_adds_up),
        Transition("retire", "废止", ("in_force",), "retired", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class CreditScheme(Record):
    """考核细则：一个行业一个版本一行，等级分数线随版本走。"""

    scheme_no = models.CharField("细则编号", max_length=40)
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    name = models.CharField("细则名称", max_length=100)
    doc_no = models.CharField("依据文号", max_length=100)
    effective_from = models.DateField("施行日期")
    adopted_on = models.DateField("启用日期", blank=True, null=True)
    effective_to = models.DateField("废止日期", blank=True, null=True)
    full_marks = NumberField("基本分满分", places=1, unit="分")
    bonus_cap = NumberField("加分上限", places=1, unit="分", default=0)
    least_aaaaa = NumberField("AAAAA 级最低分", places=1, unit="分", blank=True, null=True)
    least_aaaa = NumberField("AAAA 级最低分", places=1, unit="分", blank=True, null=True)
    least_aaa = NumberField("AAA 级最低分", places=1, unit="分")
    least_aa = NumberField("AA 级最低分", places=1, unit="分")
    least_a = NumberField("A 级最低分", places=1, unit="分")
    confirmed = models.BooleanField("已核实", default=False)

    title = "质量信誉考核细则"
    section = "passenger"
    key_fields = ("scheme_no",)
    workflow = WORKFLOW
    shared = True
    internal = True
    expires = ("effective_to",)
    search_fields = ("scheme_no", "name", "doc_no")
    list_fields = ("scheme_no", "sector", "name", "doc_no", "effective_from", "effective_to", "full_marks", "state")
    filter_fields = ("sector", "confirmed")
    known_as = {"scheme_no": ("细则版本",), "doc_no": ("文号",), "effective_from": ("生效日期",)}

    class Meta:
        verbose_name = "考核细则"
        constraints = (models.UniqueConstraint(fields=("scheme_no",), name="credit_scheme_once"),)
        indexes = (models.Index(fields=("sector", "effective_from"), name="credit_scheme_sector_from"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.scheme_no}）"

    @property
    def thresholds(self) -> list[tuple[str, int]]:
        """Grades that this table knows with their thresholds in tenths of a mark, best first."""
        known = [(grade, getattr(self, column)) for grade, column in THRESHOLDS]
        return [(grade, least) for grade, least in known if least is not None]

    def covers(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.effective_from <= day and (self.effective_to is None or day < self.effective_to)

    def shortfall(self) -> str:
        """What is wrong with the sum of its base items, "" where it is the full marks."""
        from yunguan.registers.book import book  # noqa: PLC0415 - the items' book refers to this one

        items: Any = book("credit_item").model._base_manager
        found = sum(items.filter(scheme=self, item_kind=ItemKind.BASE).values_list("points", flat=True))
        if found == self.full_marks:
            return ""
        return f"基本分项目合计 {shown(found)} 分，与满分 {shown(self.full_marks)} 分不符，请先把项目分值改到一致。"

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
        if self.full_marks <= 0:
            yield Problem("full_marks", "基本分满分须大于 0。")
        if self.bonus_cap < 0:
            yield Problem("bonus_cap", "加分上限不能小于 0，没有加分的填 0。")
        marks = [least for _, least in self.thresholds]
        if any(better <= worse for better, worse in pairwise(marks)):
            yield Problem("least_aa", "各等级最低分须由高到低依次减小，请核对分数线。")
        if any(least > self.full_marks + self.bonus_cap for least in marks):
            yield Problem("least_aaa", "等级最低分不能超过满分加加分上限，请核对分数线。")


def scheme_for(sector: str, day: date) -> CreditScheme | None:
    """The table in force for a trade on a day, None where there is none."""
    found = CreditScheme._base_manager.filter(sector=sector, state__in=("in_force", "retired"), effective_from__lte=day)
    return next((each for each in found.order_by("-effective_from") if each.covers(day)), None)
