"""Rows of the demonstration: taken over as they are, and what they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre

pytestmark = pytest.mark.django_db


def test_most_petitions_are_closed_in_time_and_some_are_open(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "petition")
    registered, open_, kept = (
        float(each) for each in values(*(f"petitions.{n}" for n in ("registered", "open", "on_time_rate")))
    )
    assert registered == len(centre.rows("petition"))
    assert 0 < open_ < registered
    assert 50 < kept < 100
