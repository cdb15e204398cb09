"""活动台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_activities_of_every_kind_were_held(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "activity")
    ids = ("party", "study", "campaigns", "union", "trainings")
    assert values(*(f"activities.{name}" for name in ids)) == ["4", "8", "7", "4", "1"]
    assert values("civic.street_duties") == ["12"]
