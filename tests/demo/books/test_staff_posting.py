"""干部派驻台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_the_village_team_is_as_published(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "staff_posting")
    ids = ("team_members", "talents_sent", "office_money", "project_money")
    assert values(*(f"rural.{name}" for name in ids)) == ["3", "1", "2", "5"]
