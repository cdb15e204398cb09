"""Examinations: sittings with seats and a waiting list, entries that are marked; the same for everybody examined.

A book of sittings and a book of entries are declared in their section; what an examination is, is said here once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Effect, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator", "county"}
HOLDING_A_SEAT = ("registered", "absent", "passed", "failed", "certified", "lapsed")
UNDECIDED = ("applied", "registered", "waiting")
"""States in which a person has one entry at most for the same thing."""
FULL_MARK = 100
SITTING_STATES = (
    State("planned", "计划", awaits=True),
    State("open", "报名中", date_field="opens_on", awaits=True),
    State("closed", "报名截止", date_field="closes_on", awaits=True),
    State("held", "已开考", date_field="exam_on", awaits=True),
    State("published", "成绩已公布", date_field="published_on", final=True),
    State("cancelled", "已取消", date_field="cancelled_on", final=True),
)


def session_workflow(entries: str) -> Workflow:
    """The state table of sittings whose entries stand in the book of that id."""

    def all_marked(session: Any, context: Context) -> Iterator[Problem]:
        """A session is published only when every registered person was marked or noted absent."""
        del context
        open_ = _entries_of(entries, session).filter(state__in=("applied", "registered"))
        if open_.exists():
            yield Problem("", f"还有 {open_.count()} 名报名人员没有登记成绩或缺考，请先登记完整。")

    def turn_away(session: Any, order: Any) -> None:
        """Whoever still waits when the session is held gets no seat in it, and may apply for another."""
        for entry in _entries_of(entries, session).filter(state="waiting").order_by("pk"):
            move(entry, Order("turn_away", None, order.on, order.now, reason="场次已开考，未轮到"))

    return Workflow(
        states=SITTING_STATES,
        transitions=(
            Transition("open", "开放报名", ("planned",), "open", HANDLERS),
            Transition("close", "截止报名", ("open",), "closed", HANDLERS),
            Transition("hold", "登记开考", ("closed",), "held", HANDLERS, after=turn_away),
            Transition("publish", "公布成绩", ("held",), "published", HEAD, guard=all_marked),
            Transition("cancel", "取消场次", ("planned", "open", "closed"), "cancelled", HEAD, reason=True),
        ),
        takeover=HANDLERS,
    )


def _entries_of(register: str, session: Any) -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - the entries' book refers to the sittings'

    rows: Any = book(register).model._base_manager
    return rows.filter(session=session)


def entry_workflow(
    *,
    marks: tuple[str, ...] = ("score",),
    passed: State,
    states: tuple[State, ...] = (),
    moves: tuple[Transition, ...] = (),
    after_pass: Effect | None = None,
) -> Workflow:
    """The state table of entries: up to the marks the same for all, then what the book adds (a certificate)."""
    fills = _nothing if len(marks) > 1 else None  # of several marks not everybody owes each: the guard asks
    seated = ("registered",)
    return Workflow(
        states=(
            State("applied", "待审核", date_field="applied_on", awaits=True),
            State("waiting", "候补"),
            State("registered", "已报名", date_field="registered_on", awaits=True),
            State("withdrawn", "已退考", date_field="withdrawn_on", final=True),
            State("absent", "缺考", date_field="exam_on", final=True),
            State("failed", "不合格", date_field="exam_on", final=True),
            passed,
            *states,
        ),
        transitions=(
            Transition("register", "审核通过", ("applied",), "registered", HANDLERS, guard=_seat_free),
            Transition("queue", "列入候补", ("applied",), "waiting", HANDLERS),
            Transition("take_seat", "递补", ("waiting",), "registered", HANDLERS, by_machine=True, guard=_seat_free),
            Transition("withdraw", "退考", seated, "withdrawn", APPLICANTS, reason=True, after=_next_in_line),
            Transition("withdraw_early", "撤回报名", ("applied", "waiting"), "withdrawn", APPLICANTS),
            Transition("turn_away", "未轮到", ("waiting",), "withdrawn", frozenset(), by_machine=True),
            Transition("absent", "登记缺考", seated, "absent", HANDLERS),
            Transition(
                "pass",
                "登记合格",
                seated,
                "passed",
                HANDLERS,
                asks=marks,
                fills=fills,
                guard=_mark_passes,
                after=after_pass,
            ),
            Transition("fail", "登记不合格", seated, "failed", HANDLERS, asks=marks, fills=fills, guard=_mark_fails),
            *moves,
        ),
        takeover=HANDLERS,
    )


def _nothing(entry: Any, context: Context) -> dict[str, Any]:
    del entry, context
    return {}


def _seat_free(entry: Any, context: Context) -> Iterator[Problem]:
    del context
    taken = type(entry)._base_manager.filter(session=entry.session, state__in=HOLDING_A_SEAT).count()
    if taken >= entry.session.capacity:
        yield Problem("session", f"本场 {entry.session.capacity} 个考位已满，请列入候补或改报其他场次。")


def _next_in_line(entry: Any, order: Order) -> None:
    """A seat that is given back goes to the first on the waiting list of the same session."""
    first = (
        type(entry)._base_manager.filter(session=entry.session, state="waiting").order_by("applied_on", "id").first()
    )
    if first is not None:
        move(first, Order("take_seat", None, order.on, order.now, reason="候补递补"))


def _mark_passes(entry: Any, context: Context) -> Iterator[Problem]:
    yield from _mark_fits(entry, context, passes=True)


def _mark_fails(entry: Any, context: Context) -> Iterator[Problem]:
    yield from _mark_fits(entry, context, passes=False)


def _mark_fits(entry: Any, context: Context, *, passes: bool) -> Iterator[Problem]:
    """Passing is decided by the marks and the pass mark in force on the day of the examination."""
    scores = {name: context.given.get(name, getattr(entry, name)) for name in entry.marks()}
    pass_mark = rule_on(entry.mark_rule, entry.session.exam_on).value
    wrong = [name for name, score in scores.items() if score is None or not 0 <= score <= FULL_MARK]
    for name in wrong:
        label = entry._meta.get_field(name).verbose_name
        missing = scores[name] is None
        yield Problem(name, f"须填写“{label}”。" if missing else f"{label}须在 0 至 100 分之间。")
    if not wrong and passed_by(scores, pass_mark) is not passes:
        words = "、".join(str(score) for score in scores.values())
        yield Problem(next(iter(scores)), f"合格分数为 {pass_mark} 分，成绩 {words} 分与所选结果不符。")


def passed_by(scores: dict[str, int], pass_mark: int) -> bool:
    """Whether every mark reaches the pass mark."""
    return all(score >= pass_mark for score in scores.values())


class ExamSession(Record):
    """A sitting: when, where, how many seats."""

    session_no = models.CharField("场次编号", max_length=20)
    exam_on = models.DateField("考核日期")
    room = models.CharField("考场", max_length=50)
    capacity = models.PositiveIntegerField("考位数")
    opens_on = models.DateField("报名开始日期", blank=True, null=True)
    closes_on = models.DateField("报名截止日期", blank=True, null=True)
    published_on = models.DateField("成绩公布日期", blank=True, null=True)
    cancelled_on = models.DateField("取消日期", blank=True, null=True)

    key_fields = ("session_no",)
    period_field = "exam_on"
    internal = True
    search_fields = ("session_no", "room")
    list_fields: ClassVar[tuple[str, ...]] = ("session_no", "exam_on", "room", "capacity", "state")
    known_as = {"session_no": ("场次", "场次号"), "exam_on": ("考试日期",), "capacity": ("考位", "座位数")}

    class Meta:
        abstract = True

    def problems(self) -> Iterator[Problem]:
        if self.capacity == 0:
            yield Problem("capacity", "考位数须大于 0。")
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            yield Problem("closes_on", "报名截止日期早于报名开始日期，请核对两个日期。")
        if self.closes_on and self.exam_on < self.closes_on:
            yield Problem("exam_on", "考核日期早于报名截止日期，请核对两个日期。")


class ExamEntry(Record):
    """One person in one sitting; the book declares the columns, among them session, exam_on, applied_on and marks."""

    session: Any
    exam_on: Any
    applied_on: Any
    mark_rule: ClassVar[str]
    """Code of the rule that holds the pass mark."""

    class Meta:
        abstract = True

    def marks(self) -> tuple[str, ...]:
        """The columns whose marks this person owes."""
        return ("score",)

    def derive(self) -> None:
        super().derive()
        if self.session_id:  # type: ignore[attr-defined]
            self.exam_on = self.session.exam_on

    def problems(self) -> Iterator[Problem]:
        for name in self.marks():
            yield from self._mark_problems(name)
        if self.applied_on > self.exam_on:
            yield Problem("applied_on", "报名日期晚于考核日期，请核对两个日期。")

    def _mark_problems(self, name: str) -> Iterator[Problem]:
        label, score = self._meta.get_field(name).verbose_name, getattr(self, name)  # type: ignore[union-attr]
        if score is not None and score > FULL_MARK:
            yield Problem(name, f"{label}须在 0 至 100 分之间。")
        if self.state in {"passed", "failed", "certified"} and score is None:
            yield Problem(name, f"已考人员须填写{label}。")
        if self.state == "absent" and score is not None:
            yield Problem(name, f"缺考人员不应有成绩，请核对状态或清空{label}。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Marks decide results by the pass mark of their day; more people than seats are told, not refused."""
        yield from _beyond_capacity(cls, records)
        known: dict[Any, int] = {}
        for index, record in enumerate(records):
            scores = {name: getattr(record, name) for name in record.marks()}
            if None in scores.values() or record.state not in {"passed", "certified", "failed", "lapsed"}:
                continue
            day = record.exam_on
            if day not in known:
                known[day] = rule_on(cls.mark_rule, day).value
            if passed_by(scores, known[day]) is not (record.state != "failed"):
                words = "、".join(str(score) for score in scores.values())
                text = f"合格分数为 {known[day]} 分，成绩 {words} 分与状态不符，请核对。"
                yield index, Problem(next(iter(scores)), text)


def _beyond_capacity(model: Any, records: Any) -> Iterator[tuple[int, Problem]]:
    """Rows that come to a session whose seats are taken: it was held so, and somebody should look into it."""
    coming = [record for record in records if record.state in HOLDING_A_SEAT]
    seated = model._base_manager.filter(session__in={each.session_id for each in coming}, state__in=HOLDING_A_SEAT)
    taken = Counter(seated.exclude(pk__in=[each.pk for each in coming if each.pk]).values_list("session", flat=True))
    for index, record in enumerate(records):
        if record.state not in HOLDING_A_SEAT:
            continue
        taken[record.session_id] += 1
        if taken[record.session_id] > record.session.capacity:
            text = f"本场已有 {record.session.capacity} 人占用全部考位，此人超出考位数，请核对场次。"
            yield index, Problem("session", text, Severity.WARNING)
