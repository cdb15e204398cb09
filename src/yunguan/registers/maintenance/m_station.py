"""汽车排放性能维护（维修）站 (M站): repair shops that may put right what an emission test found.

环大气〔2020〕31号; 汽车排放检验机构和汽车排放性能维护（维修）站数据交换规范.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, Deadline, Rule, State, Transition, Workflow
from yunguan.registers.checks import in_order, owed
from yunguan.registers.fields import ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
APPLICANTS = HANDLERS | {"operator", "county"}
NOTICE = "关于建立实施汽车排放检验与维护制度的通知（环大气〔2020〕31号）"

RULES = (
    Rule("m_station.check", "M站申报核对期限", 10, "工作日", NOTICE, confirmed=False),
    Rule("m_station.technicians", "M站排放维修技术人员下限", 2, "人", NOTICE, confirmed=False),
)
EQUIPMENT = {"diagnostic_kit": "车载诊断（OBD）诊断仪", "repair_bench": "排放维修专用工位"}


class Serves(models.TextChoices):
    """Which engines a station repairs."""

    PETROL = "petrol", "汽油车"
    DIESEL = "diesel", "柴油车"
    BOTH = "both", "汽油车和柴油车"


def is_filed(operator: Any) -> bool:
    """Whether a repairer has a filed shop of the first or second class."""
    from yunguan.registers.book import book  # noqa: PLC0415 - another book of this folder

    shops: Any = book("repair_shop").model._base_manager
    return bool(
        shops.filter(operator=operator, state__in=("filed", "changing"), shop_class__in=("041", "042")).exists()
    )


def _fit(station: Any, context: Context) -> Iterator[Problem]:
    """A filed shop, the equipment for its fuels, and people enough."""
    if not is_filed(station.operator):
        yield Problem("operator", "该企业没有已备案的一类或二类汽车维修经营场所，不能设为M站，请先办理维修备案。")
    for column, name in EQUIPMENT.items():
        if not getattr(station, column):
            yield Problem(column, f"缺{name}，不能认定，请补齐后再办。")
    if station.serves in {Serves.PETROL, Serves.BOTH} and not station.gas_analyser:
        yield Problem("gas_analyser", "维修汽油车须有排气分析仪，请补齐后再办。")
    if station.serves in {Serves.DIESEL, Serves.BOTH} and not station.smoke_meter:
        yield Problem("smoke_meter", "维修柴油车须有不透光烟度计，请补齐后再办。")
    least = context.rule("m_station.technicians")
    if station.technicians < least:
        yield Problem("technicians", f"排放维修技术人员须有 {least} 人以上，现有 {station.technicians} 人。")


def _connected(station: Any, context: Context) -> Iterator[Problem]:
    """Data must flow both ways before a vehicle is sent: the record system and the emission test's system."""
    for column in ("record_system_on", "emission_system_on"):
        if not (context.given.get(column) or getattr(station, column)):
            label = station._meta.get_field(column).verbose_name
            yield Problem(column, f"“{label}”没有填写，两个系统都接通后才能投入运行。")


WORKFLOW = Workflow(
    states=(
        State("applied", "申报待核对", date_field="applied_on", deadline=Deadline("m_station.check"), awaits=True),
        State("returned", "退回补齐", date_field="returned_on", awaits=True),
        State("approved", "已认定待联网", date_field="approved_on", awaits=True),
        State("running", "运行", date_field="running_from"),
        State("suspended", "暂停", date_field="suspended_on", awaits=True),
        State("withdrawn", "已退出", date_field="withdrawn_on", final=True),
    ),
    transitions=(
        Transition("return", "退回补齐", ("applied",), "returned", HANDLERS, asks=("missing_items",)),
        Transition("resubmit", "补齐后提交", ("returned",), "applied", APPLICANTS),
        Transition("approve", "核对认定", ("applied",), "approved", HEAD, other_person=True, guard=_fit),
        Transition(
            "run",
            "投入运行",
            ("approved",),
            "running",
            HANDLERS,
            asks=("record_system_on", "emission_system_on"),
            guard=_connected,
        ),
        Transition("suspend", "暂停运行", ("running",), "suspended", HANDLERS, reason=True),
        Transition("resume", "恢复运行", ("suspended",), "running", HEAD, guard=_connected),
        Transition(
            "withdraw",
            "退出",
            ("returned", "approved", "running", "suspended"),
            "withdrawn",
            HEAD,
            reason=True,
        ),
    ),
    takeover=HANDLERS,
)


class MStation(Record):
    """M站：一个站一行。"""

    station_no = models.CharField("M站编号", max_length=20)
    name = models.CharField("M站名称", max_length=100)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    address = models.CharField("地址", max_length=200, blank=True, null=True)
    serves = models.CharField("维修车型", max_length=16, choices=Serves)
    technicians = models.PositiveIntegerField("排放维修技术人员数")
    diagnostic_kit = models.BooleanField("OBD诊断仪", default=False)
    gas_analyser = models.BooleanField("排气分析仪", default=False)
    smoke_meter = models.BooleanField("不透光烟度计", default=False)
    repair_bench = models.BooleanField("排放维修专用工位", default=False)
    applied_on = models.DateField("申报日期")
    missing_items = models.TextField("补齐内容", blank=True, null=True)
    returned_on = models.DateField("退回日期", blank=True, null=True)
    approved_on = models.DateField("认定日期", blank=True, null=True)
    record_system_on = models.DateField("电子健康档案系统接通日期", blank=True, null=True)
    emission_system_on = models.DateField("排放检验系统接通日期", blank=True, null=True)
    running_from = models.DateField("运行日期", blank=True, null=True)
    suspended_on = models.DateField("暂停日期", blank=True, null=True)
    withdrawn_on = models.DateField("退出日期", blank=True, null=True)

    title = "M站台账"
    section = "maintenance"
    key_fields = ("station_no",)
    workflow = WORKFLOW
    rules = RULES
    shared = True
    filed_by = frozenset({"operator", "county"})
    rests_on = ("repair_shop",)
    operator_path = "operator__uscc"
    alike_by = ("name",)
    search_fields = ("station_no", "name", "operator__name")
    list_fields = ("station_no", "name", "operator", "serves", "technicians", "running_from", "area", "state")
    filter_fields = ("serves",)
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "station_no": ("站点编号",),
        "name": ("站点名称", "维修站名称"),
        "operator": ("信用代码",),
        "running_from": ("启用日期",),
    }

    class Meta:
        verbose_name = "M站"
        constraints = (models.UniqueConstraint(fields=("station_no",), name="m_station_once"),)

    def __str__(self) -> str:
        return self.name

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "applied_on", "approved_on", "running_from", "suspended_on", "withdrawn_on")
        yield from owed(self, ("approved", "running", "suspended"), "approved_on")
        yield from owed(self, ("running", "suspended"), "running_from", "record_system_on", "emission_system_on")
        yield from owed(self, ("returned",), "missing_items")
