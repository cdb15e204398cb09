"""建议提案办理台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_all_proposals_of_the_year_are_completed(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "proposal")
    ids = ("received", "completed", "completed_rate", "on_time_rate", "satisfaction_rate")
    assert values(*(f"proposals.{name}" for name in ids)) == ["43", "43", "100", "100", "100"]
