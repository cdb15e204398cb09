"""统计月报数据: one item of one unit in one month, as the unit reported it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.check_rule import VALUE_PLACES
from yunguan.registers.statistics.form_item import FormItem
from yunguan.registers.statistics.monthly_return import MonthlyReturn

OPEN = ("owed", "returned")
"""States in which a unit may enter and correct its numbers: afterwards nobody may (统计法: figures are the unit's)."""


class MonthlyValue(Record):
    """统计月报数据：一份月报的一项指标一行。"""

    monthly_return = ReferenceField(MonthlyReturn, verbose_name="报表编号")
    item = ReferenceField(FormItem, verbose_name="指标编号")
    value = NumberField("数值", places=VALUE_PLACES)
    item_code = models.CharField("指标代码", max_length=12, editable=False)
    month_end = models.DateField("统计月份", editable=False)

    title = "统计月报数据"
    section = "statistics"
    key_fields = ("monthly_return", "item")
    period_field = "month_end"
    filed_by = frozenset({"operator", "county"})
    operator_path = "monthly_return__unit__operator__uscc"
    search_fields = ("monthly_return__return_no", "item__name")
    list_fields = ("monthly_return", "item", "value", "area")
    companions = {"item": ("指标名称", "name")}

    class Meta:
        verbose_name = "统计月报数据"
        constraints = (models.UniqueConstraint(fields=("monthly_return", "item"), name="monthly_value_once"),)
        indexes = (models.Index(fields=("month_end", "item_code"), name="monthly_value_month_item"),)

    def derive(self) -> None:
        if self.monthly_return_id and self.item_id:
            self.item_code, self.month_end = self.item.code, self.monthly_return.month_end
            self.area = self.area or self.monthly_return.area

    def locked(self) -> str:
        """A filed number is the unit's word: it is changed only after the return was sent back."""
        if self.pk is None or self.monthly_return.state in OPEN:
            return ""
        return "月报已报送，数据不能修改；有误的请先退回，由单位更正后重新报送。"

    def problems(self) -> Iterator[Problem]:
        if self.value < 0:
            yield Problem("value", "统计数据不能是负数，请核对。")
        if self.item.form_version_id != self.monthly_return.task.form_version_id:
            yield Problem("item", "指标不属于这份月报的报表版本，请核对。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Nothing is added to a return that has been filed with its numbers."""
        filed = {record.monthly_return_id for record in records if record.monthly_return.state not in OPEN}
        there = {each.monthly_return_id for each in having(cls._default_manager.all(), "monthly_return", filed)}
        for index, record in enumerate(records):
            if record.pk is None and record.monthly_return_id in there:
                yield index, Problem("monthly_return", "月报已报送，不能再增加数据，请先退回。")
