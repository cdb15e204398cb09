"""补贴测算办法: the methods of dividing a subsidy with their parameters, version by version of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.checks import in_order
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.selectors import having
from yunguan.registers.subsidies.weights import Band, Measure, Method, Weighing

FOREVER = date(9999, 12, 31)


class SubsidyKind(models.TextChoices):
    """补贴种类 (财建〔2022〕1号): rural passengers, and the fund for urban transport."""

    RURAL_FUEL_TAX = "rural_fuel_tax", "农村道路客运费改税补贴"
    RURAL_PRICE = "rural_price", "农村道路客运涨价补贴"
    TAXI_FUEL_TAX = "taxi_fuel_tax", "城市交通发展奖励资金费改税补贴"
    TAXI_ELECTRIC = "taxi_electric", "新能源出租车运营补助"
    BUS_ELECTRIC = "bus_electric", "新能源公交车运营补助"


SECTORS = {
    SubsidyKind.RURAL_FUEL_TAX: Sector.PASSENGER,
    SubsidyKind.RURAL_PRICE: Sector.PASSENGER,
    SubsidyKind.TAXI_FUEL_TAX: Sector.TAXI,
    SubsidyKind.TAXI_ELECTRIC: Sector.TAXI,
    SubsidyKind.BUS_ELECTRIC: Sector.BUS,
}
"""The trade whose vehicles each kind is for."""


class SubsidyFormula(Record):
    """补贴测算办法：一种补贴的一个版本一行，系数另列。"""

    formula_no = models.CharField("办法编号", max_length=40)
    name = models.CharField("办法名称", max_length=100)
    kind = models.CharField("补贴种类", max_length=20, choices=SubsidyKind)
    method = models.CharField("测算方法", max_length=12, choices=Method)
    measured_by = models.CharField("分档依据", max_length=8, choices=Measure)
    least_months = models.PositiveSmallIntegerField("最少营运月数", default=0)
    least_km = models.PositiveIntegerField("最少营运里程（公里）", default=0)
    most_km = models.PositiveIntegerField("最多计算里程（公里）", blank=True, null=True)
    lowered_percent = models.PositiveSmallIntegerField("折减后比例（百分数）", default=100)
    doc_no = models.CharField("依据文件", max_length=200)
    effective_from = models.DateField("生效日期")
    effective_to = models.DateField("失效日期", blank=True, null=True)
    confirmed = models.BooleanField("已核实", default=False)

    title = "补贴测算办法"
    section = "urban_transit"
    key_fields = ("formula_no",)
    shared = True
    internal = True
    search_fields = ("formula_no", "name", "doc_no")
    list_fields = ("formula_no", "name", "kind", "method", "measured_by", "effective_from", "effective_to", "confirmed")
    filter_fields = ("kind", "method")
    known_as = {"doc_no": ("文号",), "kind": ("种类",)}

    class Meta:
        verbose_name = "补贴测算办法"
        constraints = (models.UniqueConstraint(fields=("formula_no",), name="subsidy_formula_once"),)

    def locked(self) -> str:
        """A version that money was divided by stays as it was: a change is a new version."""
        return used(self.pk)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "effective_from", "effective_to")
        if self.lowered_percent > 100:  # noqa: PLR2004 - per cent
            yield Problem("lowered_percent", "折减后比例不能超过 100，请核对。")
        if self.most_km is not None and self.most_km < self.least_km:
            yield Problem("most_km", "最多计算里程小于最少营运里程，请核对。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Two versions of one kind may not hold on the same day."""
        known: dict[str, list[SubsidyFormula]] = defaultdict(list)
        for each in having(cls._default_manager.all(), "kind", {record.kind for record in records}):
            known[each.kind].append(each)
        for index, record in enumerate(records):
            others = [each for each in known[record.kind] if each.formula_no != record.formula_no]
            clash = next((each for each in others if _overlap(each, record)), None)
            if clash is not None:
                text = f"与办法“{clash.formula_no}”的有效期重叠，请先填写旧办法的失效日期。"
                yield index, Problem("effective_from", text)
            known[record.kind].append(record)


def used(formula: int | None) -> str:
    """Why a formula and its coefficients may not change any more, "" where none was calculated by it."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the calculations' book refers to this one

    runs: Any = book("subsidy_calculation").model._base_manager
    if formula is None or not runs.filter(formula=formula).exists():
        return ""
    return "已有测算采用本办法，不能再修改；办法调整的，请登记新的版本。"


def weighing(formula: Any) -> Weighing:
    """The method with its parameters, as the allocation takes them."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the coefficients' book refers to this one

    rows: Any = book("subsidy_coefficient").model._base_manager
    found = rows.filter(formula=formula).order_by("energy", "first")
    bands = tuple(Band(each.energy, each.first, each.beyond, each.coefficient) for each in found)
    return Weighing(
        method=formula.method,
        measure=formula.measured_by,
        bands=bands,
        least_months=formula.least_months,
        least_km=formula.least_km,
        most_km=formula.most_km,
        lowered_percent=formula.lowered_percent,
    )


def _overlap(one: SubsidyFormula, other: SubsidyFormula) -> bool:
    return one.effective_from <= (other.effective_to or FOREVER) and other.effective_from <= (
        one.effective_to or FOREVER
    )
