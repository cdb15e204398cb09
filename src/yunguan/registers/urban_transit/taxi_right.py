"""出租汽车经营权台账: who may run which taxi until when, and how a right that ends is granted anew.

Source: 巡游出租汽车经营服务管理规定 (rights have a term; whoever was good may be granted one again).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.calendar import working_calendar
from yunguan.office.rules import rule_on
from yunguan.office.series import next_number
from yunguan.registers.checks import in_order, owed, years_later
from yunguan.registers.fields import PlateField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator"}
BASIS = "巡游出租汽车经营服务管理规定"
STAGES = ("first", "second", "last")
RULES = (
    Rule("taxi_right.remind.first", "经营权到期首次提醒", 90, "日", "中心经营权到期提醒工作要求", confirmed=False),
    Rule("taxi_right.remind.second", "经营权到期再次提醒", 60, "日", "中心经营权到期提醒工作要求", confirmed=False),
    Rule("taxi_right.remind.last", "经营权到期末次提醒", 30, "日", "中心经营权到期提醒工作要求", confirmed=False),
    Rule("taxi_right.decide", "重新授予经营权办理期限", 20, "工作日", BASIS, confirmed=False),
    Rule("taxi_right.term", "经营权期限上限", 6, "年", BASIS, confirmed=False),
)


class Stage(models.TextChoices):
    """提醒阶段."""

    FIRST = "first", "首次提醒"
    SECOND = "second", "再次提醒"
    LAST = "last", "末次提醒"


def stage_on(valid_to: date, day: date) -> str:
    """Which reminder is due so many days before a right ends; "" where none is due yet."""
    left = (valid_to - day).days
    due = [stage for stage in STAGES if left <= rule_on(f"taxi_right.remind.{stage}", day).value]
    return due[-1] if due else ""


def _reminder_due(right: Any, context: Context) -> Iterator[Problem]:
    stage = stage_on(right.valid_to, context.on)
    if not stage:
        yield Problem("valid_to", f"经营权 {right.valid_to:%Y-%m-%d} 到期，还没有到首次提醒的时间。")
    elif stage == right.reminder:
        yield Problem("reminder", f"本阶段已提醒过（{Stage(stage).label}），不必重复登记。")


def _stage(right: Any, context: Context) -> dict[str, Any]:
    return {"reminder": stage_on(right.valid_to, context.on), "due_on": right.valid_to}


def _in_window(right: Any, context: Context) -> Iterator[Problem]:
    first = context.rule("taxi_right.remind.first")
    if context.on < right.valid_to - timedelta(days=first):
        yield Problem("valid_to", f"经营权到期前 {first} 日内才受理重新授予申请，请届时再报。")


def _decide_by(right: Any, context: Context) -> dict[str, Any]:
    del right
    return {"due_on": working_calendar().due(context.on, context.rule("taxi_right.decide"), "working")}


def _no_clock(right: Any, context: Context) -> dict[str, Any]:
    del right, context
    return {"due_on": None}


def _till_the_end(right: Any, context: Context) -> dict[str, Any]:
    """The old right lasts to its last day."""
    del context
    return {"due_on": right.valid_to}


def _fit_again(right: Any, context: Context) -> Iterator[Problem]:
    """A right is granted anew to holders with a passing grade, for no longer than the term of the rule."""
    for column, words in (("new_valid_to", "新期限截止日期"), ("decision_no", "授予决定文号")):
        if not context.given.get(column):
            yield Problem(column, f"重新授予须填写“{words}”。")
    until, term = context.given.get("new_valid_to"), context.rule("taxi_right.term")
    if until is not None and until > years_later(_begins(right, context.on), term):
        yield Problem("new_valid_to", f"经营权期限不超过 {term} 年，请改正新期限。")
    if until is not None and until <= right.valid_to:
        yield Problem("new_valid_to", "新期限须晚于原期限，请改正。")
    if not right.service_passed:
        yield Problem("service_passed", "原经营者服务质量考核没有合格，不能重新授予，请核对考核结果。")


def _begins(right: Any, day: date) -> date:
    """The new right follows the old one; after a gap it begins on the day of the decision."""
    following: date = right.valid_to + timedelta(days=1)
    return max(day, following)


def _grant_anew(right: Any, order: Any) -> None:
    """The new right, under a number of its own."""
    from yunguan.registers.book import book  # noqa: PLC0415 - books are known once all are declared
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    rights = TaxiRight._base_manager
    number = next_number(
        "taxi_right.no", order.on.year, "衡出经〔{年度}〕{序号4}号", lambda text: rights.filter(right_no=text).exists()
    )
    values = {
        "right_no": number,
        "operator": right.operator,
        "holder": right.holder,
        "owned_by": right.owned_by,
        "plate": right.plate,
        "granted_on": _begins(right, order.on),
        "valid_to": right.new_valid_to,
        "decision_no": right.decision_no,
        "granted_again": True,
    }
    create(book=book("taxi_right"), values=values, user=order.user, on=order.on, now=order.now)


WORKFLOW = Workflow(
    states=(
        State("valid", "有效", date_field="granted_on"),
        State("reminded", "到期提醒", date_field="reminded_on", awaits=True),
        State("applied", "申请重新授予", date_field="applied_on", awaits=True),
        State("regranted", "已重新授予", date_field="decided_on"),
        State("ended", "届满换发", date_field="ended_on", final=True),
        State("refused", "不予重新授予", date_field="decided_on", final=True),
        State("expired", "已到期", date_field="expired_on", awaits=True),
        State("revoked", "已收回", date_field="revoked_on", final=True),
    ),
    transitions=(
        Transition(
            "remind",
            "登记提醒",
            ("valid", "reminded"),
            "reminded",
            HANDLERS,
            fills=_stage,
            guard=_reminder_due,
        ),
        Transition(
            "apply",
            "申请重新授予",
            ("valid", "reminded", "expired"),
            "applied",
            APPLICANTS,
            asks=("service_passed",),
            fills=_decide_by,
            guard=_in_window,
        ),
        Transition(
            "regrant",
            "重新授予",
            ("applied",),
            "regranted",
            HEAD,
            asks=("new_valid_to", "decision_no"),
            other_person=True,
            fills=_till_the_end,
            guard=_fit_again,
            after=_grant_anew,
        ),
        Transition("refuse", "不予重新授予", ("applied",), "refused", HEAD, reason=True, fills=_no_clock),
        Transition(
            "expire",
            "到期",
            ("valid", "reminded"),
            "expired",
            frozenset(),
            when_overdue=True,
            fills=_no_clock,
        ),
        Transition("end", "届满换发", ("regranted",), "ended", frozenset(), when_overdue=True, fills=_no_clock),
        Transition("revoke", "收回", ("valid", "reminded", "expired"), "revoked", HEAD, reason=True, fills=_no_clock),
    ),
    takeover=HANDLERS,
)


class Holding(models.TextChoices):
    """经营权归属."""

    COMPANY = "company", "企业"
    PERSON = "person", "个人"


class TaxiRight(Record):
    """出租汽车经营权：一车一期一行。"""

    right_no = models.CharField("经营权证号", max_length=40)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    holder = models.CharField("经营权人", max_length=100)
    owned_by = models.CharField("经营权归属", max_length=10, choices=Holding)
    plate = PlateField("车牌号")
    granted_on = models.DateField("授予日期")
    valid_to = models.DateField("经营期限至")
    granted_again = models.BooleanField("重新授予", default=False)
    service_passed = models.BooleanField("服务质量考核合格", null=True, blank=True)
    reminder = models.CharField("提醒阶段", max_length=10, choices=Stage, blank=True)
    reminded_on = models.DateField("提醒日期", blank=True, null=True)
    applied_on = models.DateField("申请日期", blank=True, null=True)
    decided_on = models.DateField("决定日期", blank=True, null=True)
    decision_no = models.CharField("授予决定文号", max_length=60, blank=True, null=True)
    new_valid_to = models.DateField("新期限截止日期", blank=True, null=True)
    expired_on = models.DateField("到期登记日期", blank=True, null=True)
    ended_on = models.DateField("届满换发日期", blank=True, null=True)
    revoked_on = models.DateField("收回日期", blank=True, null=True)

    title = "出租汽车经营权台账"
    section = "urban_transit"
    key_fields = ("right_no",)
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    personal = ("holder",)
    expires = ("valid_to",)
    alike_by = ("plate",)
    search_fields = ("right_no", "plate", "operator__name")
    list_fields = ("right_no", "operator", "plate", "owned_by", "granted_on", "valid_to", "area", "state")
    filter_fields = ("owned_by", "granted_again", "reminder")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "right_no": ("证号", "经营权编号"),
        "holder": ("车主", "持有人"),
        "plate": ("车牌号码", "车号"),
        "valid_to": ("到期日期", "有效期至"),
        "operator__name": ("所属公司",),
    }

    class Meta:
        verbose_name = "出租汽车经营权"
        constraints = (
            models.UniqueConstraint(fields=("right_no",), name="taxi_right_once"),
            models.UniqueConstraint(
                fields=("plate",), condition=Q(state__in=("valid", "reminded")), name="taxi_right_one_in_force"
            ),
        )

    def derive(self) -> None:
        if self.operator_id:
            self.area = self.operator.area
        if self.state in {"valid", "reminded", "regranted"}:
            self.due_on = self.valid_to

    def problems(self) -> Iterator[Problem]:
        if self.operator.sector != Sector.TAXI:
            yield Problem("operator", "经营权须属于巡游出租企业，请核对企业。")
        yield from in_order(self, "granted_on", "valid_to")
        yield from in_order(self, "granted_on", "reminded_on", "applied_on", "decided_on")
        yield from owed(self, ("reminded",), "reminded_on", "reminder")
        yield from owed(self, ("applied",), "applied_on")
        yield from owed(self, ("ended",), "ended_on")
        yield from owed(self, ("regranted", "ended"), "decided_on", "decision_no", "new_valid_to")
        yield from owed(self, ("refused",), "decided_on")
        yield from owed(self, ("expired",), "expired_on")
        yield from owed(self, ("revoked",), "revoked_on")
