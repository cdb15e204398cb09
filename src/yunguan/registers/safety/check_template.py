"""五全一常态 排查清单: the checklists by which operators are checked each month, version by version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector

HANDLERS = frozenset({"clerk", "head"})


def _may_hold(template: Any, context: Context) -> Iterator[Problem]:
    """A list comes into force with items, after the one that it follows has ended."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the items' book refers to this one

    items: Any = book("check_template_item").model._base_manager
    if not items.filter(template=template).exists():
        yield Problem("", "清单还没有排查项目，请先登记排查项目再启用。")
    others = type(template)._base_manager.filter(sector=template.sector, state="in_force")
    for other in others.exclude(pk=template.pk):
        yield Problem("sector", f"本行业已启用清单“{other.template_no}”，请先停用旧版再启用新版。")
    if template.effective_from > context.on:
        yield Problem("effective_from", "还没有到清单的施行日期，不能启用。")


WORKFLOW = Workflow(
    states=(
        State("draft", "编制中", awaits=True),
        State("in_force", "施行", date_field="enforced_on"),
        State("retired", "停用", date_field="effective_to", final=True),
    ),
    transitions=(
        Transition("enforce", "启用", ("draft",), "in_force", frozenset({"head"}), guard=_may_hold),
        Transition("retire", "停用", ("in_force",), "retired", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class CheckTemplate(Record):
    """排查清单：一个行业一版一行。"""

    template_no = models.CharField("清单编号", max_length=30)
    name = models.CharField("清单名称", max_length=100)
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    doc_no = models.CharField("依据文件", max_length=100)
    effective_from = models.DateField("施行日期")
    enforced_on = models.DateField("启用日期", blank=True, null=True)
    effective_to = models.DateField("停用日期", blank=True, null=True)

    title = "五全一常态排查清单"
    section = "safety"
    key_fields = ("template_no",)
    workflow = WORKFLOW
    internal = True
    shared = True
    search_fields = ("template_no", "name", "doc_no")
    list_fields = ("template_no", "name", "sector", "effective_from", "effective_to", "state")
    filter_fields = ("sector",)
    known_as = {"template_no": ("编号", "版本号"), "doc_no": ("文号", "依据")}

    class Meta:
        verbose_name = "排查清单"
        constraints = (
            models.UniqueConstraint(fields=("template_no",), name="check_template_once"),
            models.UniqueConstraint(
                fields=("sector",), condition=Q(state="in_force"), name="check_template_one_in_force"
            ),
        )

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
        yield from owed(self, ("in_force", "retired"), "enforced_on")
        yield from owed(self, ("retired",), "effective_to")


def covers(template: Any, day: Any) -> bool:
    """Whether a list was in force on a day."""
    return template.effective_from <= day and (template.effective_to is None or day <= template.effective_to)
