"""Charter filings: every check before departure, and the end with the trip."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, identity, operator, step
from tests.registers.complaints import complains_about
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.clock import run_clock
from yunguan.registers.services import create

FILED, DEPART, RETURN = date(2023, 4, 6), date(2023, 4, 8), date(2023, 4, 10)


def made(register: str, **values: Any) -> Any:
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, "passenger")


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, "passenger")


@pytest.fixture
def fleet(db: None) -> dict[str, Any]:
    """A carrier with an insured coach, a qualified driver and a charter plate at hand."""
    owner = operator(1)
    coach = made(
        "vehicle",
        plate="湘DA1234",
        plate_colour="2",
        operator=owner,
        sector="passenger",
        seats=45,
        technical_grade="1",
        insured_to=date(2023, 12, 31),
        registered_on=START,
    )
    driver = made(
        "practitioner",
        name="张三",
        identity_number=identity(1),
        category="01001",
        certificate_no="1",
        operator=owner,
        issued_on=START,
        valid_to=date(2028, 12, 31),
    )
    stock = {"batch_no": "一", "serial_from": "湘包0001", "serial_to": "湘包0100", "received_on": START}
    made("plate_stock", **stock, plate_kind="charter", level="4")
    plate = made("plate", serial="湘包0007", plate_kind="charter", level="4", operator=owner, issued_on=START)
    return {"operator": owner, "coach": coach, "driver": driver, "plate": plate}


def filing(fleet: dict[str, Any], **values: Any) -> Any:
    known = {
        "contract_no": "合同1",
        "operator": fleet["operator"],
        "vehicle_plate": "湘DA1234",
        "plate": fleet["plate"],
        "level": "4",
        "driver_name": "张三",
        "driver_id": identity(1),
        "customer": "某旅行社",
        "passengers": 40,
        "origin": "衡阳",
        "destination": "广州",
        "driving_hours": 40,
        "depart_on": DEPART,
        "return_on": RETURN,
    }
    return made("charter_filing", **(known | values))


def test_days_and_numbers_fit_the_state() -> None:
    row = {"depart_on": DEPART, "return_on": RETURN, "passengers": 1, "driving_hours": 10}
    assert complains_about("charter_filing", **row, state="draft") == []
    assert complains_about("charter_filing", **row, state="returned") == ["returned_on", "returned_for"]
    assert complains_about("charter_filing", **(row | {"passengers": 0, "driving_hours": 0}), state="draft") == [
        "passengers",
        "driving_hours",
    ]


def test_a_trip_is_filed_before_departure_and_ends_with_itself(fleet: dict[str, Any], clerk: User, head: User) -> None:
    trip = step(filing(fleet), "submit", clerk, FILED)
    with pytest.raises(Refused, match="不能是同一人"):
        step(trip, "file", clerk, FILED)
    step(trip, "file", head, FILED)
    assert (trip.filing_no, trip.days, trip.due_on, trip.before_departure) == (  # type: ignore[attr-defined]
        "衡包备〔2023〕000001号",
        3,
        RETURN,
        True,
    )
    run_clock(on=RETURN, now=NOW)
    trip.refresh_from_db()
    assert trip.state == "filed"
    run_clock(on=date(2023, 4, 11), now=NOW)
    trip.refresh_from_db()
    assert (trip.state, trip.due_on) == ("ended", None)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"return_on": date(2023, 4, 23)}, "不能超过 15 天"),
        ({"vehicle_plate": "湘DA9999"}, "没有此车"),
        ({"passengers": 46}, "超过核定载客 45 人"),
        ({"driver_id": identity(2)}, "没有有效的经营性道路旅客运输从业资格"),
        ({"driving_hours": 45}, "须配备两名驾驶员"),
        ({"second_driver_id": identity(1)}, "是同一人"),
        ({"plate": None}, "请先申领包车牌"),
        ({"level": "3"}, "不是该运行范围的包车牌"),
    ],
)
def test_what_does_not_fit_is_refused(fleet: dict[str, Any], clerk: User, values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        step(filing(fleet, **values), "submit", clerk, FILED)


@pytest.mark.parametrize(
    ("which", "values", "words"),
    [
        ("coach", {"insured_to": date(2023, 4, 9)}, "承运人责任险"),
        ("coach", {"insured_to": None}, "承运人责任险"),
        ("coach", {"technical_grade": "9"}, "技术等级不合格"),
        ("coach", {"state": "stopped"}, "现为“停运”"),
        ("driver", {"valid_to": date(2023, 4, 9)}, "早于行程结束"),
        ("driver", {"state": "expired"}, "没有有效的"),
        ("plate", {"state": "returned"}, "不在企业手中"),
    ],
)
def test_coach_driver_and_plate_must_be_in_order(
    fleet: dict[str, Any], clerk: User, which: str, values: dict[str, Any], words: str
) -> None:
    record = fleet[which]
    type(record)._base_manager.filter(pk=record.pk).update(**values)
    record.refresh_from_db()
    with pytest.raises(Refused, match=words):
        step(filing(fleet), "submit", clerk, FILED)


def test_a_coach_and_a_plate_are_the_filing_carriers_own(fleet: dict[str, Any], clerk: User) -> None:
    with pytest.raises(Refused, match="不属于备案企业") as answer:
        step(filing(fleet, operator=operator(2)), "submit", clerk, FILED)
    assert "不得转借" in str(answer.value)


def test_a_driver_past_the_age_is_refused(fleet: dict[str, Any], clerk: User) -> None:
    late = {"depart_on": date(2040, 4, 8), "return_on": date(2040, 4, 10)}
    with pytest.raises(Refused, match="已满 60 周岁"):
        step(filing(fleet, **late), "submit", clerk, FILED)


def test_nothing_is_on_two_trips_at_once(fleet: dict[str, Any], clerk: User) -> None:
    step(filing(fleet), "submit", clerk, FILED)
    second = filing(fleet, contract_no="合同2", depart_on=RETURN, return_on=date(2023, 4, 12))
    with pytest.raises(Refused, match="车辆在 04-08 至 04-10 已有另一次包车备案"):
        step(second, "submit", clerk, FILED)


def test_a_trip_that_has_left_is_not_filed_any_more(fleet: dict[str, Any], clerk: User) -> None:
    with pytest.raises(Refused, match="须在发车前备案"):
        step(filing(fleet), "submit", clerk, date(2023, 4, 9))


def test_a_filing_is_sent_back_with_its_reason_and_handed_in_again(fleet: dict[str, Any], clerk: User) -> None:
    trip = step(filing(fleet), "submit", clerk, FILED)
    with pytest.raises(Refused, match="退回原因"):
        step(trip, "send_back", clerk, FILED)
    step(trip, "send_back", clerk, FILED, returned_for="合同未盖章")
    step(trip, "submit", clerk, FILED)
    assert trip.state == "submitted"


def test_a_trip_is_given_up_before_it_begins_only(fleet: dict[str, Any], clerk: User) -> None:
    trip = filing(fleet)
    with pytest.raises(Refused, match="不能撤销"):
        step(trip, "withdraw", clerk, DEPART, "客户取消")
    step(trip, "withdraw", clerk, FILED, "客户取消")
    assert trip.state == "withdrawn"


def test_a_trip_does_not_end_before_it_begins(fleet: dict[str, Any], clerk: User, head: User) -> None:
    trip = step(step(filing(fleet), "submit", clerk, FILED), "file", head, FILED)
    with pytest.raises(Refused, match="还没有开始"):
        step(trip, "end", clerk, date(2023, 4, 7))
