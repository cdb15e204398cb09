"""两类人员考核报名: one person in one sitting, from the application to the certificate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.office.series import next_number
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import years_later
from yunguan.registers.fields import IdentityNumberField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.safety.managers_exam_session import ManagersExamSession
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
APPLICANTS = HANDLERS | {"operator", "county"}
HOLDING_A_SEAT = ("registered", "absent", "passed", "failed", "certified", "lapsed")
FULL_MARK = 100
UNDECIDED = ("applied", "registered", "waiting")


def _seat_free(entry: Any, context: Context) -> Iterator[Problem]:
    del context
    taken = type(entry)._base_manager.filter(session=entry.session, state__in=HOLDING_A_SEAT).count()
    if taken >= entry.session.capacity:
        yield Problem("session", f"本场 {entry.session.capacity} 个考位已满，请列入候补或改报其他场次。")


def _mark_passes(entry: Any, context: Context) -> Iterator[Problem]:
    yield from _mark_fits(entry, context, passes=True)


def _mark_fails(entry: Any, context: Context) -> Iterator[Problem]:
    yield from _mark_fits(entry, context, passes=False)


def _mark_fits(entry: Any, context: Context, *, passes: bool) -> Iterator[Problem]:
    """Passing is decided by the mark and the pass mark in force on the day of the examination."""
    score = context.given.get("score", entry.score)
    pass_mark = rule_on("managers_exam.pass_mark", entry.session.exam_on).value
    if not 0 <= score <= FULL_MARK:
        yield Problem("score", "成绩须在 0 至 100 分之间。")
    elif (score >= pass_mark) is not passes:
        yield Problem("score", f"合格分数为 {pass_mark} 分，成绩 {score} 分与所选结果不符。")


def _next_in_line(entry: Any, order: Order) -> None:
    """A seat that is given back goes to the first on the waiting list of the same session."""
    first = (
        type(entry)._base_manager.filter(session=entry.session, state="waiting").order_by("applied_on", "id").first()
    )
    if first is not None:
        move(first, Order("take_seat", None, order.on, order.now, reason="候补递补"))


def _certificate(entry: Any, context: Context) -> dict[str, Any]:
    """Number and last day of the certificate where none were typed: the years are the rule's."""
    entries = type(entry)._base_manager
    filled: dict[str, Any] = {}
    if not context.given.get("certificate_no"):
        filled["certificate_no"] = next_number(
            "managers_exam.certificate_no",
            context.on.year,
            "衡道运考〔{年度}〕{序号4}号",
            lambda text: entries.filter(certificate_no=text).exists(),
        )
    if not context.given.get("valid_to"):
        years = context.rule("managers_exam.certificate_years")
        filled["valid_to"] = years_later(context.on, years) - timedelta(days=1)
    return filled


WORKFLOW = Workflow(
    states=(
        State("applied", "待审核", date_field="applied_on", awaits=True),
        State("waiting", "候补"),
        State("registered", "已报名", date_field="registered_on", awaits=True),
        State("withdrawn", "已退考", date_field="withdrawn_on", final=True),
        State("absent", "缺考", date_field="exam_on", final=True),
        State("failed", "不合格", date_field="exam_on", final=True),
        State("passed", "合格", date_field="exam_on", awaits=True),
        State("certified", "已发证", date_field="certified_on"),
        State("lapsed", "证明失效", date_field="lapsed_on", final=True),
    ),
    transitions=(
        Transition("register", "审核通过", ("applied",), "registered", HANDLERS, guard=_seat_free),
        Transition("queue", "列入候补", ("applied",), "waiting", HANDLERS),
        Transition("take_seat", "递补", ("waiting",), "registered", HANDLERS, by_machine=True, guard=_seat_free),
        Transition("withdraw", "退考", ("registered",), "withdrawn", APPLICANTS, reason=True, after=_next_in_line),
        Transition("withdraw_early", "撤回报名", ("applied", "waiting"), "withdrawn", APPLICANTS),
        Transition("turn_away", "未轮到", ("waiting",), "withdrawn", frozenset(), by_machine=True),
        Transition("absent", "登记缺考", ("registered",), "absent", HANDLERS),
        Transition("pass", "登记合格", ("registered",), "passed", HANDLERS, asks=("score",), guard=_mark_passes),
        Transition("fail", "登记不合格", ("registered",), "failed", HANDLERS, asks=("score",), guard=_mark_fails),
        Transition(
            "certify",
            "发放证明",
            ("passed",),
            "certified",
            frozenset({"head"}),
            asks=("certificate_no", "valid_to"),
            fills=_certificate,
        ),
        Transition("lapse", "登记失效", ("certified",), "lapsed", HANDLERS),
    ),
    takeover=HANDLERS,
)


