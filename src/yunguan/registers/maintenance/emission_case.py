"""排放超标车辆闭环 (I/M): a vehicle that fails the test goes to an M station and comes back until it passes.

大气污染防治法 art 53; 关于建立实施汽车排放检验与维护制度的通知（环大气〔2020〕31号）; GB 18285, GB 3847.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models

from yunguan.core.codes import vin
from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import PlateField, ReferenceField, VinField
from yunguan.registers.maintenance.limits import overdue_from
from yunguan.registers.maintenance.m_station import MStation
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.vehicle import Fuel, PlateColour

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
AT_WORK = HANDLERS | {"county"}
NOTICE = "关于建立实施汽车排放检验与维护制度的通知（环大气〔2020〕31号）"
OPEN = ("failed", "in_repair", "repaired")
LOOP = Deadline("emission_case.loop", since=OPEN)
YEAR = timedelta(days=365)

RULES = (
    Rule("emission_case.loop", "排放超标车辆闭环期限", 30, "日", NOTICE, confirmed=False),
    Rule("emission_case.often", "同一车辆一年内超标次数提示", 3, "次", NOTICE, confirmed=False),
)


class Method(models.TextChoices):
    """检测方法 (GB 18285-2018, GB 3847-2018)."""

    TWO_SPEED_IDLE = "two_speed_idle", "双怠速法"
    STEADY = "steady", "稳态工况法"
    TRANSIENT = "transient", "简易瞬态工况法"
    FREE_ACCELERATION = "free_acceleration", "自由加速法"
    LUG_DOWN = "lug_down", "加载减速法"


def repairs_of(case: Any) -> Any:
    """The repairs that the record system knows of a case."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the repairs' book refers to this one

    repairs: Any = book("emission_repair").model._base_manager
    return repairs.filter(case=case)


def _station_runs(case: Any, context: Context) -> Iterator[Problem]:
    station = context.given.get("station") or case.station
    if station.state != "running":
        yield Problem("station", f"“{station}”没有在运行，请改选运行中的M站。")


def _repair_recorded(case: Any, context: Context) -> Iterator[Problem]:
    """A repair counts as done when its record was uploaded: the retest asks for it."""
    done = repairs_of(case).filter(finished_on__gte=case.taken_in_on, finished_on__lte=context.on)
    if not done.exists():
        yield Problem("", "没有本次进厂的竣工维修记录，请先在《M站维修记录》中登记或导入。")
    elif not done.filter(uploaded_on__isnull=False, uploaded_on__lte=context.on).exists():
        yield Problem("", "维修记录还没有上传电子健康档案系统，不能登记竣工，请先上传。")


def _taken_in(case: Any, context: Context) -> dict[str, Any]:
    del context
    return {"rounds": case.rounds + 1}


def _within(case: Any, closed_on: date) -> bool | None:
    return None if case.overdue_from is None else closed_on < case.overdue_from


def _closed(case: Any, context: Context) -> dict[str, Any]:
    """Whether it was in time, and after how many days: kept, so that a past figure stays what it was."""
    return {"in_time": _within(case, context.on), "days_open": (context.on - case.tested_on).days}


def _retest_named(case: Any, context: Context) -> Iterator[Problem]:
    number = context.given.get("retest_no")
    if not number:
        yield Problem("retest_no", "请填写复检报告编号。")
    elif number == case.case_no:
        yield Problem("retest_no", "复检报告编号不能与首次检验报告相同，请核对。")


