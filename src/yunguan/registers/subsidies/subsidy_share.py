"""补贴分配明细: what one run gives to one vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import MoneyField, NumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.subsidies.subsidy_calculation import SubsidyCalculation
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle
from yunguan.registers.subsidies.weights import PLACES


class SubsidyShare(Record):
    """补贴分配明细：一次测算中的一辆车一行。"""

    calculation = ReferenceField(SubsidyCalculation, verbose_name="测算编号")
    claim = ReferenceField(SubsidyVehicle, verbose_name="申报编号")
    weight = NumberField("权重", places=PLACES)
    amount = MoneyField("分配金额")

    title = "补贴分配明细"
    section = "urban_transit"
    key_fields = ("calculation", "claim")
    shared = True
    operator_path = "claim__recipient__operator__uscc"
    search_fields = ("calculation__calculation_no", "claim__plate", "claim__recipient__name")
    list_fields = ("calculation", "claim", "weight", "amount", "area")

    class Meta:
        verbose_name = "补贴分配明细"
        constraints = (models.UniqueConstraint(fields=("calculation", "claim"), name="subsidy_share_once"),)

    def derive(self) -> None:
        if self.claim_id and not self.area:
            self.area = self.claim.area

    def locked(self) -> str:
        """What was calculated is not rewritten."""
        return "测算结果不能修改，数据有变动的请重新测算。" if self.pk else ""

    def problems(self) -> Iterator[Problem]:
        if self.weight < 0 or self.amount < 0:
            yield Problem("amount", "权重和分配金额不能是负数。")
        if self.weight == 0 and self.amount:
            yield Problem("amount", "权重为 0 的车辆不应分得资金，请核对。")
        if self.claim.plan_id != self.calculation.plan_id:
            yield Problem("claim", "申报车辆不属于这次测算的资金，请核对。")
