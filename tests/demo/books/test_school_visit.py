"""驾校走访台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.schools import urban_schools
from yunguan.demo.targets import YEAR, aim


def test_every_urban_school_was_visited_and_some_twice(centre: Centre) -> None:
    rows = centre.rows("school_visit")
    visited = {row["operator"] for row in rows if row["visited_on"].year == YEAR}
    assert len(visited) == aim("training.school_visits")
    assert visited == {row["operator"] for row in urban_schools(centre)}
    assert len(rows) > len(visited)


def test_problems_are_followed_up(centre: Centre) -> None:
    rows = centre.rows("school_visit")
    assert {row["state"] for row in rows} == {"closed", "answered", "following"}
    assert all(row["problem"] for row in rows if row["state"] != "closed")
