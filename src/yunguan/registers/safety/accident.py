"""道路运输事故台账: what happened, how grave it was, who reported it when, and what the investigation came to.

Source: 生产安全事故报告和调查处理条例（国务院令第493号）: reports arts. 9–13, investigation arts. 29, 32.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import MoneyField, PlateField, ReferenceField, TimeField
from yunguan.registers.moves import value_of
from yunguan.registers.record import Record
from yunguan.registers.safety.accident_grade import RULES, Grade, grade_of
from yunguan.registers.safety.parts import clock_time, lacking, minutes_between, people_in
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
HOUR = 60


def _named(accident: Any, context: Context) -> Iterator[Problem]:
    """The centre's part in an investigation is told by who took part."""
    yield from lacking(accident, context, "group_lead", "participants")


def _joined(accident: Any, context: Context) -> dict[str, Any]:
    del accident, context
    return {"participated": True}


def _still_joined(accident: Any, context: Context) -> dict[str, Any]:
    """The day of joining stays when the case comes back into the same state."""
    del context
    return {"joined_on": accident.joined_on}


def _extension(accident: Any, context: Context) -> Iterator[Problem]:
    most = context.rule("accident.extension")
    days = value_of(accident, context, "extension_days") or 0
    if not 0 < days <= most:
        yield Problem("extension_days", f"调查期限最多延长 {most} 日，请改正延长天数。")


