"""春运应急车辆名单 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_coach_on_the_list_runs_for_its_operator(centre: Centre) -> None:
    known = {row["plate"]: (row["operator"], row["state"]) for row in centre.rows("vehicle")}
    rows = centre.rows("spring_vehicle")
    assert len(rows) == 30
    assert all(known[row["vehicle_plate"]] == (row["operator"], "operating") for row in rows)
