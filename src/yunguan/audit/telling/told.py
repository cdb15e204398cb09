"""A fact as it is told to a person."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yunguan.audit.facts import Fact, Role
from yunguan.audit.printing import printed
from yunguan.audit.quantities import Quantity
from yunguan.audit.telling.periods import ToldPeriod

ROLES = {
    Role.STATED: "",
    Role.BUDGET: "年初预算",
    Role.ADJUSTED: "调整后预算",
    Role.ADDED: "追加",
    Role.CUT: "调减",
    Role.EXECUTED: "执行",
    Role.LAST_YEAR: "上年",
    Role.CHANGE: "增减",
    Role.SHARE: "占比",
    Role.RATE: "比率",
    Role.TARGET: "目标",
    Role.MEAN: "平均",
}


@dataclass(frozen=True)
class Told:
    """A fact with its subject, the topic that it stands under, its role, period and area; a cell also has its heads."""

    fact: Fact
    subject: str
    topic: str
    role: Role
    period: ToldPeriod
    area: str | None
    row: str = ""
    column: str = ""

    @property
    def quantity(self) -> Quantity:
        return self.fact.quantity

    @property
    def normalised(self) -> tuple[Decimal, str]:
        """The amount in 元 where it is money, else as it stands."""
        return self.fact.value, "元" if self.quantity.is_money else self.quantity.unit

    @property
    def quote(self) -> str:
        return self.fact.quote

    def as_json(self) -> dict[str, Any]:
        value, unit = self.normalised
        days = self.period.days
        return self.fact.as_json() | {
            "subject": self.subject,
            "topic": self.topic,
            "normalised": {"value": printed(value), "unit": unit},
            "role": self.role.value,
            "period": self.period.words or None,
            "days": {"first": days.first.isoformat(), "last": days.last.isoformat()} if days else None,
            "period_from": self.period.source.value,
            "area": self.area,
            "row": self.row,
            "column": self.column,
        }
