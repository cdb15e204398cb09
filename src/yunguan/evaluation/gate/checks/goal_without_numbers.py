"""年度目标有数: a goal without a number or a day cannot be answered with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import GOAL, case
from yunguan.evaluation.gate.wording import has_number

_EMPTY = "进一步加强行业管理，不断提升服务水平。"


@check(
    "年度目标有数",
    Severity.WARNING,
    why="年度总体目标要细化、量化（财预〔2015〕88号）；没有数量和时限的目标，实际完成情况无从对照。",
    silent="没有登记绩效目标的由其他检查提示。",
    caught=Example(f"年度总体目标写“{_EMPTY}”", case(goal=replace(GOAL, annual_goal=_EMPTY))),
    passed=Example(f"年度总体目标写“{GOAL.annual_goal}”", case()),
    remedy="在年度总体目标中写明主要任务的数量、时限和效果；已经批复的，办理目标调整。",
)
def goal_without_numbers(dossier: Dossier) -> Iterator[Fault]:
    """The goal of the year names what can be counted."""
    goal = dossier.goal
    if goal is not None and not has_number(goal.annual_goal):
        what = "没有数量和时限" if goal.annual_goal.strip() else "是空白"
        message = f"绩效目标“{goal.number}”的年度总体目标{what}，无法对照完成情况。"
        yield Fault(dossier.place("年度总体目标", goal.annual_goal), message)
