"""毛发毒检批次: a year's hair tests: which drivers, of which trades, on the register of which day.

Source: the provincial and municipal narcotics offices' notices on screening practitioners; 城市公共交通条例第三十一条.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.office.areas import areas_on
from yunguan.registers.checks import in_order, owed
from yunguan.registers.practitioners.practitioner import Category, Practitioner
from yunguan.registers.record import Record

HANDLERS = frozenset({"clerk", "head"})
URBAN = "430400U"


class Trade(models.TextChoices):
    """受检行业."""

    BUS = "bus", "城区公交"
    TAXI = "taxi", "巡游出租"
    RIDE_HAILING = "ride_hailing", "网约车"
    KEY_CARRIERS = "key_carriers", "两客一危"


class Reach(models.TextChoices):
    """受检范围."""

    URBAN = "urban", "市城区"
    CITY = "city", "全市"


TRADE_OF: dict[str, Trade] = {
    Category.BUS: Trade.BUS,
    Category.TAXI: Trade.TAXI,
    Category.RIDE_HAILING: Trade.RIDE_HAILING,
}
KEY_CATEGORIES = (Category.PASSENGER_DRIVER, Category.DANGEROUS_DRIVER)


def drivers_on(campaign: Any) -> Iterator[tuple[Any, str]]:
    """Who should be tested: each driver with a valid qualification on the cut-off day once, with the trade."""
    found = Practitioner._base_manager.filter(
        category__in=(*TRADE_OF, *KEY_CATEGORIES), operator__isnull=False, issued_on__lte=campaign.cutoff_on
    )
    found = found.exclude(state="cancelled", cancelled_on__lte=campaign.cutoff_on)
    found = found.exclude(state="expired", expired_on__lte=campaign.cutoff_on)
    if campaign.reach == Reach.URBAN:
        found = found.filter(area__in=areas_on(campaign.cutoff_on).members(URBAN))
    seen: set[str] = set()
    for driver in found.select_related("operator").order_by("-category", "identity_number"):
        trade = TRADE_OF.get(driver.category) or (Trade.KEY_CARRIERS if driver.operator.key_carrier else None)
        if trade is not None and driver.identity_number not in seen:
            seen.add(driver.identity_number)
            yield driver, trade


def _register_complete(campaign: Any, context: Context) -> Iterator[Problem]:
    if context.on < campaign.cutoff_on:
        yield Problem("cutoff_on", "还没有到名单截止日期，不能生成应检名单。")
    elif next(drivers_on(campaign), None) is None:
        yield Problem("", "从业人员名录中没有符合条件的驾驶员，请先登记从业人员。")


def _draw(campaign: Any, order: Any) -> None:
    """A line for each driver who should be tested."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the tests' book refers to this one
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    tests = book("hair_test")
    rows: Any = tests.model._base_manager
    there = set(rows.filter(campaign=campaign).values_list("identity_number", flat=True))
    for driver, trade in drivers_on(campaign):
        if driver.identity_number in there:
            continue
        values = {
            "campaign": campaign,
            "name": driver.name,
            "identity_number": driver.identity_number,
            "trade": trade,
            "operator": driver.operator,
        }
        create(book=tests, values=values, user=order.user, on=order.on, now=order.now)


def _all_accounted_for(campaign: Any, context: Context) -> Iterator[Problem]:
    """A campaign ends when everybody on the list was tested, or it is said why not."""
    from yunguan.registers.book import book  # noqa: PLC0415 - as above

    del context
    rows: Any = book("hair_test").model._base_manager
    open_ = rows.filter(campaign=campaign, state__in=("listed", "sampled", "tested")).count()
    if open_:
        yield Problem("", f"还有 {open_} 名驾驶员没有办结，请登记检测结果或未检原因后再结束。")


WORKFLOW = Workflow(
    states=(
        State("planned", "筹备", awaits=True),
        State("running", "检测中", date_field="drawn_on", awaits=True),
        State("closed", "已结束", date_field="closed_on", final=True),
    ),
    transitions=(
        Transition("draw", "生成应检名单", ("planned",), "running", HANDLERS, guard=_register_complete, after=_draw),
        Transition("close", "结束", ("running",), "closed", frozenset({"head"}), guard=_all_accounted_for),
    ),
    takeover=HANDLERS,
)


class HairTestCampaign(Record):
    """毛发毒检批次：一次一行。"""

    campaign_no = models.CharField("批次编号", max_length=20)
    name = models.CharField("批次名称", max_length=60)
    doc_no = models.CharField("依据文件", max_length=100)
    reach = models.CharField("受检范围", max_length=10, choices=Reach)
    cutoff_on = models.DateField("名单截止日期")
    drawn_on = models.DateField("名单生成日期", blank=True, null=True)
    closed_on = models.DateField("结束日期", blank=True, null=True)

    title = "毛发毒检批次"
    section = "urban_transit"
    key_fields = ("campaign_no",)
    period_field = "cutoff_on"
    workflow = WORKFLOW
    internal = True
    search_fields = ("campaign_no", "name", "doc_no")
    list_fields = ("campaign_no", "name", "reach", "cutoff_on", "drawn_on", "closed_on", "state")
    known_as = {"doc_no": ("文号",), "cutoff_on": ("截止日期",)}

    class Meta:
        verbose_name = "毛发毒检批次"
        constraints = (models.UniqueConstraint(fields=("campaign_no",), name="hair_test_campaign_once"),)

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "cutoff_on", "drawn_on", "closed_on")
        yield from owed(self, ("running", "closed"), "drawn_on")
        yield from owed(self, ("closed",), "closed_on")
