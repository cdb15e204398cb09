"""绿色货运配送示范工程指标: what the city has promised to reach, by indicator (交运发〔2022〕32号)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import NumberField
from yunguan.registers.record import Record


class GreenFreightTarget(Record):
    """绿色货运配送指标：一个指标一行，基期值和创建期末的目标值。"""

    target_no = models.CharField("指标编号", max_length=20)
    name = models.CharField("指标名称", max_length=100)
    unit_word = models.CharField("计量单位", max_length=20)
    base_year = models.PositiveIntegerField("基期年度")
    base_value = NumberField("基期值", places=2)
    goal_year = models.PositiveIntegerField("目标年度")
    goal_value = NumberField("目标值", places=2)
    department = models.CharField("责任单位", max_length=50)
    doc_no = models.CharField("依据文件", max_length=100)

    title = "绿色货运配送指标台账"
    section = "freight"
    key_fields = ("target_no",)
    internal = True
    shared = True
    search_fields = ("target_no", "name", "department")
    list_fields = ("target_no", "name", "unit_word", "base_value", "goal_year", "goal_value", "department")
    known_as = {"name": ("指标",), "unit_word": ("单位",), "department": ("牵头单位", "责任部门")}

    class Meta:
        verbose_name = "绿色货运配送指标"
        constraints = (models.UniqueConstraint(fields=("target_no",), name="green_freight_target_once"),)

    def __str__(self) -> str:
        return f"{self.target_no} {self.name}"

    def problems(self) -> Iterator[Problem]:
        if self.goal_year <= self.base_year:
            yield Problem("goal_year", "目标年度须晚于基期年度，请核对两个年度。")
        if self.goal_value == self.base_value:
            yield Problem("goal_value", "目标值与基期值相同，看不出要改进什么，请核对。")
