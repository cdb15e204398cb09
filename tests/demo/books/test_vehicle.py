"""营运车辆名录 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.core.codes.plate import PlateKind, kind
from yunguan.demo.centre import Centre

NEW_ENERGY = {PlateKind.NEW_ENERGY_SMALL: "94", PlateKind.NEW_ENERGY_LARGE: "93"}


def test_the_colour_is_that_of_the_kind_of_plate(centre: Centre) -> None:
    for row in centre.rows("vehicle"):
        wanted = NEW_ENERGY.get(kind(row["plate"]))
        assert row["plate_colour"] == wanted if wanted else row["plate_colour"] in {"1", "2"}


def test_a_vehicle_drives_in_the_trade_and_area_of_its_operator(centre: Centre) -> None:
    owners = {row["uscc"]: row for row in centre.rows("operator")}
    for row in centre.rows("vehicle"):
        owner = owners[row["operator"]]
        assert (row["sector"], row["area"]) == (owner["sector"], owner["area"])
        assert row["registered_on"] >= owner["opened_on"]


def test_there_is_a_fleet_with_every_state(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("vehicle"))
    assert set(states) == {"operating", "stopped", "moved", "scrapped", "cancelled"}
    assert 2800 < sum(states.values()) < 3300
