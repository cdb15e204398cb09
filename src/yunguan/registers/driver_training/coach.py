"""教练员台账: who teaches at which school, what they may teach, how they were prepared and how they are graded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed, years_later
from yunguan.registers.driver_training.licence_classes import class_problems
from yunguan.registers.driver_training.of_school import HEAD, KEEPERS, REGULATION, SCHOOLS, SchoolRecord
from yunguan.registers.fields import IdentityNumberField, MobileField

PREPARED = ("prepared_on",)


def _may_teach(coach: Any, context: Context) -> Iterator[Problem]:
    """Before the first lesson: prepared, and long enough a driver of what is taught."""
    since = years_later(coach.licensed_on, context.rule("coach.licence_years"))
    if context.on < since:
        yield Problem("licensed_on", f"驾龄不足，{since:%Y-%m-%d} 起方可任教，请核对初次领证日期。")
    prepared = context.given.get("prepared_on", coach.prepared_on)
    if prepared is not None and prepared > context.on:
        yield Problem("prepared_on", "岗前培训日期晚于上岗日期，请先完成岗前培训。")


def _other_school(coach: Any, context: Context) -> Iterator[Problem]:
    if context.given.get("operator", coach.operator) == coach.operator:
        yield Problem("operator", "转入的驾校与原驾校相同，请选择新的驾校。")


WORKFLOW = Workflow(
    states=(
        State("preparing", "岗前培训", date_field="hired_on", awaits=True),
        State("teaching", "在教", date_field="started_on"),
        State("paused", "停教", date_field="paused_on"),
        State("left", "离职", date_field="left_on"),
        State("barred", "不得聘用", date_field="barred_on", final=True),
    ),
    transitions=(
        Transition("start", "上岗", ("preparing",), "teaching", KEEPERS, asks=PREPARED, guard=_may_teach),
        Transition("pause", "停教", ("teaching",), "paused", KEEPERS, reason=True),
        Transition("resume", "恢复任教", ("paused",), "teaching", KEEPERS, asks=PREPARED, guard=_may_teach),
        Transition("leave", "离职", ("preparing", "teaching", "paused"), "left", SCHOOLS),
        Transition(
            "move_school", "转入其他驾校", ("left",), "preparing", KEEPERS, asks=("operator",), guard=_other_school
        ),
        Transition("return", "回原驾校", ("left",), "preparing", KEEPERS),
        Transition("bar", "列为不得聘用", ("preparing", "teaching", "paused", "left"), "barred", HEAD, reason=True),
    ),
    takeover=KEEPERS,
)


class Teaching(models.TextChoices):
    """What a coach teaches (JT/T 697.7-2014, 5.22)."""

    THEORY = "05001", "理论教练员"
    DRIVING = "05002", "驾驶操作教练员"
    PROFESSIONAL = "05003", "客货运输驾驶员从业资格培训教练员"
    DANGEROUS = "05005", "危险货物运输驾驶员从业资格培训教练员"


class Skill(models.TextChoices):
    """职业技能等级 of coaches."""

    JUNIOR = "4", "中级工"
    SENIOR = "3", "高级工"
    TECHNICIAN = "2", "技师"
    MASTER = "1", "高级技师"


class Credit(models.TextChoices):
    """教学质量信誉考核 of coaches."""

    AAA = "AAA", "AAA"
    AA = "AA", "AA"
    A = "A", "A"
    B = "B", "B"


class Coach(SchoolRecord):
    """教练员：一人一行。"""

    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    mobile = MobileField("手机", blank=True, null=True)
    teaching = models.CharField("教练类别", max_length=8, choices=Teaching)
    classes = models.CharField("准教车型", max_length=60)
    licensed_on = models.DateField("初次领取驾驶证日期")
    skill = models.CharField("职业技能等级", max_length=2, choices=Skill, blank=True, null=True)
    contract_to = models.DateField("聘用合同止期", blank=True, null=True)
    hired_on = models.DateField("聘用日期")
    prepared_on = models.DateField("岗前培训完成日期", blank=True, null=True)
    started_on = models.DateField("上岗日期", blank=True, null=True)
    credit = models.CharField("信誉考核等级", max_length=4, choices=Credit, blank=True, null=True)
    credit_year = models.PositiveSmallIntegerField("信誉考核年度", blank=True, null=True)
    paused_on = models.DateField("停教日期", blank=True, null=True)
    left_on = models.DateField("离职日期", blank=True, null=True)
    barred_on = models.DateField("列为不得聘用日期", blank=True, null=True)

    title = "教练员台账"
    key_fields = ("identity_number",)
    workflow = WORKFLOW
    rules = (
        Rule(
            "coach.licence_years",
            "教练员任教前驾龄",
            3,
            "年",
            REGULATION,
            effective_from=date(2022, 11, 1),
            confirmed=False,
        ),
    )
    filed_by = frozenset({"operator", "county"})
    expires = ("contract_to",)
    kept_years = {"mobile": 4}
    search_fields = ("name", "operator__name")
    list_fields = ("name", "identity_number", "operator", "teaching", "classes", "credit", "area", "state")
    filter_fields = ("teaching", "skill", "credit")
    known_as = {
        **SchoolRecord.known_as,
        "identity_number": ("身份证号码", "证件号码"),
        "mobile": ("联系电话", "手机号码"),
        "classes": ("准驾车型", "教学车型"),
    }

    class Meta:
        verbose_name = "教练员"
        constraints = (models.UniqueConstraint(fields=("identity_number",), name="coach_once"),)
        indexes = (models.Index(fields=("area", "state"), name="coach_area_state"),)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from class_problems(self, "classes")
        yield from in_order(self, "licensed_on", "hired_on", "started_on")
        yield from in_order(self, "hired_on", "left_on")
        if bool(self.credit) is not bool(self.credit_year):
            yield Problem("credit_year", "信誉考核等级与考核年度须同时填写。")
        yield from owed(self, ("teaching", "paused"), "prepared_on", "started_on")
        yield from owed(self, ("paused",), "paused_on")
        yield from owed(self, ("left",), "left_on")
        yield from owed(self, ("barred",), "barred_on")
