"""汽车客运站名录 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre


def test_every_operator_of_stations_has_one(centre: Centre) -> None:
    owners = [row["operator"] for row in centre.rows("station")]
    assert sorted(owners) == sorted(row["uscc"] for row in operating(centre, "station"))


def test_stations_stand_in_every_state(centre: Centre) -> None:
    assert {row["state"] for row in centre.rows("station")} == {"operating", "suspended", "closed"}
