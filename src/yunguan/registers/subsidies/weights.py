"""How much a vehicle counts when a subsidy is divided: the methods are code, their parameters are rows of a book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

MEASURES = {"seats": "核定载客", "length": "车长"}
PLACES = 5
"""Decimals of a weight: three of the coefficient, two of the percentage."""


class Method(models.TextChoices):
    """How a weight is formed; each is multiplied by the vehicle's coefficient and its standing."""

    MONTHS = "months", "折算系数×营运月数"
    MILEAGE = "mileage", "折算系数×营运里程"
    EACH = "each", "按折算系数"


class Measure(models.TextChoices):
    """By what the coefficient of a vehicle is looked up."""

    NONE = "none", "不分档"
    SEATS = "seats", "按核定载客（人）"
    LENGTH = "length", "按车长（毫米）"


class Energy(models.TextChoices):
    """动力类型, as the subsidies of new-energy vehicles tell them apart."""

    ANY = "any", "不限"
    FUEL = "fuel", "燃油燃气"
    ELECTRIC = "electric", "纯电动"
    PLUG_IN = "plug_in", "插电式混合动力"
    FUEL_CELL = "fuel_cell", "燃料电池"
    CAPACITOR = "capacitor", "超级电容"


class Standing(models.TextChoices):
    """守法经营情况 of the vehicle's operator in the year."""

    GOOD = "good", "正常"
    LOWERED = "lowered", "折减"
    BARRED = "barred", "取消"


@dataclass(frozen=True)
class Band:
    """A coefficient in thousandths for vehicles from a size (counted in) to a size (not counted in)."""

    energy: str
    first: int
    beyond: int | None
    coefficient: int

    def holds(self, size: int, energy: str) -> bool:
        """Whether a vehicle falls into the band."""
        return (
            self.energy in {Energy.ANY, energy} and self.first <= size and (self.beyond is None or size < self.beyond)
        )


@dataclass(frozen=True)
class Weighing:
    """A method with its parameters, as one version of the document sets them."""

    method: str
    measure: str
    bands: tuple[Band, ...]
    least_months: int = 0
    least_km: int = 0
    most_km: int | None = None
    lowered_percent: int = 100

    def coefficient(self, claim: Any) -> int | None:
        """The coefficient of a vehicle in thousandths; None where no band holds it or its size is unknown."""
        size = self.size(claim)
        if size is None:
            return None
        return next((band.coefficient for band in self.bands if band.holds(size, claim.energy)), None)

    def size(self, claim: Any) -> int | None:
        """The size by which the coefficient is looked up; 0 where no size matters."""
        sizes = {Measure.SEATS: claim.seats, Measure.LENGTH: claim.length_mm}
        return 0 if self.measure == Measure.NONE else sizes[Measure(self.measure)]

    def lacks(self, claim: Any) -> Iterable[str]:
        """What must be known before the vehicle can be weighed, in words."""
        if self.size(claim) is None:
            yield f"{MEASURES[self.measure]}没有填写"
        elif self.coefficient(claim) is None:
            yield "测算办法中没有适用的折算系数"
        if self.method == Method.MONTHS and claim.months is None:
            yield "营运月数没有填写"
        if (self.method == Method.MILEAGE or self.least_km) and claim.mileage_km is None:
            yield "营运里程没有填写"

    def weight(self, claim: Any) -> int:
        """The weight in hundred-thousandths, exact; ValueError where ``lacks`` has something to say."""
        if missing := list(self.lacks(claim)):
            raise ValueError("、".join(missing))
        if (claim.months or 0) < self.least_months or (claim.mileage_km or 0) < self.least_km:
            return 0
        return (self.coefficient(claim) or 0) * self._percent(claim) * self._extent(claim)

    def _percent(self, claim: Any) -> int:
        return {Standing.GOOD: 100, Standing.LOWERED: self.lowered_percent, Standing.BARRED: 0}[
            Standing(claim.standing)
        ]

    def _extent(self, claim: Any) -> int:
        match self.method:
            case Method.MONTHS:
                return int(claim.months)
            case Method.MILEAGE:
                return int(claim.mileage_km if self.most_km is None else min(claim.mileage_km, self.most_km))
            case _:
                return 1
