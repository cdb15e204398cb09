"""维稳风险台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_three_matters_are_key_and_the_high_ones_are_still_watched(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "stability_risk")
    ids = ("found", "key", "removed", "open", "open_high")
    assert values(*(f"stability.{name}" for name in ids)) == ["12", "3", "6", "5", "3"]
