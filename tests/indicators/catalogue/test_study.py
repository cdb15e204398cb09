"""Figures of study."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import employee, made


@pytest.mark.django_db
def test_members_are_counted_once_and_those_behind_each_month() -> None:
    person = employee()
    talked: dict[str, Any] = {"talked_on": date(2023, 6, 9), "talked_by": "书记", "told_on": date(2023, 6, 5)}
    made("study_score", member=person, month=date(2023, 4, 1), points=800, silent_days=0)
    made("study_score", member=person, month=date(2023, 5, 1), points=300, silent_days=9, **talked)
    ids = ("members", "points", "below", "told", "talked")
    assert values(*(f"study.{name}" for name in ids)) == ["1", "1100", "1", "1", "1"]
