"""汽车客运站名录: the passenger stations of the city, by grade (JT/T 200), with what they offer."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.checks import in_order
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("operating", "营业", date_field="opened_on"),
        State("suspended", "停业", date_field="suspended_on", awaits=True),
        State("closed", "关闭", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition("suspend", "登记停业", ("operating",), "suspended", HANDLERS, reason=True),
        Transition(
            "resume",
            "恢复营业",
            ("suspended",),
            "operating",
            HANDLERS,
            fills=lambda station, _: {"opened_on": station.opened_on},
        ),
        Transition("close", "登记关闭", ("operating", "suspended"), "closed", frozenset({"head"}), reason=True),
    ),
    takeover=HANDLERS,
)


class StationGrade(models.TextChoices):
    """站级 (JT/T 200-2020; 四级 and 五级 are those of the edition before)."""

    FIRST = "1", "一级"
    SECOND = "2", "二级"
    THIRD = "3", "三级"
    FOURTH = "4", "四级"
    FIFTH = "5", "五级"
    HANDY = "6", "便捷车站"
    NONE = "9", "未评定"


class Station(Record):
    """汽车客运站：一个站一行。"""

    station_no = models.CharField("客运站编号", max_length=20)
    name = models.CharField("客运站名称", max_length=100)
    grade = models.CharField("站级", max_length=2, choices=StationGrade)
    grade_valid_to = models.DateField("站级有效期至", blank=True, null=True)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    address = models.CharField("地址", max_length=200, blank=True, null=True)
    bays = models.PositiveIntegerField("发车位数", blank=True, null=True)
    staff = models.PositiveIntegerField("职工人数", blank=True, null=True)
    real_name = models.BooleanField("实名售票检票", default=False)
    security_scan = models.BooleanField("行包安检设备", default=False)
    electronic_ticket = models.BooleanField("电子客票", default=False)
    elder_window = models.BooleanField("老年人服务窗口", default=False)
    mother_room = models.BooleanField("母婴候车室", default=False)
    parcel_service = models.BooleanField("小件快运", default=False)
    opened_on = models.DateField("营业日期")
    suspended_on = models.DateField("停业日期", blank=True, null=True)
    closed_on = models.DateField("关闭日期", blank=True, null=True)

    title = "汽车客运站名录"
    section = "stations"
    key_fields = ("station_no",)
    workflow = WORKFLOW
    shared = True
    operator_path = "operator__uscc"
    expires = ("grade_valid_to",)
    alike_by = ("name",)
    search_fields = ("station_no", "name", "operator__name")
    list_fields = ("station_no", "name", "grade", "operator", "bays", "staff", "area", "state")
    filter_fields = ("grade",)
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "name": ("站名", "车站名称"),
        "grade": ("车站等级", "等级"),
        "operator": ("信用代码",),
        "operator__name": ("经营单位", "业户名称"),
    }

    class Meta:
        verbose_name = "汽车客运站"
        constraints = (models.UniqueConstraint(fields=("station_no",), name="station_once"),)

    def __str__(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "opened_on", "suspended_on")
        yield from in_order(self, "opened_on", "closed_on")
        if self.grade != StationGrade.NONE and self.staff == 0:
            yield Problem("staff", "等级客运站的职工人数不能为 0，没有数据请留空。")
