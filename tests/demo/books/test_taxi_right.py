"""出租汽车经营权台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.taxi_right import ENDING
from yunguan.demo.centre import Centre


def test_every_right_granted_anew_has_its_follower(centre: Centre) -> None:
    rows = centre.rows("taxi_right")
    old = {row["plate"] for row in rows if row["state"] == "regranted"}
    assert {row["plate"] for row in rows if row["granted_again"]} == old
    assert len(old) == ENDING["regranted"]


@pytest.mark.django_db
def test_the_workbook_is_taken_over_and_a_right_lasts_until_its_follower_begins(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "taxi_right")
    ids = [f"taxi_rights.{name}" for name in ("ending", "regranted", "expired")]
    assert values(*ids) == [str(sum(ENDING.values())), str(ENDING["regranted"]), str(ENDING["expired"])]
