"""教学场地台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.schools import urban_schools


def test_every_urban_school_has_a_ground_large_enough(centre: Centre) -> None:
    rows = centre.rows("training_site")
    assert {row["operator"] for row in urban_schools(centre)} <= {row["operator"] for row in rows}
    assert all(row["square_metres"] >= 200 * row["capacity"] for row in rows)


def test_some_grounds_are_put_right_or_given_up(centre: Centre) -> None:
    assert {row["state"] for row in centre.rows("training_site")} == {"in_use", "rectifying", "closed"}
