"""Figures of proposals."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import proposal


@pytest.mark.django_db
def test_an_answer_after_three_months_is_late() -> None:
    proposal(1, replied_on=date(2023, 6, 1), reply_class="A", feedback="satisfied")
    proposal(2, replied_on=date(2023, 6, 2), reply_class="B", feedback="dissatisfied", kind="suggestion")
    ids = ("received", "completed", "on_time_rate", "satisfaction_rate", "class_a", "suggestions")
    assert values(*(f"proposals.{name}" for name in ids)) == ["2", "0", "50", "50", "1", "1"]
