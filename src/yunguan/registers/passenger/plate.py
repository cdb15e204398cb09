"""客运牌证发放: a row for every plate issued to an operator, until it comes back."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import State, Transition, Workflow
from yunguan.registers.fields import PlateField, ReferenceField
from yunguan.registers.passenger.plate_stock import PlateKind, PlateLevel, PlateStock, split_serial
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})

WORKFLOW = Workflow(
    states=(
        State("issued", "已发放", date_field="issued_on"),
        State("returned", "已交回", date_field="returned_on", awaits=True),
        State("written_off", "已核销", date_field="written_off_on", final=True),
        State("void", "作废", date_field="ended_on", final=True),
        State("lost", "遗失", date_field="ended_on", final=True),
    ),
    transitions=(
        Transition("return", "登记交回", ("issued",), "returned", HANDLERS),
        Transition("write_off", "核销", ("returned",), "written_off", HANDLERS, other_person=True),
        Transition("void", "作废", ("issued",), "void", frozenset({"head"}), reason=True),
        Transition("lose", "登记遗失", ("issued",), "lost", HANDLERS, reason=True),
    ),
    takeover=HANDLERS,
)


class Plate(Record):
    """客运标志牌：一块一行，牌号须在库存号段之内。"""

    serial = models.CharField("牌号", max_length=20)
    plate_kind = models.CharField("牌证种类", max_length=16, choices=PlateKind)
    level = models.CharField("运行范围", max_length=2, choices=PlateLevel)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    vehicle_plate = PlateField("车牌号", blank=True, null=True)
    reason = models.CharField("事由", max_length=50, blank=True, null=True)
    receiver = models.CharField("领取人", max_length=50, blank=True, null=True)
    issued_on = models.DateField("发放日期")
    returned_on = models.DateField("交回日期", blank=True, null=True)
    written_off_on = models.DateField("核销日期", blank=True, null=True)
    ended_on = models.DateField("作废或遗失日期", blank=True, null=True)

    title = "客运牌证发放台账"
    section = "passenger"
    key_fields = ("serial",)
    period_field = "issued_on"
    workflow = WORKFLOW
    rests_on = ("plate_stock",)
    operator_path = "operator__uscc"
    search_fields = ("serial", "vehicle_plate", "operator__name")
    list_fields = ("serial", "plate_kind", "level", "operator", "vehicle_plate", "issued_on", "area", "state")
    filter_fields = ("plate_kind", "level")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("领用单位", "业户名称"),
        "serial": ("标志牌号", "牌证编号"),
        "issued_on": ("领用日期", "发牌日期"),
        "plate_kind": ("种类", "牌证类型"),
        "level": ("范围", "类别"),
    }

    class Meta:
        verbose_name = "客运标志牌"
        constraints = (models.UniqueConstraint(fields=("serial",), name="plate_serial_once"),)
        indexes = (models.Index(fields=("issued_on", "plate_kind"), name="plate_issued_kind"),)

    def problems(self) -> Iterator[Problem]:
        if split_serial(self.serial) is None:
            yield Problem("serial", "牌号须为字母或汉字前缀加 4 至 10 位数字，如“湘包0001234”。")
        if self.returned_on and self.returned_on < self.issued_on:
            yield Problem("returned_on", "交回日期早于发放日期，请核对两个日期。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """Every serial lies in a range in stock, of the same kind and level, received before it was issued."""
        ranges: dict[str, list[tuple[int, int, PlateStock]]] = defaultdict(list)
        for kept in PlateStock.objects.order_by("prefix", "first_number"):
            ranges[kept.prefix].append((kept.first_number, kept.last_number, kept))
        for index, record in enumerate(records):
            parts = split_serial(record.serial)
            if parts is None:
                continue
            stock = _range_of(ranges[parts[0]], parts[1])
            if stock is None:
                yield index, Problem("serial", "库存中没有包含此牌号的号段，请先登记入库或核对牌号。")
            elif (stock.plate_kind, stock.level) != (record.plate_kind, record.level):
                yield index, Problem("plate_kind", "牌证种类或运行范围与库存号段登记的不一致，请核对。")
            elif stock.received_on > record.issued_on:
                yield index, Problem("issued_on", "发放日期早于该号段入库日期，请核对。")


def _range_of(ranges: list[tuple[int, int, PlateStock]], number: int) -> PlateStock | None:
    at = bisect_right(ranges, number, key=lambda each: each[0]) - 1
    if at < 0 or ranges[at][1] < number:
        return None
    return ranges[at][2]
