"""客运牌证发放台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

import pytest

from yunguan.demo.badges import COUNTED_TO
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import aim

KINDS = {
    "plates.charter": ("charter", {"1", "2", "3", "4"}),
    "plates.charter.inter_provincial": ("charter", {"4"}),
    "plates.charter.intra_provincial": ("charter", {"1", "2", "3"}),
    "plates.extra": ("extra", {"1", "2", "3", "4"}),
    "plates.extra.inter_provincial": ("extra", {"4"}),
    "plates.extra.inter_city": ("extra", {"3"}),
    "plates.extra.inter_county": ("extra", {"2"}),
    "plates.route": ("route", {"1", "2", "3", "4"}),
}


def issued(centre: Centre, kind: str, levels: set[str]) -> list[Row]:
    return [row for row in centre.rows("plate") if row["plate_kind"] == kind and row["level"] in levels]


@pytest.mark.parametrize("figure", KINDS)
def test_as_many_were_issued_by_november_as_published(centre: Centre, figure: str) -> None:
    rows = issued(centre, *KINDS[figure])
    assert sum(row["issued_on"] <= COUNTED_TO for row in rows) == aim(figure)
    assert len(rows) > aim(figure)


def test_plates_go_to_passenger_carriers_for_their_own_coaches(centre: Centre) -> None:
    owners = {row["plate"]: row["operator"] for row in centre.rows("vehicle") if row["sector"] == "passenger"}
    assert all(owners[row["vehicle_plate"]] == row["operator"] for row in centre.rows("plate"))


def test_most_come_back_and_some_are_spoilt_or_lost(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("plate"))
    assert set(states) == {"issued", "returned", "written_off", "void", "lost"}
    assert states["written_off"] > sum(states.values()) / 2


def test_the_days_of_a_plate_follow_each_other(centre: Centre) -> None:
    for row in centre.rows("plate"):
        days = [row[name] for name in ("issued_on", "returned_on", "written_off_on") if row[name]]
        assert days == sorted(days)
