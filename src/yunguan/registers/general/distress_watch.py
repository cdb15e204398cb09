"""困难企业月度监测: what a company in distress owes, what stands still, and in what mood its people are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Rule
from yunguan.office.rules import rule_on
from yunguan.registers.fields import MoneyField, ReferenceField, SectionField
from yunguan.registers.record import CommonRecord
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

DECEMBER = 12
RULES = (
    Rule(
        "distress_watch.months_owed",
        "欠薪达到重点监测的月数",
        3,
        "月",
        "困难企业保畅维稳监测安排（按本单位规定核对）",
        confirmed=False,
    ),
)


class Mood(models.TextChoices):
    """职工情绪."""

    STABLE = "stable", "稳定"
    UNEASY = "uneasy", "有波动"
    TENSE = "tense", "对立激化"


class Watch(models.TextChoices):
    """监测等级."""

    BLUE = "blue", "一般关注"
    YELLOW = "yellow", "重点监测"
    RED = "red", "紧急处置"


class DistressWatch(CommonRecord):
    """困难企业监测：一家企业一个月一行。"""

    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    month = models.DateField("监测月份（当月1日）")
    sector = models.CharField("行业类别", max_length=20, choices=Sector, editable=False)
    staff = models.PositiveIntegerField("在册职工人数")
    months_owed = models.PositiveSmallIntegerField("欠薪月数")
    wages_owed = MoneyField("拖欠工资")
    people_owed = models.PositiveIntegerField("涉及职工人数")
    insurance_unpaid = MoneyField("欠缴五险一金")
    vehicles = models.PositiveIntegerField("营运车辆数")
    vehicles_stopped = models.PositiveIntegerField("停运车辆数")
    mood = models.CharField("职工情绪", max_length=8, choices=Mood)
    level = models.CharField("监测等级", max_length=8, choices=Watch)
    events = models.TextField("主要动态", blank=True, default="")
    measures = models.TextField("已采取措施", blank=True, default="")
    kept_by = SectionField("监测科室", blank=True, default="")
    watcher = models.CharField("监测人", max_length=50)
    reported_on = models.DateField("上报日期", blank=True, null=True)
    year_end = models.BooleanField("年末监测", default=False, editable=False)

    title = "困难企业监测台账"
    section = "general"
    key_fields = ("operator", "month")
    period_field = "month"
    rules = RULES
    internal = True
    search_fields = ("operator__name", "events")
    list_fields = (
        "operator",
        "month",
        "months_owed",
        "wages_owed",
        "insurance_unpaid",
        "vehicles_stopped",
        "mood",
        "level",
    )
    filter_fields = ("sector", "mood", "level", "kept_by")
    companions = {"operator": ("企业名称", "name")}
    known_as = {"month": ("月份",), "wages_owed": ("欠薪金额",), "insurance_unpaid": ("欠缴社保金额",)}

    class Meta:
        verbose_name = "困难企业监测"
        constraints = (models.UniqueConstraint(fields=("operator", "month"), name="distress_watch_once"),)

    def derive(self) -> None:
        if self.operator_id:
            self.sector = self.operator.sector
        self.year_end = self.month is not None and self.month.month == DECEMBER

    def problems(self) -> Iterator[Problem]:
        if self.month.day != 1:
            yield Problem("month", "监测月份请填写当月 1 日，如 2023-10-01。")
        for part, whole in (("vehicles_stopped", "vehicles"), ("people_owed", "staff")):
            if getattr(self, part) > getattr(self, whole):
                yield Problem(part, f"{_label(self, part)}超过{_label(self, whole)}，请核对两个数字。")
        if bool(self.months_owed) is not bool(self.wages_owed):
            yield Problem("wages_owed", "欠薪月数与拖欠工资须同时有数或同时为 0，请核对。")
        if self.mood == Mood.TENSE and self.level != Watch.RED:
            yield Problem("level", "职工情绪对立激化的企业，监测等级应为“紧急处置”，请核对。", Severity.WARNING)
        if self.level == Watch.RED and not self.reported_on:
            yield Problem("reported_on", "紧急处置的企业须当月上报，请填写上报日期。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Wages owed for so many months want more than ordinary attention."""
        limits: dict[Any, int] = {}
        for index, record in enumerate(records):
            if record.month not in limits:
                limits[record.month] = rule_on("distress_watch.months_owed", record.month).value
            if record.level == Watch.BLUE and record.months_owed >= limits[record.month]:
                text = f"欠薪已达 {record.months_owed} 个月，请至少列为“重点监测”。"
                yield index, Problem("level", text, Severity.WARNING)


def _label(record: DistressWatch, column: str) -> str:
    return str(record._meta.get_field(column).verbose_name)  # type: ignore[union-attr]
