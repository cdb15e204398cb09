"""The records of the year cycle beside a score: goals and self-evaluations, by the subject they are about."""

from __future__ import annotations

from typing import Any

from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.registers.book import books
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible

GOAL, SELF_EVALUATION = "performance_goal", "self_evaluation"

OPEN = frozenset({"drafting"})
"""States of a self-evaluation in which the unit may still say something of its items."""
SETTLED = frozenset({"accepted", "published"})
"""States in which the bureau has answered: its scores stand as well."""


def goals_of(year: int) -> dict[str, Record]:
    """The goals of a year by subject."""
    model: Any = books()[GOAL].model
    return {each.subject: each for each in model._base_manager.filter(year=year).select_related("project")}


def goal_of(year: int, subject: str, scope: Scope = EVERYTHING) -> Any:
    """The goal of a subject as far as a scope admits it; None where there is none."""
    whose = {"kind": DEPARTMENT} if subject == DEPARTMENT else {"project__code": subject}
    goals: Any = visible(books()[GOAL], scope)
    return goals.filter(year=year, **whose).first()


def self_evaluations_of(year: int) -> dict[str, Record]:
    """The records in which the self-evaluations of a year are signed and handed in, by subject."""
    model: Any = books()[SELF_EVALUATION].model
    found = model._base_manager.filter(goal__year=year).select_related("goal__project")
    return {each.goal.subject: each for each in found}


def closed_to_unit(year: int, subject: str) -> str:
    """Why items may not be changed any more ("" where they may): what was signed stays as it was signed."""
    record = self_evaluations_of(year).get(subject)
    if record is None or record.state in OPEN:
        return ""
    label = record.workflow.labels[record.state]
    return f"自评{label}，指标和得分不能再修改；已签发的请先撤回签发，已报送的待退回后先办理“重新填报”。"


def closed_to_reviewers(year: int, subject: str) -> str:
    """Why the reviewer's scores may not be changed any more, "" where they may."""
    record = self_evaluations_of(year).get(subject)
    if record is None or record.state not in SETTLED:
        return ""
    return f"自评{record.workflow.labels[record.state]}，复核得分不能再修改。"
