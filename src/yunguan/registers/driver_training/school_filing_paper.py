"""驾培备案材料收件台账: the papers that a school handed in for its filing, and whether each is fit."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.driver_training.of_school import KEEPERS, SCHOOLS, SchoolRecord
from yunguan.registers.driver_training.school_filing_item import SchoolFilingItem
from yunguan.registers.fields import ReferenceField

WORKFLOW = Workflow(
    states=(
        State("received", "待核对", date_field="received_on", awaits=True),
        State("fit", "符合", date_field="judged_on"),
        State("unfit", "不符合", date_field="judged_on", awaits=True),
    ),
    transitions=(
        Transition("find_fit", "材料符合", ("received",), "fit", KEEPERS),
        Transition("find_unfit", "材料不符合", ("received",), "unfit", KEEPERS, asks=("remark",)),
        Transition("hand_in_again", "重新提交", ("unfit",), "received", SCHOOLS),
        Transition("replace", "更换材料", ("fit",), "received", SCHOOLS, reason=True),
    ),
    takeover=KEEPERS,
)


class SchoolFilingPaper(SchoolRecord):
    """备案材料：一所驾校一种材料一行。"""

    item = ReferenceField(SchoolFilingItem, verbose_name="材料编号")
    received_on = models.DateField("收件日期")
    judged_on = models.DateField("核对日期", blank=True, null=True)
    remark = models.TextField("不符合之处", blank=True, null=True)

    title = "驾培备案材料收件台账"
    key_fields = ("operator", "item")
    period_field = "received_on"
    workflow = WORKFLOW
    filed_by = frozenset({"operator", "county"})
    search_fields = ("operator__name", "item__name")
    list_fields = ("operator", "item", "received_on", "judged_on", "remark", "area", "state")
    companions = {**SchoolRecord.companions, "item": ("材料名称", "name")}

    class Meta:
        verbose_name = "备案材料收件"
        constraints = (models.UniqueConstraint(fields=("operator", "item"), name="school_filing_paper_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from in_order(self, "received_on", "judged_on")
        yield from owed(self, ("fit", "unfit"), "judged_on")
        yield from owed(self, ("unfit",), "remark")
