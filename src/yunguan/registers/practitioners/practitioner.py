"""从业人员名录: the people who hold a qualification of the trade."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import IdentityNumberField, MobileField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

KEEPERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("valid", "有效", date_field="issued_on"),
        State("expired", "过期", date_field="expired_on"),
        State("cancelled", "注销", date_field="cancelled_on", final=True),
    ),
    transitions=(
        Transition("expire", "登记过期", ("valid",), "expired", KEEPERS),
        Transition("renew", "换证", ("expired",), "valid", KEEPERS, asks=("valid_to",)),
        Transition("cancel", "登记注销", ("valid", "expired"), "cancelled", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class Category(models.TextChoices):
    """从业资格类别 (JT/T 697.7-2014, 5.22)."""

    PASSENGER_DRIVER = "01001", "经营性道路旅客运输驾驶员"
    FREIGHT_DRIVER = "02001", "经营性道路货物运输驾驶员"
    DANGEROUS_DRIVER = "03001", "道路危险货物运输驾驶员"
    DANGEROUS_LOADER = "03002", "道路危险货物运输装卸管理人员"
    DANGEROUS_ESCORT = "03003", "道路危险货物运输押运人员"
    TAXI = "09002", "巡游出租汽车驾驶员"
    RIDE_HAILING = "09003", "网络预约出租汽车驾驶员"
    BUS = "13001", "城市公共汽电车驾驶员"


class Practitioner(Record):
    """从业人员：一人一类资格一行。"""

    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    category = models.CharField("从业资格类别", max_length=8, choices=Category)
    certificate_no = models.CharField("从业资格证号", max_length=20)
    mobile = MobileField("手机", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="服务单位统一社会信用代码", blank=True, null=True)
    licence_class = models.CharField("准驾车型", max_length=8, blank=True, null=True)
    first_issued_on = models.DateField("初领日期", blank=True, null=True)
    issued_on = models.DateField("发证日期")
    valid_to = models.DateField("有效期至")
    expired_on = models.DateField("过期日期", blank=True, null=True)
    cancelled_on = models.DateField("注销日期", blank=True, null=True)

    title = "从业人员名录"
    section = "practitioners"
    key_fields = ("identity_number", "category")
    workflow = WORKFLOW
    shared = True
    expires = ("valid_to",)
    alike_by = ("name", "mobile")
    operator_path = "operator__uscc"
    personal = ("certificate_no",)  # since 2019 the certificate bears the identity number
    search_fields = ("name",)
    list_fields = ("name", "identity_number", "category", "operator", "valid_to", "area", "state")
    filter_fields = ("category",)
    companions = {"operator": ("服务单位", "name")}
    known_as = {
        "identity_number": ("身份证号码", "公民身份号码", "证件号码"),
        "mobile": ("联系电话", "手机号码"),
        "issued_on": ("发放日期",),
    }

    class Meta:
        verbose_name = "从业人员"
        constraints = (models.UniqueConstraint(fields=("identity_number", "category"), name="practitioner_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.valid_to <= self.issued_on:
            yield Problem("valid_to", "有效期至须晚于发证日期，请核对两个日期。")
        if self.first_issued_on and self.first_issued_on > self.issued_on:
            yield Problem("first_issued_on", "初领日期晚于发证日期，请核对两个日期。")
