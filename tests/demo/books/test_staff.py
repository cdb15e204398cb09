"""干部职工名册 of the demonstration."""

from __future__ import annotations

from collections import Counter
from datetime import date

from yunguan.core.codes import identity_number
from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, aim


def test_in_post_and_retired_are_as_published(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("staff"))
    assert states["in_post"] == aim("unit.staff_in_post")
    assert states["retired"] == aim("unit.retirees")
    assert states["left"] > 0


def test_some_retired_during_the_year(centre: Centre) -> None:
    assert any(row["retired_on"] and row["retired_on"].year == YEAR for row in centre.rows("staff"))


def test_nobody_in_post_is_past_retirement(centre: Centre) -> None:
    for row in centre.rows("staff"):
        if row["state"] == "in_post":
            assert 18 <= identity_number.age(row["identity_number"], date(YEAR, 12, 31)) < 60


def test_no_section_has_more_people_than_posts(centre: Centre) -> None:
    posts = {row["name"]: row["posts"] for row in centre.rows("establishment")}
    people = Counter(row["unit"] for row in centre.rows("staff") if row["state"] == "in_post")
    assert all(people[name] <= count for name, count in posts.items())
