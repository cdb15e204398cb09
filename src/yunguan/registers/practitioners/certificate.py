"""从业资格证发放台账: each issue or replacement of a certificate, on paper or as an electronic certificate.

An electronic one holds as a paper one does (国务院关于在线政务服务的若干规定, arts 9–11); its layout is JT/T 1290.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import IdentityNumberField
from yunguan.registers.practitioners.practitioner import KEEPERS, Category
from yunguan.registers.record import Record

HEAD = frozenset({"head"})
TYPE_CODES = {Category.TAXI: "11100000000019713D075", Category.RIDE_HAILING: "11100000000019713D072"}
OTHER_TYPE = "11100000000019713D071"
"""证照类型代码 of the national system of electronic certificates."""

WORKFLOW = Workflow(
    states=(
        State("pending", "待签章", date_field="issued_on", deadline=Deadline("certificate.sign"), awaits=True),
        State("failed", "签章失败", date_field="failed_on", awaits=True),
        State("valid", "有效", date_field="signed_on"),
        State("replaced", "已换发", date_field="replaced_on", final=True),
        State("expired", "已过期", date_field="expired_on", final=True),
        State("cancelled", "已注销", date_field="cancelled_on", final=True),
    ),
    transitions=(
        Transition("sign", "签章生成", ("pending", "failed"), "valid", KEEPERS),
        Transition("fail", "登记签章失败", ("pending",), "failed", KEEPERS, reason=True),
        Transition("replace", "换发", ("valid",), "replaced", KEEPERS, by_machine=True),
        Transition("expire", "登记过期", ("valid",), "expired", KEEPERS),
        Transition("cancel", "注销", ("valid", "failed"), "cancelled", HEAD, reason=True),
    ),
    takeover=KEEPERS,
)


class Medium(models.TextChoices):
    """On what a certificate was given."""

    ELECTRONIC = "electronic", "电子"
    BOTH = "both", "电子并发纸质"
    PAPER = "paper", "纸质"


class Matter(models.TextChoices):
    """补换证原因 (JT/T 697.7-2014, 5.5.3)."""

    FIRST = "1", "初领"
    LOST = "2", "丢失"
    WORN = "3", "污损"
    STATUS = "4", "经营状态变更"
    DATA = "5", "信息变更"
    EXPIRY = "6", "到期"
    EDITION = "7", "改版"
    OTHER = "9", "其他"


NEW_TERM = frozenset({Matter.FIRST, Matter.EXPIRY})
"""Matters with which a new term of years begins."""


class Certificate(Record):
    """从业资格证发放：发一次证一行。"""

    issue_no = models.CharField("发放流水号", max_length=24)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    category = models.CharField("从业资格类别", max_length=8, choices=Category)
    certificate_no = models.CharField("从业资格证号", max_length=20)
    matter = models.CharField("发放事由", max_length=2, choices=Matter)
    medium = models.CharField("证照形式", max_length=12, choices=Medium)
    electronic = models.BooleanField("电子证照", default=False, editable=False)
    type_code = models.CharField("证照类型代码", max_length=24, editable=False)
    issued_on = models.DateField("发放日期")
    failed_on = models.DateField("签章失败日期", blank=True, null=True)
    signed_on = models.DateField("签章日期", blank=True, null=True)
    valid_to = models.DateField("有效期至")
    replaced_on = models.DateField("换发日期", blank=True, null=True)
    expired_on = models.DateField("过期日期", blank=True, null=True)
    cancelled_on = models.DateField("注销日期", blank=True, null=True)

    title = "从业资格证发放台账"
    section = "practitioners"
    key_fields = ("issue_no",)
    period_field = "issued_on"
    workflow = WORKFLOW
    rules = (
        Rule(
            "certificate.sign",
            "电子证照签章期限",
            3,
            "工作日",
            "道路运输电子证照运行服务要求",
            confirmed=False,
        ),
    )
    expires = ("valid_to",)
    personal = ("certificate_no",)
    search_fields = ("issue_no", "name")
    list_fields = ("issue_no", "name", "identity_number", "category", "matter", "medium", "issued_on", "area", "state")
    filter_fields = ("category", "matter", "medium")
    known_as = {
        "identity_number": ("身份证号码", "证件号码"),
        "matter": ("补换证原因",),
        "issued_on": ("发证日期", "制证日期"),
    }

    class Meta:
        verbose_name = "从业资格证发放"
        constraints = (
            models.UniqueConstraint(fields=("issue_no",), name="certificate_once"),
            models.UniqueConstraint(
                fields=("identity_number", "category"),
                condition=models.Q(state="valid"),
                name="certificate_one_valid",
            ),
        )
        indexes = (models.Index(fields=("issued_on", "electronic"), name="certificate_day_electronic"),)

    def derive(self) -> None:
        self.electronic = self.medium in {Medium.ELECTRONIC, Medium.BOTH}
        self.type_code = TYPE_CODES.get(Category(self.category), OTHER_TYPE) if self.category in Category else ""

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "issued_on", "signed_on", "replaced_on")
        if self.valid_to <= self.issued_on:
            yield Problem("valid_to", "有效期至须晚于发放日期，请核对两个日期。")
        yield from owed(self, ("valid", "replaced", "expired"), "signed_on")
        yield from owed(self, ("failed",), "failed_on")
        yield from owed(self, ("replaced",), "replaced_on")
        yield from owed(self, ("expired",), "expired_on")
        yield from owed(self, ("cancelled",), "cancelled_on")
