"""统计审核规则: what a reported number is held against, as rows that users keep, read as expressions of figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db import models

from yunguan.core.expressions import Expression, Ratio, Rows, rows
from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.report_form import ReportForm

VALUE_PLACES = 2
HUNDRED = 100
_values = rows("monthly_value")


class Comparison(models.TextChoices):
    """How left and right are compared."""

    AT_MOST = "le", "不大于"
    AT_LEAST = "ge", "不小于"
    EQUAL = "eq", "等于"
    NEAR = "near", "偏差不超过"


class Against(models.TextChoices):
    """What stands on the right."""

    NUMBER = "number", "给定的数"
    ITEMS = "items", "同表指标"
    LAST_MONTH = "last_month", "上月"
    LAST_YEAR = "last_year", "上年同月"
    VEHICLES = "vehicles", "名录车辆数"


class Severity(models.TextChoices):
    """What a broken rule leads to."""

    MUST = "must", "强制性"
    ASK = "ask", "核实性"


class CheckRule(Record):
    """统计审核规则：一种报表的一条规则一行。"""

    rule_no = models.CharField("规则编号", max_length=20)
    form = ReferenceField(ReportForm, verbose_name="表号")
    name = models.CharField("规则名称", max_length=60)
    left_code = models.CharField("左边指标", max_length=12)
    left_over = models.CharField("左边除以指标", max_length=12, blank=True, default="")
    comparison = models.CharField("比较", max_length=4, choices=Comparison)
    against = models.CharField("右边", max_length=12, choices=Against)
    right_code = models.CharField("右边指标", max_length=12, blank=True, default="")
    right_plus = models.CharField("右边再加指标", max_length=12, blank=True, default="")
    right_minus = models.CharField("右边再减指标", max_length=12, blank=True, default="")
    number = NumberField("给定的数", places=VALUE_PLACES, blank=True, null=True)
    tolerance = models.PositiveSmallIntegerField("允许偏差（百分数）", default=0)
    severity = models.CharField("性质", max_length=4, choices=Severity)
    doc_no = models.CharField("依据文件", max_length=100)
    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", blank=True, null=True)

    title = "统计审核规则"
    section = "statistics"
    key_fields = ("rule_no",)
    shared = True
    internal = True
    search_fields = ("rule_no", "name")
    list_fields = ("rule_no", "form", "name", "comparison", "against", "tolerance", "severity", "effective_from")
    filter_fields = ("against", "severity")
    companions = {"form": ("表名", "name")}

    class Meta:
        verbose_name = "统计审核规则"
        constraints = (models.UniqueConstraint(fields=("rule_no",), name="check_rule_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
        if (self.against == Against.NUMBER) != (self.number is not None):
            yield Problem("number", "右边是给定的数时须填写数值，否则不要填写。")
        if (self.against == Against.ITEMS) != bool(self.right_code):
            yield Problem("right_code", "右边是同表指标时须填写右边指标，否则不要填写。")
        if (self.right_plus or self.right_minus) and not self.right_code:
            yield Problem("right_plus", "没有右边指标，不能再加减，请核对。")
        if self.against == Against.VEHICLES and self.left_over:
            yield Problem("left_over", "与名录车辆数比较的指标不能再作除法，请核对。")
        if (self.comparison == Comparison.NEAR) != bool(self.tolerance):
            yield Problem("tolerance", "“偏差不超过”须填写允许偏差，其他比较不要填写。")

    @property
    def left(self) -> Expression:
        """What is looked at: an item, or one item by another."""
        return self._side(_values)

    @property
    def right(self) -> Expression | None:
        """What it is held against; None where that is a given number."""
        match self.against:
            case Against.ITEMS:
                return self._items()
            case Against.LAST_MONTH:
                return self._side(_values.earlier(months=1))
            case Against.LAST_YEAR:
                return self._side(_values.earlier(years=1))
            case Against.VEHICLES:
                return rows("vehicle").in_state("operating", "stopped").count()
            case _:
                return None

    def holds(self, left: Decimal, right: Decimal) -> bool:
        """Whether the two sides agree as the rule asks."""
        match self.comparison:
            case Comparison.AT_MOST:
                return left <= right
            case Comparison.AT_LEAST:
                return left >= right
            case Comparison.EQUAL:
                return left == right
            case _:
                return abs(left - right) * HUNDRED <= abs(right) * self.tolerance

    def in_force(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def _side(self, source: Rows) -> Expression:
        over = _item(source, self.left_over) if self.left_over else None
        left = _item(source, self.left_code)
        return left if over is None else Ratio(left, over, times=1)

    def _items(self) -> Expression:
        total: Expression = _item(_values, self.right_code)
        if self.right_plus:
            total = total + _item(_values, self.right_plus)
        return total - _item(_values, self.right_minus) if self.right_minus else total


def _item(source: Rows, code: str) -> Expression:
    return source.where(item_code=code).sum("value", 10**VALUE_PLACES)
