"""群众满意客运站创建台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.satisfied_station import COURSE
from yunguan.demo.centre import Centre


def test_cases_stand_in_every_state(centre: Centre) -> None:
    assert {row["state"] for row in centre.rows("satisfied_station")} == {*COURSE, "named", "revoked"}
