"""公交线路台账: the lines of the city's buses, as they run today.

Source: 城市公共交通条例（国务院令第793号）; 城市公共汽车和电车客运管理规定（交通运输部令2017年第5号）.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import ReferenceField, TimeField
from yunguan.registers.record import Record
from yunguan.registers.sectors import Sector
from yunguan.registers.statistics.operator import Operator

KEEPERS = frozenset({"clerk", "head"})
RULES = (
    Rule("bus_line.notice", "公交停运提前告知期限", 30, "日", "城市公共交通条例（国务院令第793号）", "第二十七条"),
)


def _told_ahead(line: Any, context: Context) -> Iterator[Problem]:
    """A line ends only after the city agreed and the public was told so many days before."""
    del line
    told, document = context.given.get("end_told_on"), context.given.get("end_doc_no")
    days = context.rule("bus_line.notice")
    if told is None or not document:
        yield Problem("end_told_on", "停运须先经同意并告知公众，请填写告知日期和同意文号。")
    elif told + timedelta(days=days) > context.on:
        yield Problem("end_told_on", f"停运须提前 {days} 日告知公众，还没有满 {days} 日。")


def _opening_kept(line: Any, context: Context) -> dict[str, Any]:
    """A line that runs again was opened when it was opened."""
    del context
    return {"opened_on": line.opened_on}


WORKFLOW = Workflow(
    states=(
        State("operating", "运营", date_field="opened_on"),
        State("suspended", "暂停", date_field="suspended_on", awaits=True),
        State("withdrawn", "停运", date_field="withdrawn_on", final=True),
    ),
    transitions=(
        Transition("suspend", "登记暂停", ("operating",), "suspended", KEEPERS, reason=True),
        Transition(
            "resume",
            "恢复运营",
            ("suspended",),
            "operating",
            KEEPERS,
            fills=_opening_kept,
        ),
        Transition(
            "withdraw",
            "登记停运",
            ("operating", "suspended"),
            "withdrawn",
            frozenset({"head"}),
            asks=("end_told_on", "end_doc_no"),
            reason=True,
            guard=_told_ahead,
        ),
    ),
    takeover=KEEPERS,
)


class BusLine(Record):
    """公交线路：一条线路一行，走向见线路走向台账。"""

    line_no = models.CharField("线路编号", max_length=20)
    name = models.CharField("线路名称", max_length=50)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    opened_on = models.DateField("开通日期")
    first_at = TimeField("首班时间")
    last_at = TimeField("末班时间")
    headway = models.PositiveSmallIntegerField("发车间隔（分钟）", blank=True, null=True)
    vehicles = models.PositiveIntegerField("配车数")
    electric = models.PositiveIntegerField("新能源车数", default=0)
    low_floor = models.PositiveIntegerField("低地板车数", default=0)
    suspended_on = models.DateField("暂停日期", blank=True, null=True)
    end_told_on = models.DateField("停运告知日期", blank=True, null=True)
    end_doc_no = models.CharField("停运同意文号", max_length=60, blank=True, null=True)
    withdrawn_on = models.DateField("停运日期", blank=True, null=True)

    title = "公交线路台账"
    section = "urban_transit"
    key_fields = ("line_no",)
    workflow = WORKFLOW
    rules = RULES
    shared = True
    operator_path = "operator__uscc"
    search_fields = ("line_no", "name", "operator__name")
    list_fields = ("line_no", "name", "operator", "vehicles", "electric", "headway", "area", "state")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "line_no": ("线路", "路别"),
        "operator__name": ("运营企业", "所属公司"),
        "vehicles": ("车辆数", "配车"),
        "first_at": ("首班车",),
        "last_at": ("末班车",),
    }

    class Meta:
        verbose_name = "公交线路"
        constraints = (models.UniqueConstraint(fields=("line_no",), name="bus_line_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.operator.sector != Sector.BUS:
            yield Problem("operator", "公交线路须由城市公交企业运营，请核对企业。")
        for column, name in (("electric", "新能源车"), ("low_floor", "低地板车")):
            if getattr(self, column) > self.vehicles:
                yield Problem(column, f"{name}数多于配车数，请核对两个数。")
        yield from owed(self, ("suspended",), "suspended_on")
        yield from owed(self, ("withdrawn",), "withdrawn_on")
