"""客运牌证库存: plates received from the province, as ranges of serials that never overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.record import Record

SERIAL = re.compile(r"^([A-Z\u4e00-\u9fff]{1,6})([0-9]{4,10})$")


class PlateKind(models.TextChoices):
    """标志牌种类 (JT/T 415-2006, 5.5.1: 310, 320, 330)."""

    ROUTE = "route", "班车牌"
    CHARTER = "charter", "包车牌"
    EXTRA = "extra", "加班牌"


class PlateLevel(models.TextChoices):
    """运行范围 (JT/T 415-2006, 5.5.1, third digit)."""

    INTRA_COUNTY = "1", "县内"
    INTER_COUNTY = "2", "县际"
    INTER_CITY = "3", "市际"
    INTER_PROVINCIAL = "4", "省际"


def split_serial(text: str) -> tuple[str, int] | None:
    """Prefix and number of a serial such as 湘包0001234; None where it is not of that form."""
    match = SERIAL.match(text)
    return (match.group(1), int(match.group(2))) if match else None


class PlateStock(Record):
    """牌证入库：一批一段连续牌号一行。"""

    batch_no = models.CharField("入库批号", max_length=30)
    plate_kind = models.CharField("牌证种类", max_length=16, choices=PlateKind)
    level = models.CharField("运行范围", max_length=2, choices=PlateLevel)
    serial_from = models.CharField("起始牌号", max_length=20)
    serial_to = models.CharField("截止牌号", max_length=20)
    received_on = models.DateField("入库日期")
    source = models.CharField("来源", max_length=50, blank=True, null=True)
    keeper = models.CharField("保管人", max_length=50, blank=True, null=True)
    prefix = models.CharField("牌号前缀", max_length=6, editable=False)
    first_number = models.BigIntegerField("起始序号", editable=False)
    last_number = models.BigIntegerField("截止序号", editable=False)

    title = "客运牌证库存"
    section = "passenger"
    key_fields = ("batch_no",)
    period_field = "received_on"
    internal = True
    search_fields = ("batch_no", "serial_from")
    list_fields = ("batch_no", "plate_kind", "level", "serial_from", "serial_to", "received_on")
    filter_fields = ("plate_kind", "level")

    class Meta:
        verbose_name = "牌证入库"
        constraints = (models.UniqueConstraint(fields=("batch_no",), name="plate_stock_once"),)
        indexes = (models.Index(fields=("prefix", "first_number"), name="plate_stock_range"),)

    def derive(self) -> None:
        low, high = split_serial(self.serial_from or ""), split_serial(self.serial_to or "")
        self.prefix, self.first_number = low or ("", 0)
        self.last_number = high[1] if high else 0

    def problems(self) -> Iterator[Problem]:
        low, high = split_serial(self.serial_from), split_serial(self.serial_to)
        for name, found in (("serial_from", low), ("serial_to", high)):
            if found is None:
                yield Problem(name, "牌号须为字母或汉字前缀加 4 至 10 位数字，如“湘包0001234”。")
        if low and high and low[0] != high[0]:
            yield Problem("serial_to", "起止牌号的前缀不同，请分行登记。")
        elif low and high and high[1] < low[1]:
            yield Problem("serial_to", "截止牌号小于起始牌号，请核对。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """No two ranges of one prefix overlap, neither here nor with what is in stock."""
        known = [
            (stock.prefix, stock.first_number, stock.last_number, stock.batch_no)
            for stock in cls._base_manager.exclude(pk__in=[r.pk for r in records if r.pk])
        ]
        for index, record in enumerate(records):
            mine = (record.prefix, record.first_number, record.last_number, record.batch_no)
            if not record.prefix:
                continue
            clash = next((other for other in known if _overlap(mine, other)), None)
            if clash:
                yield index, Problem("serial_from", f"牌号段与批号“{clash[3]}”重叠，请核对起止牌号。")
            known.append(mine)


def _overlap(one: tuple[str, int, int, str], other: tuple[str, int, int, str]) -> bool:
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
