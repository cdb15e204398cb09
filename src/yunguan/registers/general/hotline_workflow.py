"""How a hotline order goes: sign, assign, handle, reply, call back; returned, merged, paused, extended, done again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.appeals import SECTION_OF, Appeal, Finding, Satisfaction
from yunguan.registers.limits import last_day, within
from yunguan.registers.moves import wanted

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
CALL = ("satisfaction", "called_back_on")
WORKING = ("handling", "extended", "resumed", "redoing")
IN_CLOCK = ("received", "signed", "return_asked", "assigned", *WORKING, "extension_asked", "reviewing")
LIMIT = Deadline(
    "hotline_order.limit", since=IN_CLOCK, by="handling", extended_by="extended_days", pauses_in=("paused",)
)
BASIS = "国务院办公厅关于进一步优化地方政务服务便民热线的指导意见（国办发〔2020〕53号）"

RULES = tuple(
    Rule(f"hotline_order.{code}", title, value, unit, BASIS, confirmed=False)
    for code, title, value, unit in (
        ("limit.urgent", "紧急工单答复期限", 1, "日"),
        ("limit.consult", "咨询类工单答复期限", 3, "工作日"),
        ("limit.normal", "一般工单答复期限", 5, "工作日"),
        ("limit.complex", "复杂工单答复期限", 15, "工作日"),
        ("return", "退单期限（自收到工单起）", 1, "工作日"),
        ("extension", "工单延期上限", 15, "工作日"),
        ("call_back", "答复后回访期限", 3, "工作日"),
        ("redo", "重办次数上限", 2, "次"),
    )
)


def _section(order: Any, context: Context) -> dict[str, Any]:
    """The section that handles the topic where none was chosen."""
    return {} if context.given.get("kept_by") else {"kept_by": SECTION_OF[order.topic]}


def _returnable(order: Any, context: Context) -> Iterator[Problem]:
    limit = last_day("hotline_order.return", order.received_on)
    if limit and context.on > limit:
        yield Problem(
            "return_reason", f"退单应在 {limit:%Y-%m-%d} 前提出，本次逾期，请先与派单单位沟通。", Severity.WARNING
        )


def _extendable(order: Any, context: Context) -> Iterator[Problem]:
    if order.extended_days:
        yield Problem("", "工单只能延期一次，本单已延期，请按期答复。")
    if order.due_on and context.on > order.due_on:
        yield Problem("", f"办理期限 {order.due_on:%Y-%m-%d} 已过，不能再申请延期，请尽快答复。")


def _extension(order: Any, context: Context) -> Iterator[Problem]:
    days, most = context.given.get("extended_days", order.extended_days), context.rule("hotline_order.extension")
    if not 0 < days <= most:
        yield Problem("extended_days", f"延期天数须在 1 至 {most} 个工作日之间，请核对。")


def _answered(order: Any, context: Context) -> Iterator[Problem]:
    """A complaint is looked into, and its author spoken to before the reply where there is a telephone."""
    found = context.given.get("finding", order.finding)
    yield from wanted(order, context, "finding", "reply")
    if order.appeal in {Appeal.COMPLAINT, Appeal.REPORT} and found == Finding.NOT_ASKED:
        yield Problem("finding", "投诉举报须核查，核查结论不能填“无需核查”。")
    if order.phone and not context.given.get("contacted_on", order.contacted_on):
        yield Problem("contacted_on", "须先与诉求人联系再答复，请填写先行联系日期。")


def _reply(order: Any, context: Context) -> dict[str, Any]:
    """Whether the reply keeps the limit; an order once late stays so, whatever its second reply."""
    kept = within(context.on, order.due_on)
    return {"on_time": False if order.on_time is False else kept}


def _original(order: Any, context: Context) -> Iterator[Problem]:
    number = context.given.get("earlier_no", order.earlier_no)
    earlier = type(order)._base_manager.filter(order_no=number).exclude(pk=order.pk)
    if not earlier.exists():
        yield Problem("earlier_no", f"台账中没有工单“{number}”，请核对关联工单编号。")


def _rated(order: Any, context: Context) -> Iterator[Problem]:
    if not context.given.get("satisfaction", order.satisfaction):
        yield Problem("satisfaction", "办结前须回访，请填写回访满意度；联系不上的填“未评价”。")


def _closable(order: Any, context: Context) -> Iterator[Problem]:
    yield from _rated(order, context)
    if context.given.get("satisfaction", order.satisfaction) == Satisfaction.DISSATISFIED:
        yield Problem("satisfaction", "诉求人不满意，请重办，或由科室负责人说明理由后办结。")


def _redoable(order: Any, context: Context) -> Iterator[Problem]:
    most = context.rule("hotline_order.redo")
    if context.given.get("satisfaction", order.satisfaction) != Satisfaction.DISSATISFIED:
        yield Problem("satisfaction", "只有回访不满意的工单才重办，请核对满意度。")
    if order.redone >= most:
        yield Problem("redone", f"已重办 {order.redone} 次，达到上限 {most} 次，请由科室负责人说明理由后办结。")


def _redo(order: Any, context: Context) -> dict[str, Any]:
    """Counted, and the clock begins anew: what was granted before is used up."""
    return {"redone": order.redone + 1, "extended_days": None, "called_back_on": context.on}


def _called_back(order: Any, context: Context) -> dict[str, Any]:
    del order
    return {"called_back_on": context.on}


WORKFLOW = Workflow(
    states=(
        State("received", "待签收", "received_on", LIMIT, awaits=True),
        State("signed", "已签收待派单", "signed_on", LIMIT, awaits=True),
        State("return_asked", "退单待批", "return_asked_on", LIMIT, awaits=True),
        State("returned", "已退单", "returned_on", final=True),
        State("merged", "重复并单", "merged_on", final=True),
        State("assigned", "已派单", "assigned_on", LIMIT, awaits=True),
        State("handling", "办理中", "handled_on", LIMIT, awaits=True),
        State("paused", "暂停计时", "paused_on", awaits=True),
        State("resumed", "恢复办理", "resumed_on", LIMIT, awaits=True),
        State("extension_asked", "延期待批", "extension_asked_on", LIMIT, awaits=True),
        State("extended", "延期办理", "extended_on", LIMIT, awaits=True),
        State("reviewing", "答复待审核", "drafted_on", LIMIT, awaits=True),
        State("replied", "已答复待回访", "replied_on", Deadline("hotline_order.call_back"), awaits=True),
        State("redoing", "重办中", "redo_on", LIMIT, awaits=True),
        State("closed", "已办结", "closed_on", final=True),
    ),
    transitions=(
        Transition("sign", "签收", ("received",), "signed", HANDLERS),
        Transition(
            "ask_return",
            "申请退单",
            ("signed", "assigned"),
            "return_asked",
            HANDLERS,
            ("return_reason",),
            guard=_returnable,
        ),
        Transition("return", "同意退单", ("return_asked",), "returned", HEAD, other_person=True),
        Transition("keep", "不同意退单", ("return_asked",), "signed", HEAD, reason=True),
        Transition("merge", "重复并单", ("signed", "assigned"), "merged", HANDLERS, ("earlier_no",), guard=_original),
        Transition("assign", "派单", ("signed",), "assigned", HANDLERS, ("kept_by", "handler"), fills=_section),
        Transition("reassign", "改派", ("assigned", "handling"), "signed", HANDLERS, reason=True),
        Transition("handle", "开始办理", ("assigned",), "handling", HANDLERS),
        Transition("pause", "暂停计时", WORKING, "paused", HANDLERS, ("pause_reason",)),
        Transition("resume", "恢复办理", ("paused",), "resumed", HANDLERS),
        Transition(
            "ask_extension", "申请延期", WORKING, "extension_asked", HANDLERS, ("extension_reason",), guard=_extendable
        ),
        Transition(
            "extend",
            "批准延期",
            ("extension_asked",),
            "extended",
            HEAD,
            ("extended_days",),
            other_person=True,
            guard=_extension,
        ),
        Transition("refuse_extension", "不批准延期", ("extension_asked",), "resumed", HEAD, reason=True),
        Transition(
            "draft",
            "提交答复",
            WORKING,
            "reviewing",
            HANDLERS,
            ("finding", "contacted_on", "reply"),
            owed=False,
            guard=_answered,
        ),
        Transition("send_back", "退回重拟", ("reviewing",), "resumed", HEAD, reason=True),
        Transition("reply", "审核并答复", ("reviewing",), "replied", HEAD, other_person=True, fills=_reply),
        Transition("close", "回访办结", ("replied",), "closed", HANDLERS, CALL, fills=_called_back, guard=_closable),
        Transition("redo", "不满意重办", ("replied",), "redoing", HANDLERS, CALL, True, fills=_redo, guard=_redoable),
        Transition(
            "close_unsatisfied",
            "说明理由办结",
            ("replied",),
            "closed",
            HEAD,
            CALL,
            True,
            fills=_called_back,
            guard=_rated,
        ),
    ),
    takeover=HANDLERS,
)
