"""补贴申报车辆: a vehicle for which a subsidy is claimed, what it did in the year, and whether it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import PlateField, ReferenceField
from yunguan.registers.record import Record
from yunguan.registers.selectors import having
from yunguan.registers.statistics.vehicle import PlateColour, Vehicle
from yunguan.registers.subsidies.subsidy_formula import SECTORS, SubsidyKind
from yunguan.registers.subsidies.subsidy_plan import UNSETTLED, SubsidyPlan
from yunguan.registers.subsidies.subsidy_recipient import SubsidyRecipient
from yunguan.registers.subsidies.weights import Energy, Standing

HANDLERS = frozenset({"clerk", "head"})
APPLICANTS = HANDLERS | {"operator", "county"}
COUNTING = ("claimed", "returned", "first_checked", "confirmed")
MONTHS = 12
POOLS = {
    SubsidyKind.RURAL_FUEL_TAX: "fuel_tax",
    SubsidyKind.TAXI_FUEL_TAX: "fuel_tax",
    SubsidyKind.RURAL_PRICE: "running",
    SubsidyKind.TAXI_ELECTRIC: "running",
    SubsidyKind.BUS_ELECTRIC: "running",
}
"""Pools of one name exclude each other: a vehicle has one of each in a year, whatever its kind."""


def _unsettled(claim: Any, context: Context) -> Iterator[Problem]:
    """After the notice has begun a claim is decided anew only where the plan was taken back."""
    del context
    plan = SubsidyPlan._base_manager.get(pk=claim.plan_id)
    if plan.state not in UNSETTLED:
        label = plan.workflow.labels[plan.state]
        yield Problem("", f"分配“{plan.plan_no}”已在“{label}”，不能再改变申报车辆，请先撤回重算。")


WORKFLOW = Workflow(
    states=(
        State("claimed", "已申报", date_field="claimed_on", awaits=True),
        State("returned", "退回补正", date_field="returned_on", awaits=True),
        State("first_checked", "县初审通过", date_field="first_checked_on", awaits=True),
        State("confirmed", "核查认定", date_field="confirmed_on"),
        State("excluded", "剔除", date_field="excluded_on"),
    ),
    transitions=(
        Transition("first_check", "初审通过", ("claimed",), "first_checked", HANDLERS | {"county"}, guard=_unsettled),
        Transition("return", "退回补正", ("claimed", "first_checked"), "returned", HANDLERS | {"county"}, reason=True),
        Transition("claim_again", "补正后申报", ("returned",), "claimed", APPLICANTS, guard=_unsettled),
        Transition(
            "confirm", "核查认定", ("first_checked",), "confirmed", HANDLERS, other_person=True, guard=_unsettled
        ),
        Transition(
            "exclude",
            "剔除",
            COUNTING,
            "excluded",
            HANDLERS,
            asks=("excluded_reason",),
            guard=_unsettled,
        ),
        Transition("reinstate", "恢复认定", ("excluded",), "confirmed", HANDLERS, reason=True, guard=_unsettled),
    ),
    takeover=HANDLERS,
)


class SubsidyVehicle(Record):
    """补贴申报车辆：一笔资金中的一辆车一行。"""

    claim_no = models.CharField("申报编号", max_length=60, editable=False)
    plan = ReferenceField(SubsidyPlan, verbose_name="分配编号")
    kind = models.CharField("补贴种类", max_length=20, choices=SubsidyKind, editable=False)
    year = models.PositiveSmallIntegerField("补贴年度", editable=False)
    pool = models.CharField("互斥资金", max_length=12, editable=False)
    plate = PlateField("车牌号")
    plate_colour = models.CharField("号牌颜色", max_length=2, choices=PlateColour)
    recipient = ReferenceField(SubsidyRecipient, verbose_name="收款人编号")
    energy = models.CharField("动力类型", max_length=12, choices=Energy)
    seats = models.PositiveSmallIntegerField("核定载客", blank=True, null=True)
    length_mm = models.PositiveIntegerField("车长（毫米）", blank=True, null=True)
    months = models.PositiveSmallIntegerField("营运月数", blank=True, null=True)
    mileage_km = models.PositiveIntegerField("营运里程（公里）", blank=True, null=True)
    route = models.CharField("线路", max_length=100, blank=True, null=True)
    standing = models.CharField("守法经营情况", max_length=8, choices=Standing, default=Standing.GOOD)
    claimed_on = models.DateField("申报日期")
    returned_on = models.DateField("退回日期", blank=True, null=True)
    first_checked_on = models.DateField("县初审日期", blank=True, null=True)
    confirmed_on = models.DateField("核查认定日期", blank=True, null=True)
    excluded_on = models.DateField("剔除日期", blank=True, null=True)
    excluded_reason = models.CharField("剔除原因", max_length=200, blank=True, null=True)

    title = "补贴申报车辆台账"
    section = "urban_transit"
    key_fields = ("claim_no",)
    period_field = "claimed_on"
    workflow = WORKFLOW
    shared = True
    filed_by = frozenset({"county", "operator"})
    rests_on = ("vehicle",)
    operator_path = "recipient__operator__uscc"
    search_fields = ("plate", "recipient__name", "plan__plan_no", "route")
    list_fields = ("plan", "plate", "recipient", "energy", "months", "mileage_km", "standing", "area", "state")
    filter_fields = ("energy", "standing")
    companions = {"recipient": ("收款人", "name")}
    known_as = {"plate": ("车牌号码", "号牌号码"), "months": ("运营月数",), "mileage_km": ("年行驶里程", "运营里程")}

    class Meta:
        verbose_name = "补贴申报车辆"
        constraints = (
            models.UniqueConstraint(fields=("claim_no",), name="subsidy_vehicle_once"),
            models.UniqueConstraint(
                fields=("plate", "plate_colour", "year", "pool"),
                condition=Q(state__in=COUNTING),
                name="subsidy_vehicle_one_pool",
            ),
        )
        indexes = (models.Index(fields=("plan", "state"), name="subsidy_vehicle_plan_state"),)

    def derive(self) -> None:
        if self.plan_id:
            self.claim_no = f"{self.plan.plan_no}/{self.plate}/{self.plate_colour}"
            self.kind, self.year = self.plan.kind, self.plan.year
            self.pool = POOLS[SubsidyKind(self.plan.kind)]
        if self.recipient_id and not self.area:
            self.area = self.recipient.area

    def locked(self) -> str:
        """No new claims and no changes once the notice has begun; what is decided may still be taken over."""
        if not self.plan_id or (self.pk is None and self.state not in {"claimed", "returned"}):
            return ""
        if self.plan.state in UNSETTLED:
            return ""
        return (
            f"分配“{self.plan.plan_no}”已在“{self.plan.workflow.labels[self.plan.state]}”，申报车辆不能再增加或修改。"
        )

    def problems(self) -> Iterator[Problem]:
        if self.months is not None and self.months > MONTHS:
            yield Problem("months", "营运月数不能超过 12 个月，请核对。")
        if self.claimed_on < self.plan.started_on:
            yield Problem("claimed_on", "申报日期早于这笔资金的启动日期，请核对。")
        if self.energy == Energy.ANY:
            yield Problem("energy", "请填写车辆实际的动力类型。")
        yield from owed(self, ("excluded",), "excluded_reason", "excluded_on")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A claimed vehicle is in the vehicles' list, of the right trade and owner, and claimed by one county."""
        plates = {record.plate for record in records}
        listed = {(each.plate, each.plate_colour): each for each in _vehicles(plates)}
        claimed: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for each in having(cls._default_manager.filter(state__in=COUNTING), "plate", plates):
            claimed[_vehicle_of(each)].append(each)
        for index, record in enumerate(records):
            if record.state not in COUNTING:
                continue
            for problem in _against_list(record, listed.get((record.plate, record.plate_colour))):
                yield index, problem
            elsewhere = [each for each in claimed[_vehicle_of(record)] if each.area != record.area]
            if elsewhere:
                text = f"该车 {record.year} 年度已由另一县市区申报（{elsewhere[0].claim_no}），一车不能在两地申报。"
                yield index, Problem("plate", text)
            claimed[_vehicle_of(record)].append(record)


