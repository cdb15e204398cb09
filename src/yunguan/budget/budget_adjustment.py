"""预算追加追减: what was added to or taken from the budget in the course of the year."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.budget.money_row import MoneyRow
from yunguan.budget.project import Project
from yunguan.budget.terms import Direction, ExpenditureKind, Fund
from yunguan.core.finding import Problem
from yunguan.registers.fields import MoneyField, ReferenceField


class BudgetAdjustment(MoneyRow):
    """预算追加追减：一笔调整一行，金额不带负号，方向另列。"""

    year = models.PositiveSmallIntegerField("预算年度")
    line_no = models.CharField("指标编号", max_length=40)
    direction = models.CharField("调整方向", max_length=10, choices=Direction)
    fund = models.CharField("资金性质", max_length=20, choices=Fund)
    kind = models.CharField("支出类型", max_length=10, choices=ExpenditureKind)
    project = ReferenceField(Project, verbose_name="项目代码", blank=True, null=True)
    economic_class = models.CharField("经济分类编码", max_length=8, blank=True, null=True)
    functional_class = models.CharField("功能分类编码", max_length=8, blank=True, null=True)
    amount = MoneyField("金额")
    adjusted_on = models.DateField("调整日期")
    doc_no = models.CharField("批复文号", max_length=100)
    reason = models.CharField("调整原因", max_length=200)
    project_code = models.CharField("项目", max_length=40, blank=True, null=True, editable=False)
    signed_amount = MoneyField("调整额（追减为负）", editable=False)

    title = "预算追加追减"
    section = "finance"
    key_fields = ("year", "line_no")
    period_field = "adjusted_on"
    effect_field = "signed_amount"
    internal = True
    search_fields = ("line_no", "doc_no", "reason", "project_code")
    list_fields = ("year", "line_no", "direction", "fund", "kind", "project", "economic_class", "amount", "adjusted_on")
    filter_fields = ("direction", "fund", "kind")
    companions = {"project": ("项目名称", "name")}
    known_as = {
        "year": ("年度", "预算年份"),
        "line_no": ("指标号", "预算指标编号"),
        "direction": ("调整类型", "追加追减", "追加/追减", "方向"),
        "fund": ("资金来源", "预算类型", "资金类别"),
        "kind": ("支出性质", "支出类别", "预算类别"),
        "project": ("项目编码", "项目编号"),
        "project__name": ("项目", "预算项目"),
        "economic_class": ("部门经济分类", "经济分类", "经济科目", "部门经济分类编码", "经济科目编码"),
        "functional_class": ("功能分类", "功能科目", "功能科目编码", "支出功能分类编码"),
        "amount": ("调整金额", "追加金额", "调整数"),
        "adjusted_on": ("下达日期", "追加日期", "调整时间"),
        "doc_no": ("文号", "指标文号", "批文号", "下达文号"),
        "reason": ("追加原因", "事由", "说明", "摘要"),
    }

    class Meta:
        verbose_name = "预算调整"
        constraints = (models.UniqueConstraint(fields=("year", "line_no"), name="budget_adjustment_once"),)
        indexes = (models.Index(fields=("year", "fund", "kind"), name="budget_adjustment_line"),)

    def derive(self) -> None:
        super().derive()
        self.signed_amount = -self.amount if self.direction == Direction.DECREASE else self.amount

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.amount < 0:
            yield Problem("amount", "调整金额不带负号；调减请把调整方向填为“追减”。")
        if self.adjusted_on.year != self.year:
            yield Problem("adjusted_on", f"调整日期不在预算年度 {self.year} 年内，请核对年度和日期。")
