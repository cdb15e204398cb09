"""困难企业监测台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_four_companies_are_watched_every_month(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "distress_watch")
    assert values("distress.operators", "distress.reports", "distress.urgent") == ["4", "48", "1"]
    wages, insurance = (float(each) for each in values("distress.wages_owed", "distress.insurance_unpaid"))
    assert wages > insurance > 0
