"""客运线路台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.route import CONVERTED, COUNTS
from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR


def test_there_are_lines_of_every_range_and_some_were_converted(centre: Centre) -> None:
    rows = centre.rows("route")
    assert len(rows) == sum(COUNTS.values())
    assert len({row["route_no"] for row in rows}) == len(rows)
    assert sum(row["state"] == "converted" for row in rows) == CONVERTED


def test_no_licence_that_is_said_to_hold_ended_before_the_year(centre: Centre) -> None:
    assert all(row["licence_to"].year >= YEAR for row in centre.rows("route"))
