"""客运线路台账: the scheduled lines, their licence and its last day, and which were converted to public transport."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Context, Rule, State, Transition, Workflow
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order, owed, years_later
from yunguan.registers.fields import AreaField, NumberField, ReferenceField
from yunguan.registers.passenger.plate_stock import PlateLevel
from yunguan.registers.record import Record
from yunguan.registers.statistics.operator import Operator

HANDLERS = frozenset({"clerk", "head"})
HEAD = frozenset({"head"})
REGULATION = "道路运输条例（2023年7月20日修订）"

RULES = (
    Rule("route.licence_least", "客运班线经营许可最短期限", 4, "年", REGULATION, article="第十四条"),
    Rule("route.licence_most", "客运班线经营许可最长期限", 8, "年", REGULATION, article="第十四条"),
    Rule("route.extend_ahead", "客运班线许可延续申请提前天数", 30, "日", "行政许可法", article="第五十条"),
    Rule("route.stop_ahead", "客运班线终止经营提前告知天数", 30, "日", REGULATION, article="第十五条"),
)


def _extends(route: Any, context: Context) -> Iterator[Problem]:
    """An extension begins where the licence ends and lasts as long as the regulation allows."""
    until = context.given.get("licence_to")
    if not until or not context.given.get("licence_no"):
        yield Problem("licence_to", "许可延续须填写新的许可决定书编号和许可止期。")
        return
    if until <= route.licence_to:
        yield Problem("licence_to", f"延续后的许可止期须晚于现止期 {route.licence_to:%Y-%m-%d}。")
    elif until > years_later(route.licence_to, context.rule("route.licence_most")):
        yield Problem("licence_to", f"延续期不能超过 {context.rule('route.licence_most')} 年，请核对许可止期。")
    asked = route.licence_to - timedelta(days=context.rule("route.extend_ahead"))
    if context.on > asked:
        yield Problem("licence_to", f"延续申请应在 {asked:%Y-%m-%d} 前提出，本次逾期。", Severity.WARNING)


def _keep_licence(route: Any, context: Context) -> dict[str, Any]:
    """A line that runs again has the licence it had."""
    del context
    return {"licence_from": route.licence_from}


def _new_licence(route: Any, context: Context) -> dict[str, Any]:
    """The extended licence begins on the day after the old one ends."""
    del context
    return {"licence_from": route.licence_to + timedelta(days=1)}


def _told_ahead(route: Any, context: Context) -> Iterator[Problem]:
    """Who stops a line says so beforehand."""
    told = context.given.get("stop_told_on", route.stop_told_on)
    ahead = context.rule("route.stop_ahead")
    if told + timedelta(days=ahead) > context.on:
        yield Problem("stop_told_on", f"终止经营须提前 {ahead} 日告知，请核对告知日期或推迟终止。")


WORKFLOW = Workflow(
    states=(
        State("licensed", "许可有效", date_field="licence_from"),
        State("suspended", "暂停营运", date_field="suspended_on"),
        State("converted", "已公交化改造", date_field="converted_on"),
        State("expired", "许可到期", date_field="expired_on", awaits=True),
        State("stopped", "终止经营", date_field="stopped_on", final=True),
    ),
    transitions=(
        Transition("suspend", "登记暂停", ("licensed",), "suspended", HANDLERS, reason=True),
        Transition("resume", "恢复营运", ("suspended",), "licensed", HANDLERS, fills=_keep_licence),
        Transition(
            "convert", "完成公交化改造", ("licensed", "suspended"), "converted", HEAD, asks=("conversion_doc_no",)
        ),
        Transition("expire", "登记到期", ("licensed", "suspended"), "expired", HANDLERS),
        Transition(
            "extend",
            "许可延续",
            ("licensed", "expired"),
            "licensed",
            HEAD,
            asks=("licence_no", "licence_to"),
            fills=_new_licence,
            guard=_extends,
        ),
        Transition(
            "stop",
            "终止经营",
            ("licensed", "suspended", "expired", "converted"),
            "stopped",
            HEAD,
            asks=("stop_told_on",),
            reason=True,
            guard=_told_ahead,
        ),
    ),
    takeover=HANDLERS,
)


class RouteClass(models.TextChoices):
    """班线类别 (道路旅客运输及客运站管理规定)."""

    FIRST = "1", "一类"
    SECOND = "2", "二类"
    THIRD = "3", "三类"
    FOURTH = "4", "四类"


class Route(Record):
    """客运线路：一条班线一行。"""

    route_no = models.CharField("线路编号", max_length=30)
    name = models.CharField("线路名称", max_length=60)
    operator = ReferenceField(Operator, verbose_name="统一社会信用代码")
    origin = models.CharField("起点站", max_length=40)
    origin_area = AreaField("起点区划", blank=True, null=True)
    destination = models.CharField("讫点站", max_length=40)
    destination_area = AreaField("讫点区划", blank=True, null=True)
    via = models.CharField("主要途经地", max_length=100, blank=True, null=True)
    level = models.CharField("运行范围", max_length=2, choices=PlateLevel)
    route_class = models.CharField("班线类别", max_length=2, choices=RouteClass)
    length_km = NumberField("里程", places=1, unit="公里")
    expressway_km = NumberField("其中高速公路里程", places=1, unit="公里", default=0)
    daily_trips = NumberField("日发班次", places=1, unit="班")
    vehicles = models.PositiveIntegerField("投入车辆数")
    seats = models.PositiveIntegerField("投入座位数", blank=True, null=True)
    rural = models.BooleanField("农村客运", default=False)
    tailored = models.BooleanField("定制客运", default=False)
    conversion_planned = models.BooleanField("列入公交化改造计划", default=False)
    conversion_doc_no = models.CharField("公交化改造文号", max_length=60, blank=True, null=True)
    converted_on = models.DateField("公交化改造日期", blank=True, null=True)
    licence_no = models.CharField("许可决定书编号", max_length=60)
    licence_from = models.DateField("许可起期")
    licence_to = models.DateField("许可止期")
    suspended_on = models.DateField("暂停日期", blank=True, null=True)
    expired_on = models.DateField("到期登记日期", blank=True, null=True)
    stop_told_on = models.DateField("终止告知日期", blank=True, null=True)
    stopped_on = models.DateField("终止日期", blank=True, null=True)

    title = "客运线路台账"
    section = "passenger"
    key_fields = ("route_no",)
    workflow = WORKFLOW
    rules = RULES
    shared = True
    expires = ("licence_to",)
    operator_path = "operator__uscc"
    search_fields = ("route_no", "name", "origin", "destination", "operator__name")
    list_fields = ("route_no", "name", "operator", "level", "route_class", "daily_trips", "licence_to", "area", "state")
    filter_fields = ("level", "route_class", "rural", "tailored", "conversion_planned")
    companions = {"operator": ("企业名称", "name")}
    known_as = {
        "operator": ("信用代码",),
        "operator__name": ("经营业户", "业户名称"),
        "name": ("线路",),
        "level": ("班线类型",),
        "licence_to": ("经营期限止", "有效期至"),
    }

    class Meta:
        verbose_name = "客运线路"
        constraints = (models.UniqueConstraint(fields=("route_no",), name="route_once"),)
        indexes = (models.Index(fields=("licence_to", "level"), name="route_licence_level"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.route_no}）"

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "licence_from", "licence_to")
        yield from in_order(self, "licence_from", "converted_on")
        yield from in_order(self, "stop_told_on", "stopped_on")
        yield from owed(self, ("converted",), "converted_on", "conversion_doc_no")
        yield from owed(self, ("suspended",), "suspended_on")
        yield from owed(self, ("stopped",), "stopped_on")
        if self.expressway_km > self.length_km:
            yield Problem("expressway_km", "高速公路里程不能超过线路里程，请核对。")
        if self.daily_trips <= 0:
            yield Problem("daily_trips", "日发班次须大于 0，不足每日一班的按小数填写，如 0.5。")
        yield from self._ends_fit_the_level()

    def _ends_fit_the_level(self) -> Iterator[Problem]:
        """Where the line goes by its ends is the range that it is licensed for."""
        ends = {self.origin_area, self.destination_area} - {None, ""}
        if len(ends) < 2:  # noqa: PLR2004 - both ends, in different divisions
            return
        if self.level == PlateLevel.INTRA_COUNTY:
            yield Problem("level", "起讫点不在同一县区，运行范围不应是县内，请核对。")
        if self.level in {PlateLevel.INTER_CITY, PlateLevel.INTER_PROVINCIAL}:
            yield Problem("level", "起讫点都在本市，运行范围应为县际，请核对。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """How long a licence lasts is said by the regulation of the day on which it begins."""
        bounds: dict[Any, tuple[int, int]] = {}
        for index, record in enumerate(records):
            begun = record.licence_from
            if begun not in bounds:
                bounds[begun] = (
                    rule_on("route.licence_least", begun).value,
                    rule_on("route.licence_most", begun).value,
                )
            least, most = bounds[begun]
            shortest, longest = years_later(begun, least) - timedelta(days=1), years_later(begun, most)
            if not shortest <= record.licence_to <= longest:
                text = f"许可期限应为 {least} 至 {most} 年，请核对起止日期；延续的请按新许可的起期填写。"
                yield index, Problem("licence_to", text, Severity.WARNING)
