"""绩效监控指标: how far one indicator of a goal has come, whether it will be reached, and what is done if not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.evaluation.performance_monitoring import PerformanceMonitoring
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record, label_of


class Forecast(models.TextChoices):
    """完成目标可能性: the three answers of 财预〔2019〕136号."""

    WILL = "will", "确定能"
    MAY = "may", "有可能"
    CANNOT = "cannot", "完全不可能"


class Cause(models.TextChoices):
    """偏差原因类别: the columns of the monitoring form."""

    MONEY = "money", "经费保障"
    RULES = "rules", "制度保障"
    STAFF = "staff", "人员保障"
    EQUIPMENT = "equipment", "硬件条件保障"
    OTHER = "other", "其他"


class MonitoringItem(Record):
    """绩效监控指标：一次监控的一项指标一行。"""

    monitoring = ReferenceField(PerformanceMonitoring, verbose_name="监控编号")
    item_id = models.CharField("指标编号", max_length=80, help_text="照指标体系中的编号填写")
    item_title = models.CharField("指标名称", max_length=100)
    target = models.CharField("年度指标值", max_length=100)
    reached = models.CharField("执行情况", max_length=100, blank=True, default="", help_text="能从台账算出的不填")
    expected = models.CharField("全年预计完成情况", max_length=100, blank=True, default="")
    forecast = models.CharField("完成目标可能性", max_length=8, choices=Forecast)
    deviation = models.CharField("偏差情况", max_length=200, blank=True, default="")
    cause = models.CharField("偏差原因类别", max_length=12, choices=Cause, blank=True, null=True)
    reason = models.TextField("原因说明", blank=True, default="")
    measure = models.TextField("纠正措施", blank=True, default="")
    note = models.CharField("备注", max_length=200, blank=True, default="")

    title = "绩效监控指标"
    section = "finance"
    key_fields = ("monitoring", "item_id")
    internal = True
    search_fields = ("monitoring__monitoring_no", "item_id", "item_title", "reason")
    list_fields = ("monitoring", "item_id", "item_title", "target", "reached", "expected", "forecast")
    filter_fields = ("forecast", "cause")
    known_as = {
        "item_title": ("三级指标",),
        "target": ("指标值", "目标值"),
        "reached": ("完成情况", "实际完成值", "1-7月执行情况"),
        "expected": ("全年预计",),
        "forecast": ("完成可能性", "预计完成"),
        "reason": ("偏差原因", "偏差原因分析"),
        "measure": ("改进措施", "采取措施"),
    }

    class Meta:
        verbose_name = "绩效监控指标"
        constraints = (models.UniqueConstraint(fields=("monitoring", "item_id"), name="monitoring_item_once"),)

    def locked(self) -> str:
        """An item stays as it is while its monitoring does."""
        return self.monitoring.locked() if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        yield from self._owed_for_a_deviation()
        if self.forecast == Forecast.WILL and self.deviation and not self.reason:
            yield Problem("reason", "写明了偏差的指标，请说明原因。", Severity.WARNING)

    def _owed_for_a_deviation(self) -> Iterator[Problem]:
        """Whatever may be missed is told with its reason and what is done about it."""
        if self.forecast == Forecast.WILL:
            return
        me: Any = self
        for name in ("reason", "measure"):
            if not getattr(self, name):
                label = label_of(self, name)
                yield Problem(name, f"预计“{me.get_forecast_display()}”完成的指标须填写“{label}”。")
