"""营运客车类型划分及等级评定 (JT/T 325): the class of a coach when new, re-checked every year, lowered where due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.checks import in_order, owed, years_later
from yunguan.registers.fields import PlateField, ReferenceField, VinField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
STANDARD = "营运客车类型划分及等级评定（JT/T 325—2018）"
PASSENGER_CAR, OTHER = "5", "9"
BY_LENGTH = ("4", "3", "2", "1")
"""First digits of the types by length, the shortest first: each has the greatest length as a rule."""

RULES = (
    Rule("coach_grade.upto.4", "小型客车车长上限", 6000, "毫米", STANDARD, confirmed=False),
    Rule("coach_grade.upto.3", "中型客车车长上限", 9000, "毫米", STANDARD, confirmed=False),
    Rule("coach_grade.upto.2", "大型客车车长上限", 12000, "毫米", STANDARD, confirmed=False),
    Rule("coach_grade.upto.1", "特大型客车车长上限", 13700, "毫米", STANDARD, confirmed=False),
    Rule("coach_grade.car_seats", "乘用车座位数上限", 9, "座", STANDARD, confirmed=False),
    Rule("coach_grade.valid_years", "类型等级有效年限", 1, "年", STANDARD, confirmed=False),
)


class Grade(models.TextChoices):
    """客车类型等级 (JT/T 697.7, 5.21): the first digit is the type, the second the grade."""

    HUGE_3 = "11", "特大型高三级"
    HUGE_2 = "12", "特大型高二级"
    HUGE_1 = "13", "特大型高一级"
    HUGE_MIDDLE = "14", "特大型中级"
    HUGE_PLAIN = "15", "特大型普通级"
    LARGE_3 = "21", "大型高三级"
    LARGE_2 = "22", "大型高二级"
    LARGE_1 = "23", "大型高一级"
    LARGE_MIDDLE = "24", "大型中级"
    LARGE_PLAIN = "25", "大型普通级"
    MEDIUM_2 = "31", "中型高二级"
    MEDIUM_1 = "32", "中型高一级"
    MEDIUM_MIDDLE = "33", "中型中级"
    MEDIUM_PLAIN = "34", "中型普通级"
    SMALL_2 = "41", "小型高二级"
    SMALL_1 = "42", "小型高一级"
    SMALL_MIDDLE = "43", "小型中级"
    SMALL_PLAIN = "44", "小型普通级"
    CAR_HIGH = "51", "乘用车高级"
    CAR_MIDDLE = "53", "乘用车中级"
    CAR_PLAIN = "54", "乘用车普通级"
    OTHER = "9", "其他"


class Outcome(models.TextChoices):
    """What became of the grade compared with the one before."""

    FIRST = "first", "初次评定"
    KEPT = "kept", "维持"
    RAISED = "raised", "升级"
    LOWERED = "lowered", "降级"


class RatingKind(models.TextChoices):
    """评定类别."""

    RATING = "rating", "等级评定"
    REVIEW = "review", "年度复核"


def misfit(grade: str, length_mm: int, seats: int, rule: Any) -> Iterator[Problem]:
    """A type that does not go with length and seats; ``rule`` gives the value of a rule by its code."""
    if grade == OTHER:
        return
    if grade[0] == PASSENGER_CAR:
        most = rule("coach_grade.car_seats")
        if seats > most:
            yield Problem("grade", f"乘用车不超过 {most} 座，此车 {seats} 座，请核对类型等级或座位数。")
        return
    fitting = next((kind for kind in BY_LENGTH if length_mm <= rule(f"coach_grade.upto.{kind}")), None)
    if fitting is None:
        yield Problem("length_mm", f"车长 {length_mm} 毫米超过营运客车的上限，请核对车长。")
    elif fitting != grade[0]:
        words = {"1": "特大型", "2": "大型", "3": "中型", "4": "小型"}[fitting]
        yield Problem("grade", f"车长 {length_mm} 毫米属于{words}客车，与所填类型等级不符，请核对。")


def outcome(before: str | None, grade: str) -> str:
    """The grade against the one before: of the same type, the smaller code is the higher grade."""
    if not before:
        return Outcome.FIRST
    if before == grade:
        return Outcome.KEPT
    return Outcome.RAISED if grade < before else Outcome.LOWERED


def _rateable(coach: Any, context: Context) -> Iterator[Problem]:
    """Two signatures, a report, and a type that fits the coach."""
    given = context.given
    first, second = (given.get(name) or getattr(coach, name) for name in ("checker", "second_checker"))
    if not first or not second or first == second:
        yield Problem("second_checker", "等级评定须由不同的两人签字，请填写评定人和复核人。")
    if not coach.report_no:
        yield Problem("report_no", "没有检验检测报告，不能评定等级，请补填报告编号。")
    grade = given.get("grade") or coach.grade
    if not grade:
        yield Problem("grade", "“评定等级”须填写“类型等级”。")
        return
    yield from misfit(grade, coach.length_mm, coach.seats, context.rule)


def _last_valid_day(coach: Any, context: Context) -> dict[str, Any]:
    """Valid for the rule's years unless a day was typed; what it means against the grade before."""
    grade = context.given.get("grade") or coach.grade
    valid_to = context.given.get("valid_to") or years_later(
        context.on, context.rule("coach_grade.valid_years")
    ) - timedelta(days=1)
    return {
        "valid_to": valid_to,
        "overdue_from": valid_to + timedelta(days=1),
        "outcome": outcome(coach.previous_grade, grade),
    }