class Post(models.TextChoices):
    """两类人员."""

    HEAD = "head", "主要负责人"
    SAFETY_MANAGER = "safety_manager", "安全生产管理人员"


class Trade(models.TextChoices):
    """考核类别."""

    PASSENGER = "passenger", "道路旅客运输"
    FREIGHT = "freight", "道路普通货物运输"
    DANGEROUS = "dangerous", "道路危险货物运输"
    STATION = "station", "道路旅客运输站"


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


class ManagersExamEntry(Record):
    """考核报名：一人一场一行。"""

    session = ReferenceField(ManagersExamSession, verbose_name="场次编号")
    exam_on = models.DateField("考核日期", editable=False)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    post = models.CharField("人员类别", max_length=16, choices=Post)
    trade = models.CharField("考核类别", max_length=16, choices=Trade)
    applied_on = models.DateField("报名日期")
    registered_on = models.DateField("审核日期", blank=True, null=True)
    withdrawn_on = models.DateField("退考日期", blank=True, null=True)
    score = models.PositiveSmallIntegerField("成绩", blank=True, null=True)
    certificate_no = models.CharField("合格证明编号", max_length=40, blank=True, null=True)
    certified_on = models.DateField("发证日期", blank=True, null=True)
    valid_to = models.DateField("证明有效期至", blank=True, null=True)
    lapsed_on = models.DateField("失效日期", blank=True, null=True)

    title = "两类人员考核报名台账"
    section = "safety"
    key_fields = ("session", "identity_number")
    period_field = "exam_on"
    workflow = WORKFLOW
    operator_path = "operator__uscc"
    search_fields = ("name", "certificate_no", "operator__name")
    list_fields = ("session", "name", "identity_number", "operator", "post", "trade", "score", "area", "state")
    filter_fields = ("post", "trade")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "session": ("场次", "场次号"),
        "identity_number": ("身份证号码", "证件号码"),
        "operator": ("信用代码",),
        "operator__name": ("单位名称", "工作单位"),
        "score": ("分数", "考试成绩"),
        "state": ("考核结果", "结果"),
        "trade": ("从业类别",),
    }

    class Meta:
        verbose_name = "考核报名"
        constraints = (
            models.UniqueConstraint(fields=("session", "identity_number"), name="managers_exam_entry_once"),
            models.UniqueConstraint(
                fields=("identity_number", "trade", "post"),
                condition=Q(state__in=UNDECIDED),
                name="managers_exam_entry_one_open",
            ),
        )
        indexes = (models.Index(fields=("exam_on", "state"), name="managers_exam_entry_date_state"),)

    def derive(self) -> None:
        if self.session_id:
            self.exam_on = self.session.exam_on
        if self.operator_id and not self.area:
            self.area = self.operator.area

    def problems(self) -> Iterator[Problem]:
        if self.score is not None and self.score > FULL_MARK:
            yield Problem("score", "成绩须在 0 至 100 分之间。")
        if self.state in {"passed", "failed", "certified"} and self.score is None:
            yield Problem("score", "已考人员须填写成绩。")
        if self.state == "absent" and self.score is not None:
            yield Problem("score", "缺考人员不应有成绩，请核对状态或清空成绩。")
        if self.applied_on > self.exam_on:
            yield Problem("applied_on", "报名日期晚于考核日期，请核对两个日期。")
        if self.state in {"certified", "lapsed"} and not self.certificate_no:
            yield Problem("certificate_no", "已发证人员须填写合格证明编号。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Marks decide results by the pass mark of their day; more people than seats are told, not refused."""
        yield from _beyond_capacity(cls, records)
        marks: dict[Any, int] = {}
        for index, record in enumerate(records):
            if record.score is None or record.state not in {"passed", "certified", "failed", "lapsed"}:
                continue
            day = record.exam_on
            if day not in marks:
                marks[day] = rule_on("managers_exam.pass_mark", day).value
            if (record.score >= marks[day]) is not (record.state != "failed"):
                text = f"合格分数为 {marks[day]} 分，成绩 {record.score} 分与状态不符，请核对。"
                yield index, Problem("score", text)
