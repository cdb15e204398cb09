"""教练员台账 of the demonstration."""

from __future__ import annotations

from yunguan.core.codes import identity_number
from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_the_urban_coaches_who_teach_are_as_many_as_published(centre: Centre) -> None:
    rows = centre.rows("coach")
    assert sum(row["state"] == "teaching" and row["area"] in URBAN for row in rows) == aim("training.coaches")
    assert {row["state"] for row in rows} == {"teaching", "preparing", "paused", "left", "barred"}


def test_nobody_teaches_before_having_driven_for_years(centre: Centre) -> None:
    for row in centre.rows("coach"):
        if row["started_on"]:
            assert (row["started_on"] - row["licensed_on"]).days > 3 * 365
            assert row["hired_on"] < row["prepared_on"] < row["started_on"]
            assert identity_number.age(row["identity_number"], row["started_on"]) < 60
