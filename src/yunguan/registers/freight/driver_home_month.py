"""司机之家月度运营: how many drivers a home served in a month, and what they complained of."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.freight.driver_home import DriverHome
from yunguan.registers.record import Record


class DriverHomeMonth(Record):
    """司机之家月度运营：一处一月一行。"""

    home = ReferenceField(DriverHome, verbose_name="司机之家编号")
    month_on = models.DateField("月份", help_text="填写当月第一天。")
    drivers = models.PositiveIntegerField("服务司机（人次）")
    parked = models.PositiveIntegerField("停放货车（辆次）")
    showers_taken = models.PositiveIntegerField("淋浴（人次）", blank=True, null=True)
    complaints = models.PositiveIntegerField("投诉（件）", default=0)
    settled = models.PositiveIntegerField("办结投诉（件）", default=0)

    title = "司机之家月度运营台账"
    section = "freight"
    key_fields = ("home", "month_on")
    period_field = "month_on"
    filed_by = frozenset({"operator", "county"})
    operator_path = "home__operator__uscc"
    search_fields = ("home__name", "home__home_no")
    list_fields = ("home", "month_on", "drivers", "parked", "complaints", "settled")
    companions = {"home": ("司机之家名称", "name")}
    known_as = {"drivers": ("服务人次",), "month_on": ("所属月份",)}

    class Meta:
        verbose_name = "司机之家月度运营"
        constraints = (models.UniqueConstraint(fields=("home", "month_on"), name="driver_home_month_once"),)

    def derive(self) -> None:
        if self.home_id:
            self.area = self.home.area

    def problems(self) -> Iterator[Problem]:
        if self.month_on.day != 1:
            yield Problem("month_on", f"月份须填写当月第一天，如 {self.month_on:%Y-%m}-01。")
        if self.settled > self.complaints:
            yield Problem("settled", "办结投诉多于投诉件数，请核对两个数。")
        opened = self.home.running_from
        if opened is None or (self.month_on.year, self.month_on.month) < (opened.year, opened.month):
            yield Problem("month_on", f"“{self.home}”当月还没有投入运营，请核对月份或编号。")
