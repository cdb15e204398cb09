"""预算支付明细: what was paid, voucher by voucher."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.budget.money_row import MoneyRow
from yunguan.budget.overspend import OVERSPEND
from yunguan.budget.project import Project
from yunguan.budget.terms import ExpenditureKind, Fund
from yunguan.core.finding import Problem
from yunguan.registers.fields import MoneyField, ReferenceField


class Payment(MoneyRow):
    """预算支付明细：一张凭证的一条分录一行，退回为负数，全年没有的列 0 元。"""

    voucher_no = models.CharField("支付凭证号", max_length=40, help_text="每年重新编号的，须带上年度")
    line_no = models.PositiveSmallIntegerField("分录号", help_text="凭证内的第几条，从 1 起")
    paid_on = models.DateField("支付日期")
    fund = models.CharField("资金性质", max_length=20, choices=Fund)
    kind = models.CharField("支出类型", max_length=10, choices=ExpenditureKind)
    project = ReferenceField(Project, verbose_name="项目代码", blank=True, null=True)
    economic_class = models.CharField("经济分类编码", max_length=8, blank=True, null=True)
    functional_class = models.CharField("功能分类编码", max_length=8, blank=True, null=True)
    payee = models.CharField("收款人", max_length=100, blank=True, null=True)
    amount = MoneyField("金额")
    summary = models.CharField("摘要", max_length=200)
    project_code = models.CharField("项目", max_length=40, blank=True, null=True, editable=False)
    year = models.PositiveSmallIntegerField("预算年度", editable=False)

    title = "预算支付明细"
    section = "finance"
    key_fields = ("voucher_no", "line_no")
    period_field = "paid_on"
    effect_sign = -1
    economic_digits = (5,)
    functional_digits = (7,)
    internal = True
    rules = (OVERSPEND,)
    search_fields = ("voucher_no", "payee", "summary", "project_code")
    list_fields = ("voucher_no", "line_no", "paid_on", "kind", "project", "economic_class", "payee", "amount")
    filter_fields = ("fund", "kind")
    companions = {"project": ("项目名称", "name")}
    known_as = {
        "voucher_no": ("凭证号", "支付单号", "支付令号", "凭证编号"),
        "line_no": ("分录", "分录序号"),
        "paid_on": ("日期", "支付时间", "付款日期"),
        "fund": ("资金来源", "预算类型", "资金类别"),
        "kind": ("支出性质", "支出类别", "预算类别"),
        "project": ("项目编码", "项目编号"),
        "project__name": ("项目", "预算项目"),
        "economic_class": ("部门经济分类", "经济分类", "经济科目", "部门经济分类编码", "经济科目编码"),
        "functional_class": ("功能分类", "功能科目", "功能科目编码", "支出功能分类编码"),
        "payee": ("收款单位", "收款人名称", "收款方"),
        "amount": ("支付金额", "支出金额"),
        "summary": ("用途", "支付用途", "说明"),
    }

    class Meta:
        verbose_name = "支付明细"
        constraints = (models.UniqueConstraint(fields=("voucher_no", "line_no"), name="payment_once"),)
        indexes = (models.Index(fields=("year", "fund", "kind"), name="payment_line"),)

    def derive(self) -> None:
        super().derive()
        self.year = self.paid_on.year

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.amount > 0 and not self.payee:
            yield Problem("payee", "支付须填写收款人。")