def _vehicles(plates: set[str]) -> Iterable[Any]:
    return having(Vehicle._default_manager.select_related("operator"), "plate", plates)


def _vehicle_of(record: Any) -> tuple[Any, ...]:
    return (record.plate, record.plate_colour, record.year)


def _against_list(record: Any, listed: Any) -> Iterator[Problem]:
    """What the vehicles' list says against the claim."""
    if listed is None:
        yield Problem("plate", "营运车辆名录中没有这辆车，请核对车牌号和号牌颜色，或先登记车辆。")
        return
    wanted = SECTORS[SubsidyKind(record.kind)]
    if listed.sector != wanted:
        yield Problem("plate", f"该车登记的行业类别是{listed.get_sector_display()}，不属于这种补贴的范围。")
    if listed.operator_id != record.recipient.operator_id:
        yield Problem("recipient", f"该车登记在“{listed.operator.name}”名下，与收款人所属业户不一致，请核对。")
    most = _months_listed(listed, record.year)
    if record.months is not None and record.months > most:
        text = f"按车辆名录，该车 {record.year} 年在册不超过 {most} 个月，申报 {record.months} 个月，请核对。"
        yield Problem("months", text)


def _months_listed(listed: Any, year: int) -> int:
    """Months of a year in which the vehicle stood in the list on at least one day."""
    first = max(listed.registered_on, date(year, 1, 1))
    ended = [day for day in (listed.stopped_on, listed.ended_on) if day is not None]
    last = min([date(year, 12, 31), *ended])
    return max(0, last.month - first.month + 1) if first <= last else 0
