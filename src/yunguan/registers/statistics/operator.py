"""经营业户名录: the companies and shops of the trade."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import MobileField, UsccField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector

KEEPERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("operating", "营业", date_field="opened_on"),
        State("suspended", "停业", date_field="suspended_on"),
        State("cancelled", "注销", date_field="cancelled_on", final=True),
    ),
    transitions=(
        Transition("suspend", "登记停业", ("operating",), "suspended", KEEPERS, reason=True),
        Transition("resume", "恢复营业", ("suspended",), "operating", KEEPERS),
        Transition("cancel", "登记注销", ("operating", "suspended"), "cancelled", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class EntityKind(models.TextChoices):
    """业户类型 (JT/T 1291-2019, 6.3.2.5.3)."""

    COMPANY = "1", "企业法人"
    BRANCH = "2", "分支机构"
    INDIVIDUAL = "3", "个体"


class Operator(Record):
    """经营业户：谁在本市从事道路运输及相关业务。"""

    name = models.CharField("业户名称", max_length=100)
    uscc = UsccField("统一社会信用代码")
    entity_kind = models.CharField("业户类型", max_length=2, choices=EntityKind)
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    key_carrier = models.BooleanField("两客一危", default=False)
    filing_required = models.BooleanField("应备案应急预案", default=False)
    legal_representative = models.CharField("法定代表人", max_length=50, blank=True, null=True)
    manager = models.CharField("经营负责人", max_length=50, blank=True, null=True)
    mobile = MobileField("手机", blank=True, null=True)
    address = models.CharField("地址", max_length=200, blank=True, null=True)
    licence_no = models.CharField("经营许可证号", max_length=32, blank=True, null=True)
    licence_valid_to = models.DateField("许可证有效期至", blank=True, null=True)
    credit_grade = models.CharField("质量信誉等级", max_length=8, blank=True, null=True)
    opened_on = models.DateField("开业日期")
    suspended_on = models.DateField("停业日期", blank=True, null=True)
    cancelled_on = models.DateField("注销日期", blank=True, null=True)

    title = "经营业户名录"
    section = "statistics"
    key_fields = ("uscc",)
    workflow = WORKFLOW
    shared = True
    expires = ("licence_valid_to",)
    alike_by = ("name",)
    operator_path = "uscc"
    search_fields = ("name", "uscc")
    list_fields = ("name", "uscc", "sector", "key_carrier", "filing_required", "area", "state")
    filter_fields = ("sector", "key_carrier", "filing_required")
    known_as = {
        "name": ("企业名称", "单位名称", "公司名称"),
        "uscc": ("信用代码", "社会信用代码"),
        "sector": ("行业", "所属行业"),
        "opened_on": ("成立日期", "开业时间"),
        "mobile": ("联系电话", "手机号码"),
        "area": ("所属区县", "县市区", "行政区划"),
    }

    class Meta:
        verbose_name = "经营业户"
        constraints = (models.UniqueConstraint(fields=("uscc",), name="operator_uscc_once"),)
        indexes = (models.Index(fields=("area", "sector"), name="operator_area_sector"),)

    def __str__(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        if self.licence_valid_to and self.licence_valid_to < self.opened_on:
            yield Problem("licence_valid_to", "许可证有效期早于开业日期，请核对两个日期。")
        if self.key_carrier and self.sector not in {Sector.PASSENGER, Sector.DANGEROUS}:
            yield Problem("key_carrier", "“两客一危”只适用于道路客运和危险货物运输业户，请核对行业类别。")
