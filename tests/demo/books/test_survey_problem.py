"""调研问题台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_all_problems_of_the_survey_are_solved(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "survey_problem")
    ids = ("collected", "solved", "confirmed")
    assert values(*(f"party.survey_problems.{name}" for name in ids)) == ["36", "36", "32"]