def _replace(coach: Any, order: Any) -> None:
    """A new grade takes the place of the one that the coach held."""
    held = type(coach)._base_manager.filter(vin=coach.vin, state="graded").exclude(pk=coach.pk)
    for earlier in held.order_by("pk"):
        move(earlier, Order("replace", None, order.on, order.now, reason=f"由评定编号 {coach.rating_no} 取代"))


WORKFLOW = Workflow(
    states=(
        State("accepted", "已受理", date_field="accepted_on", awaits=True),
        State("rework", "待整改", date_field="rework_on", awaits=True),
        State("graded", "等级有效", date_field="graded_on"),
        State("replaced", "已由新等级取代", date_field="replaced_on", final=True),
        State("refused", "不予评定", date_field="refused_on", final=True),
        State("ended", "车辆退出", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("rework", "要求整改", ("accepted",), "rework", HANDLERS, asks=("findings",)),
        Transition(
            "grade",
            "评定等级",
            ("accepted", "rework"),
            "graded",
            HANDLERS,
            asks=("grade", "checker", "second_checker", "valid_to"),
            fills=_last_valid_day,
            guard=_rateable,
            after=_replace,
        ),
        Transition("refuse", "不予评定", ("accepted", "rework"), "refused", HEAD, reason=True),
        Transition("replace", "由新等级取代", ("graded",), "replaced", frozenset(), by_machine=True),
        Transition("end", "登记车辆退出", ("graded",), "ended", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class CoachGrade(Record):
    """类型等级评定：一台客车一次评定或复核一行。"""

    rating_no = models.CharField("评定编号", max_length=30)
    rating_kind = models.CharField("评定类别", max_length=16, choices=RatingKind)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    plate = PlateField("车牌号", blank=True, null=True)
    vin = VinField("车辆识别代号")
    length_mm = models.PositiveIntegerField("车长（毫米）")
    seats = models.PositiveIntegerField("核定载客")
    accepted_on = models.DateField("受理日期")
    report_no = models.CharField("检验报告编号", max_length=40, blank=True, null=True)
    findings = models.TextField("整改要求", blank=True, null=True)
    rework_on = models.DateField("要求整改日期", blank=True, null=True)
    previous_grade = models.CharField("上次类型等级", max_length=2, choices=Grade, blank=True, null=True)
    grade = models.CharField("类型等级", max_length=2, choices=Grade, blank=True, null=True)
    outcome = models.CharField("评定结果", max_length=8, choices=Outcome, blank=True, null=True, editable=False)
    checker = models.CharField("评定人", max_length=50, blank=True, null=True)
    second_checker = models.CharField("复核人", max_length=50, blank=True, null=True)
    graded_on = models.DateField("评定日期", blank=True, null=True)
    valid_to = models.DateField("等级有效期至", blank=True, null=True)
    overdue_from = models.DateField("复核逾期起算日", blank=True, null=True, editable=False)
    replaced_on = models.DateField("取代日期", blank=True, null=True)
    refused_on = models.DateField("不予评定日期", blank=True, null=True)
    ended_on = models.DateField("车辆退出日期", blank=True, null=True)

    title = "营运客车类型等级评定台账"
    section = "maintenance"
    key_fields = ("rating_no",)
    period_field = "accepted_on"
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    expires = ("valid_to",)
    search_fields = ("rating_no", "plate", "vin", "operator__name")
    list_fields = (
        "rating_no",
        "rating_kind",
        "operator",
        "plate",
        "grade",
        "outcome",
        "graded_on",
        "valid_to",
        "state",
    )
    filter_fields = ("rating_kind", "grade", "outcome")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("业户名称", "单位名称"),
        "plate": ("车牌号码", "号牌号码"),
        "vin": ("车架号", "VIN"),
        "grade": ("客车类型等级", "等级"),
        "seats": ("座位数",),
    }

    class Meta:
        verbose_name = "客车类型等级评定"
        constraints = (models.UniqueConstraint(fields=("rating_no",), name="coach_grade_once"),)
        indexes = (
            models.Index(fields=("graded_on", "rating_kind"), name="coach_grade_day_kind"),
            models.Index(fields=("vin", "state"), name="coach_grade_vin_state"),
        )

    def derive(self) -> None:
        super().derive()
        if self.grade and self.graded_on:
            self.outcome = outcome(self.previous_grade, self.grade)
        if self.valid_to:
            self.overdue_from = self.valid_to + timedelta(days=1)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "accepted_on", "rework_on", "graded_on", "replaced_on")
        yield from in_order(self, "graded_on", "valid_to")
        yield from owed(self, ("graded", "replaced", "ended"), "grade", "graded_on", "valid_to", "checker")
        yield from owed(self, ("rework",), "findings", "rework_on")
        if self.rating_kind == RatingKind.REVIEW and not self.previous_grade:
            yield Problem("previous_grade", "年度复核须填写上次类型等级。")
        if self.checker and self.checker == self.second_checker:
            yield Problem("second_checker", "评定人与复核人不能是同一人，请更换其中一人。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Each type fits the length and seats by the rules of its day; a coach holds one grade."""
        yield from _held_twice(cls, records)
        known: dict[tuple[str, Any], int] = {}
        for index, record in enumerate(records):
            if not record.grade:
                continue
            day = record.graded_on or record.accepted_on
            for problem in misfit(record.grade, record.length_mm, record.seats, _rules_of(day, known)):
                yield index, problem


def _held_twice(model: Any, records: Any) -> Iterator[tuple[int, Problem]]:
    """A second grade in force for the same coach: the earlier one is to be replaced first."""
    coming = [(index, record) for index, record in enumerate(records) if record.state == "graded"]
    saved = model._base_manager.filter(state="graded").exclude(pk__in=[each.pk for _, each in coming if each.pk])
    taken = {each.vin for each in having(saved, "vin", {record.vin for _, record in coming})}
    for index, record in coming:
        if record.vin in taken:
            text = f"车辆 {record.vin} 已有一条有效的类型等级，请把较早的一条改为“已由新等级取代”。"
            yield index, Problem("state", text)
        taken.add(record.vin)


def _rules_of(day: Any, known: dict[tuple[str, Any], int]) -> Any:
    """The rules of a day, each asked for once."""

    def value(code: str) -> int:
        if (code, day) not in known:
            known[code, day] = rule_on(code, day).value
        return known[code, day]

    return value