WORKFLOW = Workflow(
    states=(
        State("failed", "待送修", date_field="tested_on", deadline=LOOP, awaits=True),
        State("in_repair", "维修中", date_field="taken_in_on", deadline=LOOP, awaits=True),
        State("repaired", "待复检", date_field="repaired_on", deadline=LOOP, awaits=True),
        State("closed", "已闭环", date_field="closed_on", final=True),
        State("ended", "终止", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition(
            "take_in",
            "登记进厂",
            ("failed",),
            "in_repair",
            AT_WORK,
            asks=("station",),
            fills=_taken_in,
            guard=_station_runs,
        ),
        Transition("finish", "登记竣工", ("in_repair",), "repaired", AT_WORK, guard=_repair_recorded),
        Transition(
            "close",
            "复检合格闭环",
            ("repaired",),
            "closed",
            HANDLERS,
            asks=("retest_no",),
            fills=_closed,
            guard=_retest_named,
        ),
        Transition(
            "fail_again",
            "复检不合格再修",
            ("repaired",),
            "in_repair",
            HANDLERS,
            fills=_taken_in,
            guard=_retest_named,
            asks=("retest_no",),
        ),
        Transition("end", "终止（报废、迁出）", OPEN, "ended", HEAD, reason=True),
    ),
    takeover=HANDLERS,
)


class EmissionCase(Record):
    """排放超标车辆：一次检验不合格一行，从首检到复检合格。"""

    case_no = models.CharField("首检报告编号", max_length=40)
    plate = PlateField("车牌号")
    plate_colour = models.CharField("号牌颜色", max_length=2, choices=PlateColour)
    vin = VinField("车辆识别代号")
    fuel = models.CharField("燃料", max_length=2, choices=Fuel)
    test_station = models.CharField("检验机构（I站）", max_length=100)
    tested_on = models.DateField("首检日期")
    method = models.CharField("检测方法", max_length=20, choices=Method)
    excess = models.CharField("超标项目", max_length=100)
    measured = models.CharField("实测值", max_length=50, blank=True, null=True)
    limit_value = models.CharField("限值", max_length=50, blank=True, null=True)
    fault_code = models.CharField("OBD故障码", max_length=50, blank=True, null=True)
    station = ReferenceField(MStation, verbose_name="M站编号", blank=True, null=True)
    taken_in_on = models.DateField("进厂日期", blank=True, null=True)
    rounds = models.PositiveIntegerField("维修次数", default=0)
    repaired_on = models.DateField("竣工日期", blank=True, null=True)
    retest_no = models.CharField("复检报告编号", max_length=40, blank=True, null=True)
    closed_on = models.DateField("闭环日期", blank=True, null=True)
    ended_on = models.DateField("终止日期", blank=True, null=True)
    overdue_from = models.DateField("逾期起算日", blank=True, null=True, editable=False)
    in_time = models.BooleanField("按期闭环", blank=True, null=True, editable=False)
    days_open = models.PositiveIntegerField("闭环天数", blank=True, null=True, editable=False)

    title = "排放超标车辆闭环台账"
    section = "maintenance"
    key_fields = ("case_no",)
    period_field = "tested_on"
    workflow = WORKFLOW
    rules = RULES
    filed_by = frozenset({"county"})
    search_fields = ("case_no", "plate", "vin", "station__name")
    list_fields = ("case_no", "plate", "tested_on", "excess", "station", "rounds", "closed_on", "area", "state")
    filter_fields = ("fuel", "method")
    companions = {"station": ("M站名称", "name")}
    known_as = {
        "case_no": ("检验报告编号", "报告单编号"),
        "plate": ("车牌号码", "号牌号码"),
        "vin": ("车架号", "VIN"),
        "tested_on": ("检验日期", "检测日期"),
        "test_station": ("检测站", "检验机构"),
        "station__name": ("维修站",),
        "closed_on": ("复检合格日期",),
    }

    class Meta:
        verbose_name = "排放超标车辆闭环"
        constraints = (
            models.UniqueConstraint(fields=("case_no",), name="emission_case_once"),
            models.UniqueConstraint(fields=("vin",), condition=models.Q(state__in=OPEN), name="emission_case_one_open"),
        )
        indexes = (models.Index(fields=("tested_on", "state"), name="emission_case_day_state"),)

    def derive(self) -> None:
        if self.overdue_from is None and self.tested_on:
            self.overdue_from = overdue_from(self.tested_on, "emission_case.loop")
        if self.closed_on:
            self.in_time = _within(self, self.closed_on)
            self.days_open = (self.closed_on - self.tested_on).days

    def problems(self) -> Iterator[Problem]:
        doubt = vin.warning(self.vin)
        if doubt:
            yield Problem("vin", doubt, Severity.WARNING)
        yield from in_order(self, "tested_on", "taken_in_on", "repaired_on", "closed_on")
        yield from owed(self, ("in_repair", "repaired", "closed"), "station", "taken_in_on")
        yield from owed(self, ("repaired", "closed"), "repaired_on")
        yield from owed(self, ("closed",), "retest_no", "closed_on")
        if (self.rounds > 0) is not (self.taken_in_on is not None):
            yield Problem("rounds", "维修次数与进厂日期对不上，请核对其中一项。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A vehicle that fails again and again within a year is told, not refused."""
        saved = cls._base_manager.exclude(pk__in=[each.pk for each in records if each.pk])
        tests: dict[str, list[date]] = defaultdict(list)
        for each in (*having(saved, "vin", {each.vin for each in records}), *records):
            tests[each.vin].append(each.tested_on)
        for index, record in enumerate(records):
            found = sum(record.tested_on - YEAR < day <= record.tested_on for day in tests[record.vin])
            if found > 1 and found > rule_on("emission_case.often", record.tested_on).value:
                text = f"该车一年内已 {found} 次检验不合格，请核查维修质量或检验数据。"
                yield index, Problem("vin", text, Severity.WARNING)
