"""诚信考核台账: a driver's cycle of twelve months, the points lost in it and the grade that follows.

Points, thresholds and the limit come from 道路运输驾驶员诚信考核办法; they are rules that users keep up to date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Self

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import IdentityNumberField, ReferenceField
from yunguan.registers.practitioners.certificate import HEAD
from yunguan.registers.practitioners.practitioner import KEEPERS, Category
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

BASIS = "道路运输驾驶员诚信考核办法（交运规〔2022〕6号，此前为2008年办法）"
FULL, AA_BELOW = "integrity.full", "integrity.aa_below"


def _rule(code: str, title: str, value: int, unit: str) -> Rule:
    return Rule(code, title, value, unit, BASIS, effective_from=date(2008, 10, 1), confirmed=False)


RULES = (
    _rule(FULL, "诚信考核周期总分（累计达到为 B 级）", 20, "分"),
    _rule(AA_BELOW, "诚信考核 AA 级累计记分上限（不含）", 10, "分"),
    _rule("integrity.assess", "诚信考核评定期限（自周期届满登记起）", 30, "日"),
    _rule("integrity.education", "诚信考核 B 级继续教育期限", 30, "日"),
)


def grade_of(points: int, previous: str, *, full: int, aa_below: int) -> str:
    """The grade of a cycle from its points and the grade before; whoever is assessed first can be A at best."""
    if points >= full:
        return "B"
    if points == 0 and previous in {"AAA", "AA"}:
        return "AAA"
    return "AA" if points < aa_below and previous in {"AAA", "AA", "A"} else "A"


def _points(cycle: Any) -> int:
    from yunguan.registers.book import book  # noqa: PLC0415 - the deductions' book refers to this one

    deductions: Any = book("integrity_deduction").model._base_manager
    of_cycle = deductions.filter(cycle=cycle, state="recorded")
    return of_cycle.aggregate(total=models.Sum("points"))["total"] or 0


def _previous(cycle: Any) -> str:
    earlier = type(cycle)._base_manager.filter(
        identity_number=cycle.identity_number, category=cycle.category, cycle_to__lt=cycle.cycle_from
    )
    last = earlier.exclude(grade=None).order_by("cycle_to").last()
    return last.grade if last else ""


def _result(cycle: Any, context: Context) -> dict[str, Any]:
    points, previous = _points(cycle), cycle.previous_grade or _previous(cycle)
    grade = grade_of(points, previous, full=context.rule(FULL), aa_below=context.rule(AA_BELOW))
    return {"points": points, "grade": grade, "previous_grade": previous or None, "assessed_on": context.on}


def _over(cycle: Any, context: Context) -> Iterator[Problem]:
    if context.on <= cycle.cycle_to:
        yield Problem("cycle_to", f"考核周期到 {cycle.cycle_to:%Y-%m-%d} 才结束，请在周期届满后办理。")


def _not_b(cycle: Any, context: Context) -> Iterator[Problem]:
    if _result(cycle, context)["grade"] == "B":
        yield Problem("grade", f"累计记 {_points(cycle)} 分，应评定为 B 级，请办理“评定为B级”并安排继续教育。")


def _is_b(cycle: Any, context: Context) -> Iterator[Problem]:
    """Full points end the cycle at once: nobody waits for its last day."""
    if _result(cycle, context)["grade"] != "B":
        yield Problem("grade", f"累计记 {_points(cycle)} 分，不到 {context.rule(FULL)} 分，不能评定为 B 级。")


WORKFLOW = Workflow(
    states=(
        State("running", "在考核周期", date_field="cycle_from"),
        State("due", "待评定", date_field="closed_on", deadline=Deadline("integrity.assess"), awaits=True),
        State("assessed", "已评定", date_field="assessed_on", final=True),
        State(
            "education", "待继续教育", date_field="assessed_on", deadline=Deadline("integrity.education"), awaits=True
        ),
        State("restored", "已恢复", date_field="restored_on", final=True),
    ),
    transitions=(
        Transition("close", "周期届满", ("running",), "due", KEEPERS, guard=_over),
        Transition("assess", "评定等级", ("due",), "assessed", KEEPERS, fills=_result, guard=_not_b),
        Transition("assess_b", "评定为B级", ("running", "due"), "education", HEAD, fills=_result, guard=_is_b),
        Transition("restore", "继续教育合格", ("education",), "restored", KEEPERS, asks=("education_hours",)),
    ),
    takeover=KEEPERS,
)


class Grade(models.TextChoices):
    """诚信考核等级."""

    AAA = "AAA", "AAA"
    AA = "AA", "AA"
    A = "A", "A"
    B = "B", "B"


class Integrity(Record):
    """诚信考核：一人一类资格一个考核周期一行。"""

    cycle_no = models.CharField("考核编号", max_length=24)
    name = models.CharField("姓名", max_length=50)
    identity_number = IdentityNumberField("身份证号")
    category = models.CharField("从业资格类别", max_length=8, choices=Category)
    operator = ReferenceField(Operator, verbose_name="服务单位统一社会信用代码", blank=True, null=True)
    cycle_from = models.DateField("周期开始")
    cycle_to = models.DateField("周期结束")
    closed_on = models.DateField("届满登记日期", blank=True, null=True)
    previous_grade = models.CharField("上一周期等级", max_length=4, choices=Grade, blank=True, null=True)
    points = models.PositiveSmallIntegerField("累计记分", blank=True, null=True)
    grade = models.CharField("考核等级", max_length=4, choices=Grade, blank=True, null=True)
    assessed_on = models.DateField("评定日期", blank=True, null=True)
    electronic = models.BooleanField("使用电子证照签注", default=True)
    education_hours = models.PositiveSmallIntegerField("继续教育学时", blank=True, null=True)
    restored_on = models.DateField("恢复日期", blank=True, null=True)

    title = "诚信考核台账"
    section = "practitioners"
    key_fields = ("cycle_no",)
    period_field = "cycle_to"
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    search_fields = ("cycle_no", "name", "operator__name")
    list_fields = ("cycle_no", "name", "identity_number", "category", "points", "grade", "assessed_on", "area", "state")
    filter_fields = ("category", "grade", "electronic")
    companions = {"operator": ("服务单位", "name")}
    known_as = {"identity_number": ("身份证号码", "证件号码"), "points": ("扣分", "记分")}

    class Meta:
        verbose_name = "诚信考核"
        constraints = (
            models.UniqueConstraint(fields=("cycle_no",), name="integrity_once"),
            models.UniqueConstraint(fields=("identity_number", "category", "cycle_from"), name="integrity_cycle_once"),
        )
        indexes = (models.Index(fields=("cycle_to", "state"), name="integrity_end_state"),)

    def problems(self) -> Iterator[Problem]:
        if self.cycle_to <= self.cycle_from:
            yield Problem("cycle_to", "周期结束须晚于周期开始，请核对两个日期。")
        yield from in_order(self, "cycle_from", "assessed_on", "restored_on")
        yield from in_order(self, "cycle_to", "closed_on")
        yield from owed(self, ("due",), "closed_on")
        yield from owed(self, ("assessed", "education", "restored"), "points", "grade", "assessed_on")
        yield from owed(self, ("restored",), "education_hours", "restored_on")
        if self.state == "assessed" and self.grade == Grade.B:
            yield Problem("state", "B 级人员须先接受继续教育，状态应为“待继续教育”或“已恢复”。")

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Problem]]:
        """A grade follows from points and the grade before, by the rules of the day of assessment."""
        known: dict[date, dict[str, int]] = {}
        for index, each in enumerate(records):
            if each.grade is None or each.points is None or each.assessed_on is None:
                continue
            if each.assessed_on not in known:
                full, below = (rule_on(code, each.assessed_on).value for code in (FULL, AA_BELOW))
                known[each.assessed_on] = {"full": full, "aa_below": below}
            wanted = grade_of(each.points, each.previous_grade or "", **known[each.assessed_on])
            if each.grade != wanted:
                before = each.previous_grade or "无"
                text = f"累计记 {each.points} 分、上一周期等级为{before}，应为 {wanted} 级，请核对。"
                yield index, Problem("grade", text)
