"""补贴折算系数: how much a vehicle of a size and an energy counts under one version of the formula."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.subsidies.subsidy_formula import SubsidyFormula, used
from yunguan.registers.subsidies.weights import Energy, Measure


class SubsidyCoefficient(Record):
    """补贴折算系数：测算办法的一档一行。"""

    formula = ReferenceField(SubsidyFormula, verbose_name="办法编号")
    energy = models.CharField("动力类型", max_length=12, choices=Energy, default=Energy.ANY)
    first = models.PositiveIntegerField("起（含）", default=0)
    beyond = models.PositiveIntegerField("止（不含）", blank=True, null=True)
    coefficient = NumberField("折算系数", places=3)

    title = "补贴折算系数"
    section = "urban_transit"
    key_fields = ("formula", "energy", "first")
    shared = True
    internal = True
    search_fields = ("formula__formula_no", "formula__name")
    list_fields = ("formula", "energy", "first", "beyond", "coefficient")
    filter_fields = ("energy",)
    companions = {"formula": ("办法名称", "name")}

    class Meta:
        verbose_name = "补贴折算系数"
        constraints = (models.UniqueConstraint(fields=("formula", "energy", "first"), name="subsidy_coefficient_once"),)

    def locked(self) -> str:
        """Coefficients that money was divided by stay as they were."""
        return used(self.formula_id) if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        if self.beyond is not None and self.beyond <= self.first:
            yield Problem("beyond", "止须大于起，请核对这一档的范围。")
        if self.coefficient < 0:
            yield Problem("coefficient", "折算系数不能是负数。")
        if self.formula.measured_by == Measure.NONE and (self.first or self.beyond is not None):
            yield Problem("first", "办法不分档，起应为 0，止应留空。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Two bands of one formula may not hold the same vehicle."""
        known: dict[int, list[Any]] = defaultdict(list)
        for each in having(cls._default_manager.all(), "formula", {record.formula_id for record in records}):
            known[each.formula_id].append(each)
        for index, record in enumerate(records):
            others = [each for each in known[record.formula_id] if each.pk != record.pk or record.pk is None]
            clash = next((each for each in others if _overlap(each, record)), None)
            if clash is not None:
                yield index, Problem("first", f"与从 {clash.first} 起的一档重叠，请核对起止。")
            known[record.formula_id].append(record)


def _overlap(one: Any, other: Any) -> bool:
    if one.energy != other.energy and Energy.ANY not in {one.energy, other.energy}:
        return False
    below = one.beyond is not None and one.beyond <= other.first
    above = other.beyond is not None and other.beyond <= one.first
    return not (below or above)