def _findings(accident: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(accident, context, "direct_cause", "indirect_cause", "liability", "proposal")


def _reply(accident: Any, context: Context) -> Iterator[Problem]:
    yield from lacking(accident, context, "reply_no")


def _measures_done(accident: Any, context: Context) -> Iterator[Problem]:
    """A case is closed when every measure that it led to has been carried out."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the measures' book refers to this one

    del context
    rows: Any = book("accident_measure").model._base_manager
    measures = rows.filter(accident=accident)
    if not measures.exists():
        yield Problem("", "还没有登记整改措施，请先登记事故责任单位应落实的措施。")
    open_ = measures.exclude(state="verified").count()
    if open_:
        yield Problem("", f"还有 {open_} 项措施没有核实落实，不能结案。")


INVESTIGATE = Deadline(
    "accident.investigate", since=("reported",), pauses_in=("reviewed",), extended_by="extension_days"
)
WORKFLOW = Workflow(
    states=(
        State("reported", "已报告", date_field="occurred_on", deadline=INVESTIGATE, awaits=True),
        State("investigating", "调查中", date_field="joined_on", deadline=INVESTIGATE, awaits=True),
        State(
            "reviewed",
            "报告待批复",
            date_field="report_on",
            deadline=Deadline("accident.reply", by="grade"),
            awaits=True,
        ),
        State("replied", "措施落实中", date_field="replied_on", awaits=True),
        State("closed", "已结案", date_field="closed_on", final=True),
        State("noted", "不参与调查", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition(
            "join",
            "参与调查",
            ("reported",),
            "investigating",
            HANDLERS,
            asks=("group_lead", "participants"),
            fills=_joined,
            guard=_named,
        ),
        Transition("note", "登记不参与", ("reported",), "noted", HANDLERS, reason=True),
        Transition(
            "extend",
            "延长调查期限",
            ("investigating",),
            "investigating",
            HEAD,
            asks=("extension_days",),
            reason=True,
            fills=_still_joined,
            guard=_extension,
        ),
        Transition(
            "review",
            "提交调查报告",
            ("investigating",),
            "reviewed",
            HANDLERS,
            asks=("direct_cause", "indirect_cause", "liability", "proposal"),
            guard=_findings,
        ),
        Transition(
            "return_report",
            "报告退回补充",
            ("reviewed",),
            "investigating",
            HANDLERS,
            reason=True,
            fills=_still_joined,
        ),
        Transition("reply", "登记批复", ("reviewed",), "replied", HANDLERS, asks=("reply_no",), guard=_reply),
        Transition("close", "结案", ("replied",), "closed", HEAD, guard=_measures_done),
    ),
    takeover=HANDLERS,
)


class Liability(models.TextChoices):
    """事故责任."""

    FULL = "full", "全部责任"
    MAIN = "main", "主要责任"
    EQUAL = "equal", "同等责任"
    MINOR = "minor", "次要责任"
    NONE = "none", "无责任"


class Accident(Record):
    """事故：一起一行。"""

    accident_no = models.CharField("事故编号", max_length=30)
    occurred_on = models.DateField("发生日期")
    occurred_at = TimeField("发生时间")
    place = models.CharField("事故地点", max_length=150)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码", blank=True, null=True)
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    plate = PlateField("车牌号", blank=True, null=True)
    driver = models.CharField("驾驶员", max_length=50, blank=True, null=True)
    dead = models.PositiveIntegerField("死亡人数")
    injured = models.PositiveIntegerField("重伤人数")
    loss = MoneyField("直接经济损失", blank=True, null=True)
    grade = models.CharField("事故等级", max_length=10, choices=Grade, blank=True, help_text="按伤亡和损失得出")
    casualties_changed_on = models.DateField("伤亡变化补报日期", blank=True, null=True)
    unit_reported_on = models.DateField("单位报告日期", blank=True, null=True)
    unit_reported_at = TimeField("单位报告时间", blank=True, null=True)
    level_reported_on = models.DateField("上报市局日期", blank=True, null=True)
    level_reported_at = TimeField("上报市局时间", blank=True, null=True)
    unit_in_time = models.BooleanField("单位按时报告", null=True, editable=False)
    level_in_time = models.BooleanField("按时上报", null=True, editable=False)
    joined_on = models.DateField("参与调查日期", blank=True, null=True)
    group_lead = models.CharField("调查组牵头单位", max_length=100, blank=True, null=True)
    participants = models.CharField("中心参与人员", max_length=100, blank=True, null=True)
    participated = models.BooleanField("中心参与调查", default=False, editable=False)
    scene_evidence = models.CharField("现场取证", max_length=300, blank=True, null=True)
    extension_days = models.PositiveSmallIntegerField("延长天数", blank=True, null=True)
    direct_cause = models.TextField("直接原因", blank=True, null=True)
    indirect_cause = models.TextField("间接原因", blank=True, null=True)
    liability = models.CharField("营运车辆责任", max_length=10, choices=Liability, blank=True, null=True)
    proposal = models.TextField("处理建议", blank=True, null=True)
    report_on = models.DateField("调查报告日期", blank=True, null=True)
    reply_no = models.CharField("批复文号", max_length=60, blank=True, null=True)
    replied_on = models.DateField("批复日期", blank=True, null=True)
    closed_on = models.DateField("办结日期", blank=True, null=True)

    title = "道路运输事故台账"
    section = "safety"
    key_fields = ("accident_no",)
    period_field = "occurred_on"
    workflow = WORKFLOW
    rules = RULES
    operator_path = "operator__uscc"
    personal = ("driver",)
    kept_years = {"driver": 5}
    search_fields = ("accident_no", "place", "operator__name", "plate")
    list_fields = ("accident_no", "occurred_on", "place", "operator", "grade", "dead", "injured", "area", "state")
    filter_fields = ("grade", "sector", "liability")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "occurred_on": ("事故日期",),
        "occurred_at": ("事故时间",),
        "dead": ("死亡",),
        "injured": ("重伤", "受伤人数"),
        "plate": ("车牌号码",),
        "loss": ("经济损失",),
        "operator__name": ("单位名称", "肇事企业"),
    }

    class Meta:
        verbose_name = "道路运输事故"
        constraints = (models.UniqueConstraint(fields=("accident_no",), name="accident_once"),)

    def derive(self) -> None:
        super().derive()
        if self.occurred_on is None:
            return
        if not self.grade:
            self.grade = grade_of(self)
        self.participated = self.joined_on is not None
        self.unit_in_time = self._within("accident.unit_report", "occurred", "unit_reported")
        self.level_in_time = self._within("accident.level_report", "unit_reported", "level_reported")

    def _within(self, rule: str, since: str, until: str) -> bool | None:
        """Whether one moment follows another within the hours of a rule."""
        passed = self._minutes(since, until)
        return None if passed is None else passed <= rule_on(rule, self.occurred_on).value * HOUR

    def _minutes(self, since: str, until: str) -> int | None:
        columns = (f"{since}_on", f"{since}_at", f"{until}_on", f"{until}_at")
        return minutes_between(*(getattr(self, name) for name in columns))

    def problems(self) -> Iterator[Problem]:
        for column in ("occurred_at", "unit_reported_at", "level_reported_at"):
            if getattr(self, column) and clock_time(getattr(self, column)) is None:
                yield Problem(column, "时间须写作 16:05 的样子（24 小时制）。")
        for since, until in (("occurred", "unit_reported"), ("unit_reported", "level_reported")):
            if (self._minutes(since, until) or 0) < 0:
                yield Problem(f"{until}_at", "报告时间早于上一环节的时间，请核对。")
        yield from in_order(self, "occurred_on", "joined_on", "report_on", "replied_on", "closed_on")
        yield from owed(self, ("investigating", "reviewed", "replied", "closed"), "joined_on", "participants")
        yield from owed(self, ("reviewed", "replied", "closed"), "report_on", "direct_cause", "liability")
        yield from owed(self, ("replied", "closed"), "replied_on", "reply_no")
        if self.participants and not people_in(self.participants):
            yield Problem("participants", "请填写参与人员姓名，姓名之间用“、”隔开。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """The grade is what the losses come to; changed casualties are told within the days of the rule."""
        for index, record in enumerate(records):
            right = grade_of(record)
            if record.grade != right:
                text = f"按伤亡和损失应为{right.label}，请改正或清空事故等级。"
                yield index, Problem("grade", text)
            if record.casualties_changed_on is None:
                continue
            days = rule_on("accident.casualties", record.occurred_on).value
            if record.casualties_changed_on > record.occurred_on + timedelta(days=days):
                text = f"伤亡变化应在事故发生之日起 {days} 日内补报，本次逾期。"
                yield index, Problem("casualties_changed_on", text, Severity.WARNING)
