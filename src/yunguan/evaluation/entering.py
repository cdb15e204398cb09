"""Reads what people type for an item into what its rule takes, and writes it back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.core.numbers import read_date, read_decimal
from yunguan.evaluation.rule import Reached, Rule
from yunguan.evaluation.rules.checklist import Checklist

YES, NO = "是", "否"
_BETWEEN = "、"


def read_reached(rule: Rule, text: str) -> Reached | None:
    """What was reached, as the rule takes it; None for an empty text. ValueError says what to write instead.

    Numbers and days as clerks write them, 是 or 否, and for a check-list the codes of the clauses met (无 for none).
    """
    plain = text.strip()
    if not plain:
        return None
    if rule.takes is date:
        return read_date(plain)
    if rule.takes is bool:
        return _yes_no(plain)
    if isinstance(rule, Checklist):
        return _clauses(rule, plain)
    return read_decimal(plain)


def write_reached(reached: Reached | None) -> str:
    """The text that ``read_reached`` reads back."""
    match reached:
        case None:
            return ""
        case bool():
            return YES if reached else NO
        case Decimal():
            return format(reached, "f")
        case date():
            return reached.isoformat()
        case _:
            return _BETWEEN.join(sorted(reached)) or "无"


def _yes_no(text: str) -> bool:
    if text not in {YES, NO}:
        raise ValueError(f"请填“{YES}”或“{NO}”，而不是“{text}”。")
    return text == YES


def _clauses(rule: Checklist, text: str) -> frozenset[str]:
    met = frozenset() if text == "无" else frozenset(part for part in text.split(_BETWEEN) if part)
    unknown = met - {clause.code for clause in rule.clauses}
    if unknown:
        raise ValueError(f"没有“{_BETWEEN.join(sorted(unknown))}”这样的评价要点，请从要点中勾选。")
    return met
