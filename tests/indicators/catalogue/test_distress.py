"""Figures of companies in distress."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import operator
from tests.registers.general.cases import made
from tests.registers.general.test_distress_watch import ROW


@pytest.mark.django_db
def test_what_is_owed_is_told_of_the_last_month_alone() -> None:
    owner = operator(1)
    for month in (11, 12):
        made("distress_watch", operator=owner, watcher="监测员", **(ROW | {"month": date(2023, month, 1)}))
    ids = ("operators", "reports", "wages_owed", "people_owed", "stopped_rate", "urgent")
    assert values(*(f"distress.{name}" for name in ids)) == ["1", "2", "1", "40", "25", "0"]
