"""What is checked before a charter trip is filed: coach, insurance, driver, plate at hand, no overlap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.codes.identity_number import birth_date
from yunguan.core.finding import Problem
from yunguan.core.workflow import Context
from yunguan.registers.checks import years_later
from yunguan.registers.sectors import Sector

PASSENGER_DRIVER = "01001"
FAILED = "9"
ALIVE = ("submitted", "filed")
TENTHS = 10


def may_run(filing: Any, context: Context) -> Iterator[Problem]:
    """Every check of a charter trip, as of the day asked; each complaint says what to do."""
    yield from _span(filing, context)
    yield from _coach(filing)
    for column in ("driver_id", "second_driver_id"):
        yield from _driver(filing, column, context)
    yield from _drivers_enough(filing, context)
    yield from _plate(filing)
    yield from _overlap(filing)


def _span(filing: Any, context: Context) -> Iterator[Problem]:
    longest = context.rule("charter_filing.longest")
    if filing.days > longest:
        yield Problem("return_on", f"单次包车不能超过 {longest} 天，本次 {filing.days} 天，请分次备案。")
    if context.on > filing.depart_on:
        yield Problem("depart_on", "已过发车日期，包车须在发车前备案。")


def _coach(filing: Any) -> Iterator[Problem]:
    coach = _book("vehicle").filter(plate=filing.vehicle_plate).order_by("state", "pk").first()
    if coach is None:
        yield Problem("vehicle_plate", "营运车辆名录中没有此车，请核对车牌号或先登记车辆。")
        return
    if coach.operator_id != filing.operator_id:
        yield Problem("vehicle_plate", "此车不属于备案企业，不能以本企业名义备案。")
    if coach.sector != Sector.PASSENGER or coach.state != "operating":
        yield Problem("vehicle_plate", f"此车现为“{coach.workflow.labels[coach.state]}”，不是营运中的客车，不能包车。")
    if coach.insured_to is None or coach.insured_to < filing.return_on:
        yield Problem("vehicle_plate", "承运人责任险在行程结束前到期或没有登记，请续保并更新车辆名录。")
    if coach.technical_grade == FAILED:
        yield Problem("vehicle_plate", "此车技术等级不合格，不能包车。")
    if coach.seats is not None and filing.passengers > coach.seats:
        yield Problem("passengers", f"乘客 {filing.passengers} 人超过核定载客 {coach.seats} 人，请换车或分车。")


def _driver(filing: Any, column: str, context: Context) -> Iterator[Problem]:
    number = getattr(filing, column)
    if not number:
        return
    people = _book("practitioner").filter(identity_number=number, category=PASSENGER_DRIVER, state="valid")
    driver = people.first()
    if driver is None:
        yield Problem(column, "驾驶员没有有效的经营性道路旅客运输从业资格，请更换驾驶员。")
    elif driver.valid_to < filing.return_on:
        yield Problem(column, f"驾驶员从业资格 {driver.valid_to:%Y-%m-%d} 到期，早于行程结束，请更换驾驶员。")
    oldest = context.rule("charter_filing.oldest_driver")
    if filing.return_on > years_later(birth_date(number), oldest):
        yield Problem(column, f"驾驶员在行程中已满 {oldest} 周岁，请更换驾驶员。")


def _drivers_enough(filing: Any, context: Context) -> Iterator[Problem]:
    hours = context.rule("charter_filing.hours_alone")
    if filing.driving_hours > hours * TENTHS and not filing.second_driver_id:
        yield Problem("second_driver_id", f"单程驾驶超过 {hours} 小时须配备两名驾驶员，请补填。")
    if filing.second_driver_id and filing.second_driver_id == filing.driver_id:
        yield Problem("second_driver_id", "两名驾驶员是同一人，请核对。")


def _plate(filing: Any) -> Iterator[Problem]:
    plate = filing.plate
    if plate is None:
        yield Problem("plate", "没有填写所用包车牌的牌号，请先申领包车牌。")
        return
    if plate.plate_kind != "charter" or plate.level != filing.level:
        yield Problem("plate", "此牌不是该运行范围的包车牌，请核对牌号和运行范围。")
    if plate.operator_id != filing.operator_id:
        yield Problem("plate", "此牌没有发给备案企业，标志牌不得转借。")
    if plate.state != "issued":
        yield Problem("plate", f"此牌现为“{plate.workflow.labels[plate.state]}”，不在企业手中，请换一块牌。")


def _overlap(filing: Any) -> Iterator[Problem]:
    """Neither coach, plate nor driver is on two trips at once."""
    others = type(filing)._base_manager.filter(state__in=ALIVE).exclude(pk=filing.pk)
    others = others.filter(depart_on__lte=filing.return_on, return_on__gte=filing.depart_on)
    for column in ("vehicle_plate", "plate_id", "driver_id"):
        other = others.filter(**{column: getattr(filing, column)}).first()
        if getattr(filing, column) and other is not None:
            words = {"vehicle_plate": "车辆", "plate_id": "包车牌", "driver_id": "驾驶员"}[column]
            text = f"{words}在 {other.depart_on:%m-%d} 至 {other.return_on:%m-%d} 已有另一次包车备案，请核对日期。"
            yield Problem(column.removesuffix("_id") if column == "plate_id" else column, text)


def _book(name: str) -> Any:
    from yunguan.registers.book import book  # noqa: PLC0415 - the books know this module

    return book(name).model._base_manager
