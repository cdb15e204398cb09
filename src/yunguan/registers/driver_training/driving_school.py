"""驾校备案台账: the schools that filed with the centre or their county (道路运输条例 arts 38–39).

Since the licence became a filing, the office checks papers once: what is missing is told in one list, and a filing
whose papers are still not fit afterwards is declined.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, numbered, owed
from yunguan.registers.driver_training.licence_classes import class_problems, teaches_heavy
from yunguan.registers.driver_training.of_school import HEAD, KEEPERS, REGULATION, SCHOOLS, SchoolRecord
from yunguan.registers.driver_training.school_filing_item import SchoolFilingItem
from yunguan.registers.driver_training.school_filing_paper import SchoolFilingPaper
from yunguan.registers.fields import MobileField

IN_FORCE_SINCE = date(2022, 11, 1)
CHECK = Deadline("driving_school.check", since=("submitted",), pauses_in=("supplement",))
CHANGE = Deadline("driving_school.check")


def _rule(code: str, title: str, value: int, unit: str, doc_no: str = REGULATION) -> Rule:
    return Rule(f"driving_school.{code}", title, value, unit, doc_no, effective_from=IN_FORCE_SINCE, confirmed=False)


RULES = (
    _rule("check", "驾校备案核对期限", 5, "工作日"),
    _rule("supplement", "驾校备案补正期限", 20, "工作日", "中心驾校备案办理要求"),
    _rule("end_notice", "驾校终止经营提前告知期限", 30, "日"),
    _rule("fleet.1", "一级驾校教学车辆最低数", 80, "台", "机动车驾驶员培训机构资格条件（GB/T 30340-2013）"),
    _rule("fleet.2", "二级驾校教学车辆最低数", 40, "台", "机动车驾驶员培训机构资格条件（GB/T 30340-2013）"),
    _rule("fleet.3", "三级驾校教学车辆最低数", 20, "台", "机动车驾驶员培训机构资格条件（GB/T 30340-2013）"),
)


def lacking(school: Any, day: date) -> list[str]:
    """What the list in force on a day asks for and is not there or not fit, in the order of the list, with reasons."""
    asked = SchoolFilingItem._base_manager.filter(effective_from__lte=day)
    asked = asked.filter(Q(effective_to__isnull=True) | Q(effective_to__gte=day)).order_by("order", "item_no")
    papers = {paper.item_id: paper for paper in SchoolFilingPaper._base_manager.filter(operator=school.operator_id)}
    return [text for item in asked if (text := _lack(item, papers.get(item.pk)))]


def _lack(item: Any, paper: Any) -> str:
    if paper is None:
        return f"{item.name}（未提交）"
    if paper.state == "unfit":
        return f"{item.name}（{paper.remark}）"
    return f"{item.name}（尚未核对）" if paper.state == "received" else ""


def _complete(school: Any, context: Context) -> Iterator[Problem]:
    if missing := lacking(school, context.on):
        yield Problem("missing_items", f"材料不齐或不符合：{'；'.join(missing)}。不能备案，请先核对材料或要求补正。")
    least = context.rule(f"driving_school.fleet.{school.grade}") if school.grade else 0
    if school.fleet < least:
        text = f"{school.get_grade_display()}驾校教学车辆应不少于 {least} 台，申报 {school.fleet} 台，请核对类别。"
        yield Problem("fleet", text, Severity.WARNING)


def _told_once(school: Any, context: Context) -> Iterator[Problem]:
    if school.supplement_asked_on:
        text = f"已于 {school.supplement_asked_on:%Y-%m-%d} 一次性告知补正，不能再次要求；仍不符合的请“不予备案”。"
        yield Problem("missing_items", text)
    if not context.given.get("missing_items") and not lacking(school, context.on):
        yield Problem("missing_items", "材料齐全且符合，没有需要补正的内容，请办理备案。")


def _missing_items(school: Any, context: Context) -> dict[str, Any]:
    """The one list of everything that is missing, drawn up from the papers where none was typed."""
    return {"missing_items": "；".join(lacking(school, context.on)) + "。"}


def _fresh_case(school: Any, context: Context) -> dict[str, Any]:
    """A new case begins without what the old one came to: it may be told once more what is missing."""
    del school
    told = ("supplement_asked_on", "missing_items", "checked_on", "filing_no", "filed_on")
    ended = ("end_notified_on", "learners_settled", "ended_on")
    return {**dict.fromkeys((*told, *ended)), "submitted_on": context.on}


def _change_described(school: Any, context: Context) -> Iterator[Problem]:
    if not context.given.get("change_items"):
        yield Problem("change_items", "申请变更须写明变更事项，如名称、法定代表人、地址、车型。")
    del school


def _changed(school: Any, context: Context) -> dict[str, Any]:
    """The day of the first filing stays."""
    return {"filed_on": school.filed_on, "changed_on": context.on}


def _first_filed(school: Any, context: Context) -> dict[str, Any]:
    del context
    return {"filed_on": school.filed_on}


def _may_end(school: Any, context: Context) -> Iterator[Problem]:
    told = context.given.get("end_notified_on", school.end_notified_on)
    earliest = told + timedelta(days=context.rule("driving_school.end_notice"))
    if context.on < earliest:
        yield Problem("end_notified_on", f"终止经营须提前告知，最早可于 {earliest:%Y-%m-%d} 终止，请核对告知日期。")
    if not context.given.get("learners_settled", school.learners_settled):
        yield Problem("learners_settled", "在训学员尚未妥善安置，不能终止，请先督促驾校安置学员。")


WORKFLOW = Workflow(
    states=(
        State("draft", "草稿", awaits=True),
        State("submitted", "已提交", date_field="submitted_on", deadline=CHECK, awaits=True),
        State("checking", "核对中", date_field="checked_on", deadline=CHECK, awaits=True),
        State(
            "supplement",
            "待补正",
            date_field="supplement_asked_on",
            deadline=Deadline("driving_school.supplement"),
            awaits=True,
        ),
        State("declined", "不予备案", date_field="declined_on"),
        State("filed", "已备案", date_field="filed_on"),
        State("changing", "变更核对中", date_field="change_asked_on", deadline=CHANGE, awaits=True),
        State("suspended", "暂停经营", date_field="suspended_on"),
        State("ended", "终止经营", date_field="ended_on"),
    ),
    transitions=(
        Transition("submit", "提交", ("draft",), "submitted", SCHOOLS),
        Transition("check", "开始核对", ("submitted",), "checking", KEEPERS),
        Transition(
            "ask_supplement",
            "一次性告知补正",
            ("submitted", "checking"),
            "supplement",
            KEEPERS,
            asks=("missing_items",),
            fills=_missing_items,
            guard=_told_once,
        ),
        Transition("resubmit", "补正后提交", ("supplement",), "checking", SCHOOLS),
        Transition(
            "file",
            "准予备案",
            ("submitted", "checking"),
            "filed",
            HEAD,
            asks=("filing_no",),
            other_person=True,
            fills=numbered("driving_school.filing_no", "filing_no", "衡道运驾备〔{年度}〕{序号4}号"),
            guard=_complete,
        ),
        Transition("decline", "不予备案", ("checking", "supplement"), "declined", HEAD, reason=True),
        Transition("apply_again", "重新申报", ("declined", "ended"), "submitted", SCHOOLS, fills=_fresh_case),
        Transition(
            "ask_change",
            "申请变更",
            ("filed",),
            "changing",
            SCHOOLS,
            asks=("change_items",),
            guard=_change_described,
        ),
        Transition("confirm_change", "准予变更", ("changing",), "filed", HEAD, fills=_changed),
        Transition("refuse_change", "不予变更", ("changing",), "filed", HEAD, reason=True, fills=_first_filed),
        Transition("suspend", "暂停经营", ("filed", "changing"), "suspended", KEEPERS, reason=True),
        Transition("resume", "恢复经营", ("suspended",), "filed", KEEPERS, fills=_first_filed),
        Transition(
            "end",
            "终止经营",
            ("filed", "changing", "suspended"),
            "ended",
            HEAD,
            asks=("end_notified_on", "learners_settled"),
            guard=_may_end,
        ),
    ),
    takeover=KEEPERS,
)
FILED = ("filed", "changing", "suspended", "ended")


class Kind(models.TextChoices):
    """What a school is: the report counts schools and commercial training grounds apart."""

    SCHOOL = "school", "驾校"
    COMMERCIAL = "commercial", "经营性驾培机构"


class Grade(models.TextChoices):
    """类别 of ordinary driver training."""

    FIRST = "1", "一级"
    SECOND = "2", "二级"
    THIRD = "3", "三级"


class DrivingSchool(SchoolRecord):
    """驾校备案：一所驾校一行。"""

    kind = models.CharField("机构性质", max_length=12, choices=Kind)
    grade = models.CharField("培训类别", max_length=2, choices=Grade, blank=True, null=True)
    classes = models.CharField("培训车型", max_length=60)
    heavy_vehicle = models.BooleanField("大型车辆培训", default=False, editable=False)
    professional = models.BooleanField("从业资格培训", default=False)
    fleet = models.PositiveIntegerField("申报教学车辆数")
    simulators = models.PositiveIntegerField("模拟器数", default=0)
    classrooms = models.PositiveIntegerField("教室数", default=0)
    contact = models.CharField("负责人", max_length=50)
    contact_mobile = MobileField("负责人手机")
    in_work_group = models.BooleanField("已入工作群", default=False)
    submitted_on = models.DateField("提交日期", blank=True, null=True)
    checked_on = models.DateField("核对日期", blank=True, null=True)
    supplement_asked_on = models.DateField("告知补正日期", blank=True, null=True)
    missing_items = models.TextField("补正内容", blank=True, null=True)
    declined_on = models.DateField("不予备案日期", blank=True, null=True)
    filing_no = models.CharField("备案编号", max_length=40, blank=True, null=True)
    filed_on = models.DateField("备案日期", blank=True, null=True)
    change_asked_on = models.DateField("申请变更日期", blank=True, null=True)
    change_items = models.TextField("变更事项", blank=True, null=True)
    changed_on = models.DateField("最近变更日期", blank=True, null=True)
    suspended_on = models.DateField("暂停日期", blank=True, null=True)
    end_notified_on = models.DateField("终止告知日期", blank=True, null=True)
    learners_settled = models.BooleanField("在训学员已安置", blank=True, null=True)
    ended_on = models.DateField("终止日期", blank=True, null=True)

    title = "驾校备案台账"
    key_fields = ("operator",)
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"operator", "county"})
    personal = ("contact",)
    search_fields = ("operator__name", "filing_no")
    list_fields = ("operator", "kind", "grade", "classes", "filing_no", "filed_on", "area", "state")
    filter_fields = ("kind", "grade", "heavy_vehicle", "professional")
    known_as = {
        **SchoolRecord.known_as,
        "filed_on": ("备案时间",),
        "contact_mobile": ("联系电话", "联系方式"),
        "classes": ("准教车型", "车型"),
    }

    class Meta:
        verbose_name = "驾校备案"
        constraints = (
            models.UniqueConstraint(fields=("operator",), name="driving_school_once"),
            models.UniqueConstraint(fields=("filing_no",), name="driving_school_filing_no_once"),
        )

    def derive(self) -> None:
        super().derive()
        self.heavy_vehicle = teaches_heavy(self.classes or "")

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from class_problems(self, "classes")
        if self.kind == Kind.SCHOOL and not self.grade:
            yield Problem("grade", "驾校须填写培训类别（一级、二级或三级）。")
        yield from in_order(self, "submitted_on", "filed_on", "change_asked_on", "ended_on")
        yield from owed(self, ("submitted", "checking", "supplement", "declined"), "submitted_on")
        yield from owed(self, ("supplement",), "supplement_asked_on", "missing_items")
        yield from owed(self, FILED, "filing_no", "filed_on")
        yield from owed(self, ("changing",), "change_asked_on", "change_items")
        yield from owed(self, ("suspended",), "suspended_on")
        yield from owed(self, ("ended",), "end_notified_on", "ended_on")
