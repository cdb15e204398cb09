"""绩效目标已批复: an evaluation answers the goal that was approved with the budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import GOAL, case


@check(
    "绩效目标已经批复",
    Severity.ERROR,
    why="自评对照的是随预算批复的绩效目标；没有登记、没有批复的目标不能作为评分依据。",
    silent="目标正在调整的，只请核对。",
    caught=Example("绩效目标还在申报中。", case(goal=replace(GOAL, state="drafting", state_words="申报中"))),
    passed=Example("绩效目标已批复。", case()),
    remedy="在“绩效目标申报”中登记目标，上报并登记批复日期和文号；正在调整的先办结调整。",
)
def goal_not_approved(dossier: Dossier) -> Iterator[Fault]:
    """There is a goal of the year, and it stands as approved."""
    goal = dossier.goal
    if goal is None:
        message = f"没有登记 {dossier.year} 年的绩效目标，自评没有对照的依据。"
        yield Fault(dossier.place("年度总体目标", ""), message)
    elif goal.state != "approved":
        message = f"绩效目标“{goal.number}”的状态是“{goal.state_words}”，还不能作为自评的依据。"
        severity = Severity.WARNING if goal.state == "adjusting" else None
        yield Fault(dossier.place("年度总体目标", goal.state_words), message, severity)
