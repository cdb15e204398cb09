"""两类人员考核场次: the sittings of the examination for heads and safety managers of carriers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
BASIS = "道路运输企业主要负责人和安全生产管理人员安全考核管理办法（交运规〔2019〕6号）"

RULES = (
    Rule(
        "managers_exam.pass_mark",
        "两类人员考核合格分数",
        80,
        "分",
        BASIS,
        effective_from=date(2019, 7, 18),
        confirmed=False,
    ),
    Rule(
        "managers_exam.certificate_years",
        "安全考核合格证明有效年限",
        3,
        "年",
        BASIS,
        effective_from=date(2019, 7, 18),
        confirmed=False,
    ),
)


def _all_marked(session: Any, context: Context) -> Iterator[Problem]:
    """A session is published only when every registered person was marked or noted absent."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the entries' book refers to this one

    del context
    entries: Any = book("managers_exam_entry").model._base_manager
    open_ = entries.filter(session=session, state__in=("applied", "registered"))
    if open_.exists():
        yield Problem("", f"还有 {open_.count()} 名报名人员没有登记成绩或缺考，请先登记完整。")


def _turn_away(session: Any, order: Any) -> None:
    """Whoever still waits when the session is held gets no seat in it, and may apply for another."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the entries' book refers to this one

    entries: Any = book("managers_exam_entry").model._base_manager
    for entry in entries.filter(session=session, state="waiting").order_by("pk"):
        move(entry, Order("turn_away", None, order.on, order.now, reason="场次已开考，未轮到"))


WORKFLOW = Workflow(
    states=(
        State("planned", "计划", awaits=True),
        State("open", "报名中", date_field="opens_on", awaits=True),
        State("closed", "报名截止", date_field="closes_on", awaits=True),
        State("held", "已开考", date_field="exam_on", awaits=True),
        State("published", "成绩已公布", date_field="published_on", final=True),
        State("cancelled", "已取消", date_field="cancelled_on", final=True),
    ),
    transitions=(
        Transition("open", "开放报名", ("planned",), "open", HANDLERS),
        Transition("close", "截止报名", ("open",), "closed", HANDLERS),
        Transition("hold", "登记开考", ("closed",), "held", HANDLERS, after=_turn_away),
        Transition("publish", "公布成绩", ("held",), "published", frozenset({"head"}), guard=_all_marked),
        Transition("cancel", "取消场次", ("planned", "open", "closed"), "cancelled", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class ManagersExamSession(Record):
    """考核场次：一场一行。"""

    session_no = models.CharField("场次编号", max_length=20)
    exam_on = models.DateField("考核日期")
    room = models.CharField("考场", max_length=50)
    capacity = models.PositiveIntegerField("考位数")
    opens_on = models.DateField("报名开始日期", blank=True, null=True)
    closes_on = models.DateField("报名截止日期", blank=True, null=True)
    published_on = models.DateField("成绩公布日期", blank=True, null=True)
    cancelled_on = models.DateField("取消日期", blank=True, null=True)

    title = "两类人员考核场次"
    section = "safety"
    key_fields = ("session_no",)
    period_field = "exam_on"
    workflow = WORKFLOW
    rules = RULES
    internal = True
    search_fields = ("session_no", "room")
    list_fields = ("session_no", "exam_on", "room", "capacity", "state")
    known_as = {"session_no": ("场次", "场次号"), "exam_on": ("考试日期",), "capacity": ("考位", "座位数")}

    class Meta:
        verbose_name = "考核场次"
        constraints = (models.UniqueConstraint(fields=("session_no",), name="managers_exam_session_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.capacity == 0:
            yield Problem("capacity", "考位数须大于 0。")
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            yield Problem("closes_on", "报名截止日期早于报名开始日期，请核对两个日期。")
        if self.closes_on and self.exam_on < self.closes_on:
            yield Problem("exam_on", "考核日期早于报名截止日期，请核对两个日期。")
