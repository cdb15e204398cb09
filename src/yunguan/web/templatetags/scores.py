"""Scores in templates: points without idle zeros, what an item came to, the colour of a verdict."""

from __future__ import annotations

from decimal import Decimal

from django import template

from yunguan.evaluation.rule import Verdict, plain, told
from yunguan.evaluation.rules.checklist import Checklist
from yunguan.evaluation.scored import ScoredItem

register = template.Library()
_TONES = {
    Verdict.MET: "good",
    Verdict.MISSED: "bad",
    Verdict.OVERSHOT: "open",
    Verdict.NOT_EVIDENCED: "open",
    Verdict.NO_TARGET: "bad",
    Verdict.NOT_APPLICABLE: "over",
}


@register.filter
def points(value: Decimal | None) -> str:
    """A score or its whole; a dash where there is none."""
    return "—" if value is None else plain(value)


@register.filter
def signed(value: Decimal | None) -> str:
    """A difference with its sign; a dash where there is none."""
    return "—" if value is None else f"{'+' if value > 0 else ''}{plain(value)}"


@register.filter
def came_to(leaf: ScoredItem) -> str:
    """What an item came to, in words; of a check-list how many of its clauses."""
    if leaf.actual.reached is None:
        return "—"
    words = told(leaf.actual.reached, leaf.item.unit)
    rule = leaf.item.rule
    return f"{words}（共{len(rule.clauses)}项）" if isinstance(rule, Checklist) else words


@register.filter
def tone(verdict: Verdict) -> str:
    """The colour of a verdict."""
    return _TONES[verdict]
