"""年初预算: what was granted for the year at its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import models

from yunguan.budget.money_row import MoneyRow
from yunguan.budget.project import Project
from yunguan.budget.terms import ExpenditureKind, Fund
from yunguan.core.finding import Problem
from yunguan.registers.fields import MoneyField, ReferenceField


class Appropriation(MoneyRow):
    """年初预算：一条指标一行，没有的也列 0 元。"""

    year = models.PositiveSmallIntegerField("预算年度")
    line_no = models.CharField("指标编号", max_length=40)
    fund = models.CharField("资金性质", max_length=20, choices=Fund)
    kind = models.CharField("支出类型", max_length=10, choices=ExpenditureKind)
    project = ReferenceField(Project, verbose_name="项目代码", blank=True, null=True)
    economic_class = models.CharField("经济分类编码", max_length=8, blank=True, null=True)
    functional_class = models.CharField("功能分类编码", max_length=8, blank=True, null=True)
    amount = MoneyField("金额")
    approved_on = models.DateField("批复日期")
    doc_no = models.CharField("批复文号", max_length=100)
    summary = models.CharField("摘要", max_length=200, blank=True, null=True)
    project_code = models.CharField("项目", max_length=40, blank=True, null=True, editable=False)
    counted_on = models.DateField("计入日期", editable=False)

    title = "年初预算"
    section = "finance"
    key_fields = ("year", "line_no")
    period_field = "counted_on"
    internal = True
    search_fields = ("line_no", "doc_no", "summary", "project_code")
    list_fields = ("year", "line_no", "fund", "kind", "project", "economic_class", "functional_class", "amount")
    filter_fields = ("fund", "kind")
    companions = {"project": ("项目名称", "name")}
    known_as = {
        "year": ("年度", "预算年份"),
        "line_no": ("指标号", "预算指标编号"),
        "fund": ("资金来源", "预算类型", "资金类别"),
        "kind": ("支出性质", "支出类别", "预算类别"),
        "project": ("项目编码", "项目编号"),
        "project__name": ("项目", "预算项目"),
        "economic_class": ("部门经济分类", "经济分类", "经济科目", "部门经济分类编码", "经济科目编码"),
        "functional_class": ("功能分类", "功能科目", "功能科目编码", "支出功能分类编码"),
        "amount": ("预算数", "年初预算数", "预算金额"),
        "approved_on": ("下达日期", "批复时间", "批准日期"),
        "doc_no": ("文号", "指标文号", "批文号", "下达文号"),
        "summary": ("说明", "备注", "用途"),
    }

    class Meta:
        verbose_name = "年初预算"
        constraints = (models.UniqueConstraint(fields=("year", "line_no"), name="appropriation_once"),)
        indexes = (models.Index(fields=("year", "fund", "kind"), name="appropriation_line"),)

    def derive(self) -> None:
        super().derive()
        self.counted_on = max(self.approved_on, date(self.year, 1, 1))

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.amount < 0:
            yield Problem("amount", "年初预算不能为负数；调减请登记在“预算追加追减”中。")
        if self.approved_on.year > self.year:
            yield Problem("approved_on", f"批复日期晚于预算年度 {self.year} 年，请核对年度和日期。")
