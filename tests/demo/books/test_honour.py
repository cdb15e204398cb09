"""荣誉台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_the_centre_and_its_team_were_awarded_in_the_year(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "honour")
    assert values("activities.honours") == ["4"]
