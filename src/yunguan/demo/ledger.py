"""The money of the demonstration by economic item: granted, added, spent, and in how many payments."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from yunguan.core.money import Money
from yunguan.demo.sources import table

OTHER_FUNDS = ("government_fund", "state_capital", "social_insurance")
"""Funds of which the centre has nothing: each an explicit row of zero."""


@dataclass(frozen=True)
class Item:
    """One line of the year; ``project`` is "" for basic expenditure."""

    project: str
    economic_class: str
    functional_class: str
    initial: Money
    added: Money
    spent: Money
    payments: int
    payee: str
    summary: str

    @property
    def kind(self) -> str:
        """Basic expenditure or a project's."""
        return "project" if self.project else "basic"


@cache
def items() -> tuple[Item, ...]:
    """Basic expenditure first, then the projects; a project's grant is what it spends."""
    basic = [_item(row, "", row["initial"], row["added"]) for row in table("budget_items.csv")]
    projects = [_item(row, row["project"], row["spent"], "0") for row in table("project_items.csv")]
    return (*basic, *projects)


@cache
def last_year_items() -> tuple[Item, ...]:
    """The year before, item by item; all of it is invented."""
    return tuple(
        _item(row | {"payments": "1", "payee": ""}, row["project"], row["initial"], row["adjusted"])
        for row in table("last_year_items.csv")
    )


def split(chance: Random, whole: Money, parts: int, spread: int, *, step: int = 1) -> list[Money]:
    """An amount in parts that differ by up to ``spread`` per cent from their mean and add up to the fen.

    ``step`` is what all but the last part are multiples of, in fen.
    """
    weights = [chance.randint(100 - spread, 100 + spread) for _ in range(parts)]
    fen = [whole.in_fen * weight // sum(weights) // step * step for weight in weights]
    fen[-1] += whole.in_fen - sum(fen)
    return [Money.fen(part) for part in fen]


def yuan(money: Money) -> Decimal:
    """As a row holds it: in 元."""
    return money.amount


def _item(row: dict[str, str], project: str, initial: str, added: str) -> Item:
    return Item(
        project,
        row["economic_class"],
        row["functional_class"],
        Money.yuan(initial),
        Money.yuan(added),
        Money.yuan(row["spent"]),
        int(row["payments"]),
        row["payee"],
        row["summary"],
    )
