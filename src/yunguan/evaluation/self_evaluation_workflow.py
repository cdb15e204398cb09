"""How a self-evaluation goes: filled in, signed, handed in; returned and handed in again, accepted, made public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.moves import wanting

CLERKS = frozenset({"clerk", "finance"})
SIGNERS = frozenset({"head", "leader"})
BUREAU = frozenset({"reviewer", "finance"})
"""A reviewer of the bureau answers here; what the bureau answers on paper is entered by who is in charge of reports."""
NOTICE = "项目支出绩效评价管理办法（财预〔2020〕10号）；期限按当年绩效自评通知核对"
PUBLICATION = "预算法（2018年修正）；自评结果随部门决算公开，期限按本级要求核对"

RULES = (
    Rule("self_evaluation.submit.first", "绩效自评报送期限", 90, "日", NOTICE, confirmed=False),
    Rule("self_evaluation.submit.again", "绩效自评退回重报期限", 10, "工作日", NOTICE, confirmed=False),
    Rule("self_evaluation.accept", "绩效自评审核期限", 30, "工作日", NOTICE, confirmed=False),
    Rule("self_evaluation.publish", "绩效自评结果公开期限", 20, "日", PUBLICATION, "第十四条", confirmed=False),
)
_OWED = Deadline("self_evaluation.submit", since=("returned", "drafting", "signed"), by="round")
"""One clock until it is handed in: the first time from its opening, then from its return."""


def _once_more(evaluation: Any, context: Context) -> dict[str, Any]:
    del evaluation, context
    return {"round": "again"}


def _holds_together(evaluation: Any, context: Context) -> Iterator[Problem]:
    """What reviewers would send it back for is put right first; what they would ask about is remarked in the log."""
    from yunguan.evaluation.services import objections_to  # noqa: PLC0415 - the services read this record's book

    del context
    goal = evaluation.goal
    for each in objections_to(goal.year, goal.subject):
        yield Problem("", f"{each.place.where}：{each.message}{each.remedy}", each.severity)


def _kept(evaluation: Any, order: Any) -> None:
    """The scores as they are handed in are kept as a round."""
    from yunguan.evaluation.services import keep_round  # noqa: PLC0415 - the services read this record's book

    keep_round(year=evaluation.goal.year, subject=evaluation.goal.subject, user=order.user, now=order.now)


WORKFLOW = Workflow(
    states=(
        State("drafting", "填报中", "opened_on", _OWED, awaits=True),
        State("signed", "已签发", "signed_on", _OWED, awaits=True),
        State("submitted", "已报送", "submitted_on", Deadline("self_evaluation.accept"), awaits=True),
        State("returned", "已退回", "returned_on", _OWED, awaits=True),
        State("accepted", "审核通过", "accepted_on", Deadline("self_evaluation.publish"), awaits=True),
        State("published", "已公开", "published_on", final=True),
    ),
    transitions=(
        Transition(
            "sign",
            "签发",
            ("drafting",),
            "signed",
            SIGNERS,
            other_person=True,
            guard=wanting("goal_result", "filled_by", "phone"),
        ),
        Transition("unsign", "撤回签发", ("signed",), "drafting", SIGNERS, reason=True),
        Transition("submit", "报送", ("signed",), "submitted", CLERKS, guard=_holds_together, after=_kept),
        Transition(
            "return",
            "退回",
            ("submitted",),
            "returned",
            BUREAU,
            ("return_reason",),
            fills=_once_more,
            guard=wanting("return_reason"),
        ),
        Transition("rework", "重新填报", ("returned",), "drafting", CLERKS),
        Transition("accept", "审核通过", ("submitted",), "accepted", BUREAU, other_person=True),
        Transition("publish", "登记公开", ("accepted",), "published", CLERKS, ("published_where", "result_use")),
    ),
    takeover=CLERKS | {"head"},
)
