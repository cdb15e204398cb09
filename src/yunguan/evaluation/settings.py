"""What a scheme leaves to the place: cut points, overshoot, caps, spreading, rounding, each with its document."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Spread(StrEnum):
    """Where the points of an item that does not apply go, in proportion to the points that are there."""

    PARENT = "parent"
    BLOCK = "block"
    SCHEME = "scheme"

    @property
    def label(self) -> str:
        """The Chinese words."""
        return {"parent": "同一二级指标内", "block": "同一一级指标内", "scheme": "全部指标"}[self.value]


@dataclass(frozen=True)
class Overshoot:
    """Far above the target: a reason is owed beyond ``threshold`` (a ratio); points are cut only where ``deducts``.

    The cut takes the share by which the threshold is passed and leaves at least ``floor``.
    """

    threshold: Decimal = Decimal("1.3")
    deducts: bool = False
    floor: Decimal = Decimal("0.6")


@dataclass(frozen=True)
class Cap:
    """The whole score is at most ``most`` where the budget was executed by less than ``below`` (a ratio)."""

    below: Decimal
    most: Decimal


@dataclass(frozen=True)
class Band:
    """A word for scores from ``least`` points on."""

    word: str
    least: Decimal


@dataclass(frozen=True)
class Basis:
    """Where a setting comes from; ``confirmed`` False is from memory and shown as 待核实."""

    setting: str
    doc_no: str
    article: str = ""
    confirmed: bool = False


BANDS = (Band("优", Decimal(90)), Band("良", Decimal(80)), Band("中", Decimal(60)), Band("差", Decimal(0)))


@dataclass(frozen=True)
class Settings:
    """The settings of one scheme. ``cuts`` part the three qualitative grades, in per cent of the points.

    ``late_share`` is what is left of the points of a date that was missed; ``least_sample`` the number of valid
    answers below which a survey owes a reason; ``carry_over`` whether last year's carry-over counts in the budget;
    ``places`` the decimals of a score.
    """

    cuts: tuple[Decimal, Decimal] = (Decimal(80), Decimal(60))
    overshoot: Overshoot = field(default_factory=Overshoot)
    caps: tuple[Cap, ...] = ()
    spread: Spread = Spread.PARENT
    late_share: Decimal = Decimal(0)
    least_sample: int = 30
    carry_over: bool = True
    places: int = 2
    bands: tuple[Band, ...] = BANDS
    basis: tuple[Basis, ...] = ()

    def band(self, score: Decimal) -> str:
        """The word for a score out of 100."""
        return next((band.word for band in self.bands if score >= band.least), "")


LABELS = {
    "cuts": "定性指标分档",
    "overshoot": "超额完成的处理",
    "caps": "按预算执行率封顶",
    "spread": "不适用指标的分值分摊",
    "late_share": "逾期完成所得比例",
    "least_sample": "满意度有效样本下限",
    "carry_over": "预算数是否含上年结转",
    "places": "得分小数位",
    "bands": "等级",
}
"""The settings by their Chinese names, in the order in which they are shown."""
