"""干部职工名册: who works at the centre and who has retired from it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField
from yunguan.registers.personnel.establishment import Establishment
from yunguan.registers.record import Record

KEEPERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("in_post", "在职", date_field="joined_on"),
        State("retired", "退休", date_field="retired_on"),
        State("left", "离开", date_field="left_on", final=True),
    ),
    transitions=(
        Transition("retire", "办理退休", ("in_post",), "retired", KEEPERS),
        Transition("leave", "登记离开", ("in_post", "retired"), "left", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class PostKind(models.TextChoices):
    """岗位类别 (事业单位岗位设置管理)."""

    MANAGEMENT = "management", "管理岗位"
    PROFESSIONAL = "professional", "专业技术岗位"
    WORKER = "worker", "工勤技能岗位"


class Staff(Record):
    """干部职工：一人一行，退休后仍在册。"""

    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    unit = ReferenceField(Establishment, verbose_name="所在科室")
    post = models.CharField("职务", max_length=50, blank=True, null=True)
    post_kind = models.CharField("岗位类别", max_length=16, choices=PostKind)
    mobile = MobileField("手机", blank=True, null=True)
    joined_on = models.DateField("进入单位日期")
    retired_on = models.DateField("退休日期", blank=True, null=True)
    left_on = models.DateField("离开日期", blank=True, null=True)

    title = "干部职工名册"
    section = "personnel"
    key_fields = ("identity_number",)
    workflow = WORKFLOW
    internal = True
    search_fields = ("name",)
    list_fields = ("name", "unit", "post", "post_kind", "joined_on", "state")
    filter_fields = ("post_kind",)
    known_as = {
        "identity_number": ("身份证号码", "公民身份号码"),
        "unit": ("科室", "所属科室", "部门"),
        "joined_on": ("到岗日期", "参加本单位工作日期"),
    }

    class Meta:
        verbose_name = "干部职工"
        constraints = (models.UniqueConstraint(fields=("identity_number",), name="staff_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.retired_on and self.retired_on < self.joined_on:
            yield Problem("retired_on", "退休日期早于进入单位日期，请核对两个日期。")
        if self.left_on and self.left_on < self.joined_on:
            yield Problem("left_on", "离开日期早于进入单位日期，请核对两个日期。")
