"""质量信誉考核异议: what is said against a grade while it is under public notice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import in_order, numbered, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.passenger.credit_item import CreditItem
from yunguan.registers.passenger.credit_rating import CreditRating
from yunguan.registers.passenger.parts.credit_days import BASIS, SINCE
from yunguan.registers.passenger.parts.credit_review import open_objections
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
OBJECTORS = HANDLERS | {"operator", "county"}
DECIDED = ("upheld", "rejected")
ANSWER = Deadline("credit_objection.answer", since=("lodged",))

RULES = (
    Rule(
        "credit_objection.answer",
        "质量信誉考核异议答复期限",
        10,
        "工作日",
        BASIS,
        effective_from=SINCE,
        confirmed=False,
    ),
)


def _during_the_notice(objection: Any, context: Context) -> Iterator[Problem]:
    """Objections are heard while the notice lasts, and as long as another one is being decided."""
    rating = objection.rating
    if rating.state not in {"noticed", "objected"}:
        yield Problem("rating", f"本次考核现为“{rating.workflow.labels[rating.state]}”，公示期内才能提出异议。")
    elif rating.state == "noticed" and context.on > rating.notice_to:
        yield Problem("", f"公示已于 {rating.notice_to:%Y-%m-%d} 截止，不再受理异议。")


def _stop_the_notice(objection: Any, order: Order) -> None:
    """The notice stands still until the objection is decided."""
    rating = objection.rating
    if rating.state == "noticed":
        move(rating, Order("object", None, order.on, order.now, reason=f"收到异议 {objection.objection_no}"))


def _lead_on(objection: Any, order: Order) -> None:
    """When the last one is decided: anew to the review if one was upheld, else the notice runs on."""
    rating = objection.rating
    rating.refresh_from_db()
    if rating.state != "objected" or open_objections(rating):
        return
    rows = type(objection)._base_manager.filter(rating=rating, state="upheld", lodged_on__gte=rating.noticed_on)
    move(rating, Order("reopen" if rows.exists() else "resume", None, order.on, order.now, reason="异议已办结"))


WORKFLOW = Workflow(
    states=(
        State("draft", "草稿", awaits=True),
        State("lodged", "已提出", date_field="lodged_on", deadline=ANSWER, awaits=True),
        State("examined", "核查中", date_field="examined_on", deadline=ANSWER, awaits=True),
        State("upheld", "异议成立", date_field="decided_on", final=True),
        State("rejected", "异议不成立", date_field="decided_on", final=True),
        State("withdrawn", "已撤回", date_field="withdrawn_on", final=True),
    ),
    transitions=(
        Transition(
            "lodge",
            "提出异议",
            ("draft",),
            "lodged",
            OBJECTORS,
            asks=("objection_no",),
            fills=numbered("credit_objection.objection_no", "objection_no", "信评异议〔{年度}〕{序号3}号"),
            guard=_during_the_notice,
            after=_stop_the_notice,
        ),
        Transition("examine", "开始核查", ("lodged",), "examined", HANDLERS),
        Transition(
            "uphold",
            "认定成立",
            ("lodged", "examined"),
            "upheld",
            frozenset({"head"}),
            asks=("answer",),
            other_person=True,
            after=_lead_on,
        ),
        Transition(
            "reject",
            "认定不成立",
            ("lodged", "examined"),
            "rejected",
            frozenset({"head"}),
            asks=("answer",),
            other_person=True,
            after=_lead_on,
        ),
        Transition("withdraw", "撤回", ("lodged", "examined"), "withdrawn", OBJECTORS, reason=True, after=_lead_on),
    ),
    takeover=HANDLERS,
)


class CreditObjection(Record):
    """考核异议：一件异议一行。"""

    objection_no = models.CharField("异议编号", max_length=40, blank=True, null=True)
    rating = ReferenceField(CreditRating, verbose_name="考核编号")
    item = ReferenceField(CreditItem, verbose_name="所涉项目编号", blank=True, null=True)
    objector = models.CharField("异议人", max_length=100)
    content = models.TextField("异议内容")
    evidence = models.CharField("证明材料", max_length=200, blank=True, null=True)
    lodged_on = models.DateField("提出日期")
    examined_on = models.DateField("核查日期", blank=True, null=True)
    decided_on = models.DateField("答复日期", blank=True, null=True)
    answer = models.TextField("答复内容", blank=True, null=True)
    withdrawn_on = models.DateField("撤回日期", blank=True, null=True)

    title = "质量信誉考核异议"
    section = "passenger"
    key_fields = ("rating", "objector", "lodged_on")
    period_field = "lodged_on"
    workflow = WORKFLOW
    rules = RULES
    shared = True
    filed_by = frozenset({"operator", "county"})
    operator_path = "rating__operator__uscc"
    search_fields = ("objection_no", "rating__operator__name", "content")
    list_fields = ("objection_no", "rating", "objector", "lodged_on", "decided_on", "area", "state")
    known_as = {"objector": ("提出人", "申请人"), "content": ("异议事项",)}

    class Meta:
        verbose_name = "考核异议"
        constraints = (
            models.UniqueConstraint(fields=("objection_no",), name="credit_objection_no_once"),
            models.UniqueConstraint(fields=("rating", "objector", "lodged_on"), name="credit_objection_once"),
        )

    def __str__(self) -> str:
        return self.objection_no or f"{self.rating} 异议"

    def derive(self) -> None:
        if self.rating_id:
            self.area = self.rating.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "lodged_on", "examined_on", "decided_on")
        yield from owed(self, ("lodged", "examined", *DECIDED), "objection_no")
        yield from owed(self, DECIDED, "decided_on", "answer")
        if self.item_id and self.item and self.item.scheme_id != self.rating.scheme_id:
            yield Problem("item", "该项目不属于本次考核所用的细则，请核对项目编号。")
