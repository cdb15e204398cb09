"""公交线路走向台账 of the demonstration."""

from __future__ import annotations

from datetime import timedelta

from yunguan.demo.centre import Centre


def test_every_line_has_a_route_and_a_changed_one_two_that_follow_each_other(centre: Centre) -> None:
    routes = centre.rows("bus_line_version")
    assert {row["line"] for row in routes} == {row["line_no"] for row in centre.rows("bus_line")}
    first = {row["line"]: row for row in routes if row["number"] == 1}
    second = [row for row in routes if row["number"] == 2]
    assert second
    for row in second:
        assert first[row["line"]]["effective_to"] + timedelta(days=1) == row["effective_from"]
