"""干部派驻台账: who was sent where and for how long: village teams, 百雁入乡村, task forces, investigation groups."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, ReferenceField
from yunguan.registers.general.document import Document
from yunguan.registers.personnel.staff import Staff
from yunguan.registers.record import CommonRecord

HANDLERS = frozenset({"clerk", "head"})
LEADERS = frozenset({"head", "leader"})

WORKFLOW = Workflow(
    states=(
        State("proposed", "拟派", "proposed_on", awaits=True),
        State("posted", "派驻中", "posted_on", awaits=True),
        State("returned", "已返回", "returned_on", final=True),
        State("dropped", "未派出", "dropped_on", final=True),
    ),
    transitions=(
        Transition("post", "派出", ("proposed",), "posted", LEADERS),
        Transition("drop", "不再派出", ("proposed",), "dropped", LEADERS, reason=True),
        Transition("return", "返回", ("posted",), "returned", HANDLERS, ("outcome",)),
    ),
    takeover=HANDLERS,
)


class PostingKind(models.TextChoices):
    """派驻类别."""

    VILLAGE_TEAM = "village_team", "驻村工作队"
    HUNDRED_GEESE = "hundred_geese", "百雁入乡村"
    TASK_FORCE = "task_force", "工作专班"
    SURVEY_GROUP = "survey_group", "驻企调研组"
    SECONDMENT = "secondment", "借调"


class StaffPosting(CommonRecord):
    """干部派驻：一人一次派驻一行。"""

    member = ReferenceField(Staff, verbose_name="身份证号")
    kind = models.CharField("派驻类别", max_length=16, choices=PostingKind)
    place = models.CharField("派驻地点", max_length=100)
    role = models.CharField("职责", max_length=50)
    proposed_on = models.DateField("拟派日期")
    posted_on = models.DateField("派驻日期", blank=True, null=True)
    until = models.DateField("计划期满日期", blank=True, null=True)
    returned_on = models.DateField("返回日期", blank=True, null=True)
    dropped_on = models.DateField("取消日期", blank=True, null=True)
    office_money = MoneyField("安排办公经费", blank=True, null=True)
    project_money = MoneyField("安排项目经费", blank=True, null=True)
    basis = ReferenceField(Document, verbose_name="依据文件登记号", blank=True, null=True)
    outcome = models.TextField("工作成效", blank=True, default="")

    title = "干部派驻台账"
    section = "general"
    key_fields = ("member", "kind", "proposed_on")
    period_field = "proposed_on"
    workflow = WORKFLOW
    internal = True
    expires = ("until",)
    search_fields = ("member__name", "place")
    list_fields = ("member", "kind", "place", "role", "posted_on", "until", "returned_on", "state")
    filter_fields = ("kind", "kept_by")
    companions = {"member": ("姓名", "name"), "basis": ("依据文件", "document_title")}
    known_as = {"place": ("派驻单位",), "posted_on": ("到岗日期", "起始日期")}

    class Meta:
        verbose_name = "干部派驻"
        constraints = (models.UniqueConstraint(fields=("member", "kind", "proposed_on"), name="staff_posting_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "proposed_on", "posted_on", "returned_on")
        yield from in_order(self, "posted_on", "until")
        yield from owed(self, ("posted", "returned"), "posted_on")
        yield from owed(self, ("returned",), "returned_on", "outcome")
