"""The records of the year cycle beside a score: goals and self-evaluations, by the subject they are about."""

from __future__ import annotations

from typing import Any

from yunguan.registers.book import books
from yunguan.registers.record import Record

GOAL, SELF_EVALUATION = "performance_goal", "self_evaluation"


def goals_of(year: int) -> dict[str, Record]:
    """The goals of a year by subject."""
    model: Any = books()[GOAL].model
    return {each.subject: each for each in model._base_manager.filter(year=year).select_related("project")}


def self_evaluations_of(year: int) -> dict[str, Record]:
    """The records in which the self-evaluations of a year are signed and handed in, by subject."""
    model: Any = books()[SELF_EVALUATION].model
    found = model._base_manager.filter(goal__year=year).select_related("goal__project")
    return {each.goal.subject: each for each in found}
