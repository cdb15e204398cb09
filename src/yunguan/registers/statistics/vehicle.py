"""营运车辆名录: the vehicles that operators run."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.codes import vin
from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import PlateField, ReferenceField, VinField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

KEEPERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("operating", "营运", date_field="registered_on"),
        State("stopped", "停运", date_field="stopped_on"),
        State("moved", "迁出", date_field="ended_on", final=True),
        State("scrapped", "报废", date_field="ended_on", final=True),
        State("cancelled", "注销", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("stop", "登记停运", ("operating",), "stopped", KEEPERS, reason=True),
        Transition("resume", "恢复营运", ("stopped",), "operating", KEEPERS),
        Transition("move_away", "登记迁出", ("operating", "stopped"), "moved", KEEPERS, reason=True),
        Transition("scrap", "登记报废", ("operating", "stopped"), "scrapped", KEEPERS),
        Transition("cancel", "登记注销", ("operating", "stopped"), "cancelled", KEEPERS, reason=True),
    ),
    takeover=KEEPERS,
)


class PlateColour(models.TextChoices):
    """号牌颜色 (JT/T 697.7)."""

    BLUE = "1", "蓝"
    YELLOW = "2", "黄"
    BLACK = "3", "黑"
    WHITE = "4", "白"
    GREEN = "5", "绿"
    OTHER = "9", "其他"
    YELLOW_GREEN = "93", "黄绿"
    FADING_GREEN = "94", "渐变绿"


class Fuel(models.TextChoices):
    """燃料种类 (JT/T 697.7, 5.4.5)."""

    PETROL = "1", "汽油"
    DIESEL = "2", "柴油"
    NATURAL_GAS = "3", "天然气"
    LPG = "4", "液化气"
    ELECTRIC = "5", "电动"
    OTHER = "9", "其他"


class TechnicalGrade(models.TextChoices):
    """技术等级 (JT/T 697.7)."""

    NOT_RATED = "0", "未评定"
    FIRST = "1", "一级"
    SECOND = "2", "二级"
    FAILED = "9", "不合格"


class Vehicle(Record):
    """营运车辆：业户名下从事道路运输的车辆。"""

    plate = PlateField("车牌号")
    plate_colour = models.CharField("号牌颜色", max_length=2, choices=PlateColour)
    operator = ReferenceField(Operator, verbose_name="业户统一社会信用代码")
    sector = models.CharField("行业类别", max_length=20, choices=Sector)
    brand = models.CharField("厂牌型号", max_length=50, blank=True, null=True)
    vin = VinField("车辆识别代号", blank=True, null=True)
    engine_no = models.CharField("发动机号", max_length=30, blank=True, null=True)
    seats = models.PositiveIntegerField("核定载客", blank=True, null=True)
    tonnage_kg = models.PositiveIntegerField("核定载质量（千克）", blank=True, null=True)
    fuel = models.CharField("燃料", max_length=2, choices=Fuel, blank=True, null=True)
    certificate_no = models.CharField("道路运输证号", max_length=20, blank=True, null=True)
    technical_grade = models.CharField("技术等级", max_length=2, choices=TechnicalGrade, blank=True, null=True)
    insured_to = models.DateField("承运人责任险止期", blank=True, null=True)
    registered_on = models.DateField("登记日期")
    stopped_on = models.DateField("停运日期", blank=True, null=True)
    ended_on = models.DateField("退出日期", blank=True, null=True)

    title = "营运车辆名录"
    section = "statistics"
    key_fields = ("plate", "plate_colour")
    workflow = WORKFLOW
    shared = True
    expires = ("insured_to",)
    operator_path = "operator__uscc"
    search_fields = ("plate", "certificate_no")
    list_fields = ("plate", "plate_colour", "operator", "sector", "seats", "area", "state")
    filter_fields = ("sector", "fuel", "technical_grade")
    companions = {"operator": ("业户名称", "name")}
    known_as = {
        "plate": ("车牌号码", "号牌号码", "车号"),
        "operator": ("统一社会信用代码", "信用代码"),
        "operator__name": ("企业名称", "所属企业"),
        "seats": ("座位数", "核定座位"),
        "registered_on": ("落户日期",),
        "vin": ("车架号", "VIN"),
    }

    class Meta:
        verbose_name = "营运车辆"
        constraints = (models.UniqueConstraint(fields=("plate", "plate_colour"), name="vehicle_plate_once"),)
        indexes = (models.Index(fields=("area", "sector"), name="vehicle_area_sector"),)

    def problems(self) -> Iterator[Problem]:
        doubt = vin.warning(self.vin) if self.vin else None
        if doubt:
            yield Problem("vin", doubt, Severity.WARNING)
        if self.sector == Sector.PASSENGER and self.seats == 0:
            yield Problem("seats", "客运车辆的核定载客不能为 0，请填写行驶证上的人数。")
