"""Reads the dossier of a self-evaluation from the house: scores, goal, monitoring, problems, money, thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yunguan.budget.amounts import amounts
from yunguan.budget.selectors import entries
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.gate.dossier import Dossier, Funds, Goal, Named, Watched
from yunguan.evaluation.gate.limits import LIMITS
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.scored import ScoredScheme
from yunguan.evaluation.selectors import score, subjects
from yunguan.evaluation.year_records import goal_of
from yunguan.office.rules import RuleValue
from yunguan.registers.book import Book, book
from yunguan.registers.selectors import visible

Trees = Mapping[str, ScoredScheme]


def dossier_of(year: int, subject: str, scope: Scope = EVERYTHING, trees: Trees | None = None) -> Dossier:
    """The dossier of one subject as the house knows it now; ``trees`` are those already scored. Raises NoScheme."""
    known = dict(trees or {})
    whole = subject == DEPARTMENT
    goal = goal_of(year, subject, scope)
    return Dossier(
        year,
        subject,
        known.get(subject) or score(year, subject, scope),
        _told(goal) if goal else None,
        tuple(_watched(goal, scope)) if goal else (),
        tuple(_named(year, scope)) if whole else (),
        tuple(_named(year - 1, scope)) if whole else (),
        _funds(year, subject, scope),
        tuple(known.get(name) or score(year, name, scope) for name in _projects(year)) if whole else (),
        limits_on(Period.year(year).last),
    )


def limits_on(day: date) -> dict[str, int]:
    """The thresholds in force on a day, by code."""
    rows = RuleValue.objects.filter(code__in=LIMITS, effective_from__lte=day).order_by("effective_from")
    return dict(rows.values_list("code", "value"))


def _projects(year: int) -> list[str]:
    return [name for name in subjects(year) if name != DEPARTMENT]


def _rows(book: Book, scope: Scope) -> Any:
    """The rows that a scope admits; their columns are known to the book only."""
    return visible(book, scope)


def _told(goal: Any) -> Goal:
    return Goal(goal.goal_no, goal.state, goal.workflow.labels[goal.state], goal.annual_goal)


def _watched(goal: Any, scope: Scope) -> Iterator[Watched]:
    """What the last monitoring of the goal said of its items."""
    rows = _rows(book("monitoring_item"), scope).filter(monitoring__goal=goal).select_related("monitoring")
    last = {each.item_id: each for each in rows.order_by("monitoring__as_of")}
    for name, each in sorted(last.items()):
        yield Watched(name, each.forecast, each.get_forecast_display(), each.monitoring.as_of)


def _named(year: int, scope: Scope) -> Iterator[Named]:
    """The problems that the report of a year names."""
    rows = _rows(book("problem"), scope).filter(year=year).order_by("problem_no")
    measures: Any = book("measure").model._base_manager.exclude(state="dropped")
    measured = set(measures.filter(problem__in=rows).values_list("problem", flat=True))
    for each in rows:
        figures = frozenset(part for part in re.split(r"[，,、；;\s]+", each.figures or "") if part)
        yield Named(each.problem_no, each.problem_title, figures, each.pk in measured, each.answer)


def _funds(year: int, subject: str, scope: Scope) -> Funds:
    own = [e for e in entries(year, Period.year(year).last, scope) if subject in {DEPARTMENT, e.project}]
    rows = _rows(book("budget_adjustment"), scope).filter(year=year)
    if subject != DEPARTMENT:
        rows = rows.filter(project_code=subject)
    return Funds(amounts(own), tuple(rows.order_by("reason").values_list("reason", flat=True).distinct()))
