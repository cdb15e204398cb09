"""满意度答卷 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_most_of_those_who_were_asked_are_satisfied(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "survey_answer")
    assert values("satisfaction.asked", "satisfaction.answered", "satisfaction.valid") == ["360", "329", "320"]
    ids = ("operators.rate", "passengers.rate", "trainees.rate", "examinees.rate", "rate")
    assert values(*(f"satisfaction.{name}" for name in ids)) == ["94.2", "93.3", "94.4", "96.4", "94.4"]


def test_only_who_is_not_satisfied_says_why(centre: Centre) -> None:
    said = {row["grade"] for row in centre.rows("survey_answer") if row["remark"]}
    assert said == {"dissatisfied", "very_dissatisfied"}
