"""包车备案台账 of the demonstration."""

from __future__ import annotations

import itertools
from collections import defaultdict
from datetime import date

from yunguan.demo.centre import Centre


def test_every_trip_runs_on_a_plate_of_its_own_carrier_while_it_was_out(centre: Centre) -> None:
    plates = {row["serial"]: row for row in centre.rows("plate")}
    for row in centre.rows("charter_filing"):
        plate = plates[row["plate"]]
        assert (plate["operator"], plate["level"]) == (row["operator"], row["level"])
        assert plate["issued_on"] <= row["depart_on"] <= row["return_on"]


def test_no_driver_is_on_two_trips_at_once(centre: Centre) -> None:
    trips: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for row in centre.rows("charter_filing"):
        trips[row["driver_id"]].append((row["depart_on"], row["return_on"]))
    for each in trips.values():
        days = sorted(each)
        assert all(last < first for (_, last), (first, _) in itertools.pairwise(days))


def test_filing_numbers_run_without_a_gap(centre: Centre) -> None:
    numbers = sorted(row["filing_no"] for row in centre.rows("charter_filing") if row.get("filing_no"))
    assert numbers == [f"衡包备〔2023〕{number:06d}号" for number in range(1, len(numbers) + 1)]
