"""春运值班表 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_two_people_are_on_duty_every_day(centre: Centre) -> None:
    rows = centre.rows("spring_duty")
    assert len({(row["duty_on"], row["shift"]) for row in rows}) == len(rows) == 80
    assert len({(row["duty_on"], row["person"]) for row in rows}) == 80
