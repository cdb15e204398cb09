"""Short words for judging a rule in a test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.evaluation.rule import Judgement, Reached, Rule, Sample, Target
from yunguan.evaluation.settings import Settings


def aim(value: str | date | None, words: str = "") -> Target:
    """A target of that number or day."""
    return Target(Decimal(value) if isinstance(value, str) else value, words)


def judged(
    rule: Rule,
    target: str | date | None,
    reached: str | Reached | None,
    settings: Settings | None = None,
    sample: Sample | None = None,
) -> Judgement:
    """What the rule says; numbers may be written as text."""
    value = Decimal(reached) if isinstance(reached, str) else reached
    return rule.judge(aim(target), value, settings or Settings(), sample)


def share(
    rule: Rule, target: str | date | None, reached: str | Reached | None, settings: Settings | None = None
) -> str:
    """The share of the points in per cent, to two decimals; "-" where nothing can be said."""
    found = judged(rule, target, reached, settings).share
    return "-" if found is None else f"{found * 100:.2f}"
