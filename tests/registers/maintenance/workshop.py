"""Shops, stations, vehicles and cases that the tests of the maintenance section need."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, START, account, operator, step
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

VIN = "L0X123458PZ000001"
DAY = date(2023, 3, 6)


def staff() -> tuple[User, User]:
    """Clerk and head of the section."""
    return account(Role.CLERK, "maintenance"), account(Role.HEAD, "maintenance")


def made(register: str, user: User | None = None, on: date = DAY, **values: Any) -> Record:
    """A record of a book."""
    return create(book=book(register), values=values, user=user, on=on, now=NOW)


def shop(owner: Record, user: User | None = None, **values: Any) -> Record:
    """A draft of a second-class shop's filing with everything that is asked for."""
    known: dict[str, Any] = {
        "operator": owner,
        "site": "一号路1号",
        "shop_class": "042",
        "trades": "小型车维修",
        "shop_area": 35000,
        "parking_area": 10000,
        "technical_leads": 1,
        "inspectors": 1,
        "mechanics": 4,
        "site_right": True,
        "equipment_listed": True,
        "rules_kept": True,
        "environment_kept": True,
    }
    return made("repair_shop", user, **known | values)


def filed_shop(owner: Record, clerk: User, head: User) -> Record:
    """A shop that was submitted and filed."""
    return step(step(shop(owner), "submit", clerk, DAY), "file", head, date(2023, 3, 8))


def item(number: str = "HC-01", **values: Any) -> Record:
    """An item to be looked at on any vehicle."""
    known: dict[str, Any] = {
        "item_no": number,
        "name": "灭火器",
        "applies_to": "all",
        "requirement": "在有效期内。",
        "doc_no": "GB 7258",
        "effective_from": START,
    }
    return made("check_item", **known | values)


def check(owner: Record, **values: Any) -> Record:
    """A new vehicle that was taken in for a check, with a report."""
    known: dict[str, Any] = {
        "check_no": "HC-1",
        "check_kind": "new",
        "operator": owner,
        "sector": "passenger",
        "vin": VIN,
        "vin_seen": VIN,
        "accepted_on": DAY,
        "report_no": "JC-1",
        "report_on": date(2023, 3, 1),
        "checker": "甲",
        "second_checker": "乙",
    }
    return made("vehicle_check", **known | values)


def fault(inspection: Record, item_: Record, **values: Any) -> Record:
    """Something wrong on a vehicle."""
    known: dict[str, Any] = {
        "inspection": inspection,
        "item": item_,
        "found_on": date(2023, 3, 7),
        "finding": "灭火器过期。",
    }
    return made("vehicle_check_fault", on=date(2023, 3, 7), **known | values)


def coach(owner: Record, **values: Any) -> Record:
    """A coach of eleven metres that was taken in for rating."""
    known: dict[str, Any] = {
        "rating_no": "KP-1",
        "rating_kind": "rating",
        "operator": owner,
        "plate": "湘D12345",
        "vin": VIN,
        "length_mm": 11000,
        "seats": 49,
        "accepted_on": DAY,
        "report_no": "KC-1",
        "checker": "甲",
        "second_checker": "乙",
    }
    return made("coach_grade", **known | values)


def station(owner: Record, user: User | None = None, **values: Any) -> Record:
    """An application for an M station that has everything."""
    known: dict[str, Any] = {
        "station_no": "M-1",
        "name": "一号M站",
        "operator": owner,
        "serves": "both",
        "technicians": 2,
        "diagnostic_kit": True,
        "gas_analyser": True,
        "smoke_meter": True,
        "repair_bench": True,
        "applied_on": date(2023, 3, 9),
    }
    return made("m_station", user, date(2023, 3, 9), **known | values)


def running_station(clerk: User, head: User) -> Record:
    """A station that runs since 15 March."""
    owner = operator(1, sector="maintenance")
    filed_shop(owner, clerk, head)
    approved = step(station(owner, clerk), "approve", head, date(2023, 3, 13))
    connected: dict[str, Any] = {"record_system_on": date(2023, 3, 14), "emission_system_on": date(2023, 3, 15)}
    return step(approved, "run", clerk, date(2023, 3, 15), **connected)


def case(**values: Any) -> Record:
    """A lorry that failed the emission test on 20 March."""
    known: dict[str, Any] = {
        "case_no": "HJ-1",
        "plate": "湘D12345",
        "plate_colour": "2",
        "vin": VIN,
        "fuel": "2",
        "test_station": "一号检测站",
        "tested_on": date(2023, 3, 20),
        "method": "lug_down",
        "excess": "光吸收系数",
        "area": "430405",
    }
    return made("emission_case", on=date(2023, 3, 20), **known | values)


def repair(case_: Record, station_: Record, taken: date, **values: Any) -> Record:
    """What the record system says of a stay."""
    known: dict[str, Any] = {
        "record_no": f"WX-{taken:%m%d}",
        "case": case_,
        "station": station_,
        "vin": VIN,
        "taken_in_on": taken,
        "diagnosis": "喷油器雾化不良",
        "work": "更换喷油器",
        "minutes": 90,
    }
    return made("emission_repair", on=taken, **known | values)
