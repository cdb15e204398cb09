"""教学车辆台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.core.codes.plate import PlateKind, kind
from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre
from yunguan.demo.schools import urban_schools
from yunguan.demo.targets import LAST_DAY, aim


def test_the_urban_vehicles_in_use_are_as_many_as_published(centre: Centre) -> None:
    used = [row for row in centre.rows("training_vehicle") if row["state"] == "in_use" and row["area"] in URBAN]
    assert len(used) == aim("training.vehicles")
    fleets = {row["operator"]: row["fleet"] for row in urban_schools(centre)}
    assert Counter(row["operator"] for row in used) == fleets


def test_plates_are_learners_plates_and_some_inspections_have_run_out(centre: Centre) -> None:
    rows = centre.rows("training_vehicle")
    assert {kind(row["plate"]) for row in rows} == {PlateKind.LEARNER}
    assert len({row["plate"] for row in rows}) == len(rows)
    lapsed = [row for row in rows if row["state"] == "in_use" and row["inspection_to"] <= LAST_DAY]
    assert 0 < len(lapsed) < len(rows) // 20
