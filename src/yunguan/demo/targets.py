"""The figures that the demonstration aims at: the published ones of 2023, each with its as-of date."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from yunguan.demo.sources import table

YEAR = 2023
LAST_DAY = date(YEAR, 12, 31)


@dataclass(frozen=True)
class Target:
    """One published figure; ``value`` in its own unit, ``as_of`` the last day that it speaks of."""

    id: str
    name: str
    value: Decimal
    unit: str
    as_of: date
    section: str


@cache
def targets() -> dict[str, Target]:
    """Every published figure by its id."""
    found = (_target(row) for row in table("figures.csv"))
    return {target.id: target for target in found}


def aim(figure: str) -> int:
    """The whole number that the rows of a register must come to; ValueError where the figure is no whole number."""
    value = targets()[figure].value
    if value != value.to_integral_value():
        msg = f"指标“{figure}”的目标值 {value} 不是整数，不能按行数凑足。"
        raise ValueError(msg)
    return int(value)


def last_day_of(text: str) -> date:
    """The last day of a year (2023), a month (2023-10) or the day itself."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])  # noqa: PLR2004 - a full date


def _target(row: dict[str, str]) -> Target:
    return Target(row["id"], row["name"], Decimal(row["value"]), row["unit"], last_day_of(row["as_of"]), row["section"])
