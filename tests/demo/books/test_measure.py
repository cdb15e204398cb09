"""改进措施台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_last_years_measures_are_done_and_this_years_begin(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "measure")
    assert values("problems.measures", "problems.measures_done", "problems.last_year_done_rate") == ["22", "0", "80"]
