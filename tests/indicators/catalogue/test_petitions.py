"""Figures of petitions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import petition


@pytest.mark.django_db
def test_a_petition_is_in_time_by_the_days_it_took() -> None:
    for number, decided in enumerate((date(2023, 6, 1), date(2023, 8, 1)), start=1):
        petition(number, accepted_on=date(2023, 4, 28), decided_on=decided)
    petition(3, purpose="suggestion", repeated=True)
    ids = ("registered", "claims", "on_time_rate", "repeat_rate", "reviewed")
    assert values(*(f"petitions.{name}" for name in ids)) == ["3", "2", "50", "33.3", "0"]
