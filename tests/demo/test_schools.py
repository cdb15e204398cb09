"""How a total is shared, and which schools there are."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.schools import county_schools, shares, urban_schools
from yunguan.demo.targets import aim


def test_shares_add_up_exactly_and_keep_the_least() -> None:
    parts = shares(1349, [7, 3, 11, 1], least=20)
    assert sum(parts) == 1349
    assert min(parts) >= 20
    assert parts[2] > parts[0] > parts[1]


def test_urban_schools_are_as_published_and_every_county_has_one(centre: Centre) -> None:
    assert len(urban_schools(centre)) == aim("training.schools.urban")
    assert len({row["area"] for row in county_schools(centre)}) == len(county_schools(centre))
