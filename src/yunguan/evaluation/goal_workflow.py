"""How a performance goal goes: declared, submitted, approved with the budget; adjusted in the course of the year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.moves import wanted
from yunguan.registers.record import label_of

CLERKS = frozenset({"clerk", "finance"})
APPROVERS = frozenset({"head", "leader", "reviewer"})
"""The head or a leader enters the bureau's answer on paper; a reviewer of the bureau gives it here."""
BASIS = "中央部门预算绩效目标管理办法（财预〔2015〕88号）；期限按当年预算编制通知核对"

RULES = (
    Rule("performance_goal.declare", "绩效目标申报期限", 20, "工作日", BASIS, confirmed=False),
    Rule("performance_goal.approve", "绩效目标审核批复期限", 20, "日", BASIS, confirmed=False),
    Rule("performance_goal.adjust", "绩效目标调整办理期限", 10, "工作日", BASIS, confirmed=False),
)

DECLARED = ("annual_goal", "money_total", "money_fiscal", "money_other")
"""What a goal needs before it can be handed in."""
APPROVED = ("mid_goal", "mid_total", *DECLARED, "starts_on", "ends_on", "scheme")
"""What an approval speaks of: it changes only by another approval."""


def _complete(goal: Any, context: Context) -> Iterator[Problem]:
    """A whole-department goal is broken down into the year's main tasks."""
    yield from wanted(goal, context, *DECLARED)
    if goal.kind == "department" and not _tasks().filter(goal=goal).exists():
        yield Problem("", "部门整体绩效目标须列明年度主要任务，请先在“年度主要任务”中登记。")


def _tasks() -> Any:
    from yunguan.registers.book import books  # noqa: PLC0415 - the tasks' book refers to this one

    return books()["goal_task"].model._base_manager


def _as_approved(goal: Any, context: Context) -> Iterator[Problem]:
    """A goal that is not adjusted after all stands again as it was approved."""
    del context
    before = goal.history.filter(state="approved").order_by("-history_date", "-history_id").first()
    for name in APPROVED if before else ():
        if getattr(goal, name) != getattr(before, name):
            yield Problem(name, f"“{label_of(goal, name)}”已改动，不调整的请先改回批复时的内容。")


WORKFLOW = Workflow(
    states=(
        State("drafting", "申报中", "declared_on", Deadline("performance_goal.declare"), awaits=True),
        State("submitted", "已上报", "submitted_on", Deadline("performance_goal.approve"), awaits=True),
        State("approved", "已批复", "approved_on"),
        State("adjusting", "调整中", "adjusted_on", Deadline("performance_goal.adjust"), awaits=True),
    ),
    transitions=(
        Transition("submit", "上报", ("drafting",), "submitted", CLERKS, guard=_complete),
        Transition("send_back", "退回修改", ("submitted",), "drafting", APPROVERS, reason=True),
        Transition("approve", "登记批复", ("submitted",), "approved", APPROVERS, ("doc_no",), other_person=True),
        Transition("adjust", "申请调整", ("approved",), "adjusting", CLERKS, ("adjust_reason",)),
        Transition(
            "approve_adjustment",
            "登记调整批复",
            ("adjusting",),
            "approved",
            APPROVERS,
            ("doc_no",),
            other_person=True,
            guard=_complete,
        ),
        Transition(
            "keep",
            "不予调整",
            ("adjusting",),
            "approved",
            APPROVERS,
            reason=True,
            other_person=True,
            guard=_as_approved,
        ),
    ),
    takeover=CLERKS | {"head"},
)
