"""Rows of the demonstration: taken over as they are, and what they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre

pytestmark = pytest.mark.django_db


def test_the_visits_come_to_the_published_batches_and_people(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "petition_visit")
    assert values("appeals.visits.batches", "appeals.visits.people", "appeals.visits.groups") == ["52", "173", "9"]
