"""营运车辆实车核查台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.vehicle_check import COUNTED_TO
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_as_many_were_looked_at_by_november_as_published(centre: Centre) -> None:
    seen = [row for row in centre.rows("vehicle_check") if row["checked_on"] and row["checked_on"] <= COUNTED_TO]
    counted = [row for row in seen if row["check_kind"] == "new" or row["sector"] == "dangerous"]
    assert len(counted) == aim("maintenance.vehicles_checked")
    assert len(seen) > len(counted)


def test_no_vehicle_is_looked_at_twice(centre: Centre) -> None:
    numbers = [row["vin"] for row in centre.rows("vehicle_check")]
    assert len(set(numbers)) == len(numbers)


def test_checks_stand_in_every_state(centre: Centre) -> None:
    states = {row["state"] for row in centre.rows("vehicle_check")}
    assert states == {"accepted", "failed", "passed", "rejected", "withdrawn", "archived"}
