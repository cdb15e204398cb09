"""驾培月报台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_the_learners_up_to_october_are_as_many_as_published(centre: Centre) -> None:
    rows = centre.rows("training_month")
    assert sum(row["trained"] for row in rows if row["month"] <= "2023-10") == aim("training.learners")
    assert min(row["trained"] for row in rows) > 0


def test_every_urban_school_reported_every_month(centre: Centre) -> None:
    rows = centre.rows("training_month")
    assert set(Counter(row["operator"] for row in rows).values()) == {12}
    assert len({row["operator"] for row in rows}) == aim("training.schools.urban")


def test_numbers_of_a_month_fit_each_other(centre: Centre) -> None:
    for row in centre.rows("training_month"):
        assert row["passed"] <= row["examined"]
        assert row["contracts"] <= row["enrolled"]
