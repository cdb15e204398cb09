"""补贴收款人: the companies and people to whom subsidies are paid, with the account that they are paid to."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import IdentityNumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator


class RecipientKind(models.TextChoices):
    """企业法人 or 个体车主."""

    COMPANY = "company", "企业"
    PERSON = "person", "个人"


class SubsidyRecipient(Record):
    """补贴收款人：一家企业或一名车主一行。"""

    recipient_no = models.CharField("收款人编号", max_length=40)
    kind = models.CharField("收款人类别", max_length=8, choices=RecipientKind)
    name = models.CharField("收款人名称", max_length=100)
    operator = ReferenceField(Operator, verbose_name="经营业户统一社会信用代码")
    identity_number = IdentityNumberField("车主身份证号", blank=True, null=True)
    bank = models.CharField("开户银行", max_length=100, blank=True, null=True)
    account_name = models.CharField("开户名", max_length=100, blank=True, null=True)
    account_no = models.CharField("银行账号", max_length=40, blank=True, null=True)

    title = "补贴收款人名册"
    section = "urban_transit"
    key_fields = ("recipient_no",)
    shared = True
    filed_by = frozenset({"county"})
    operator_path = "operator__uscc"
    personal = ("account_no",)
    search_fields = ("recipient_no", "name", "operator__name")
    list_fields = ("recipient_no", "kind", "name", "operator", "bank", "area")
    filter_fields = ("kind",)
    companions = {"operator": ("经营业户", "name")}
    known_as = {"name": ("车主姓名", "收款单位"), "account_no": ("账号", "银行卡号"), "bank": ("开户行",)}

    class Meta:
        verbose_name = "补贴收款人"
        constraints = (
            models.UniqueConstraint(fields=("recipient_no",), name="subsidy_recipient_once"),
            models.UniqueConstraint(fields=("identity_number",), name="subsidy_recipient_person_once"),
        )

    def __str__(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        person = self.kind == RecipientKind.PERSON
        if person and not self.identity_number:
            yield Problem("identity_number", "收款人是个人的，须填写车主身份证号。")
        if not person and self.identity_number:
            yield Problem("identity_number", "收款人是企业的，不应填写身份证号，请核对收款人类别。")
        if not person and self.name != self.operator.name:
            yield Problem("name", "收款企业的名称与经营业户名录不一致，请核对。")
        if self.account_name and self.account_name != self.name:
            yield Problem("account_name", "开户名与收款人名称不一致，补贴只能付给收款人本人的账户。")
        if self.account_no and not (self.bank and self.account_name):
            yield Problem("bank", "填写银行账号的，须同时填写开户银行和开户名。")
