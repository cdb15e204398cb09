"""Entries: what must be put right; seats and marks are told in tests/registers/test_exam.py."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.complaints import complains_about

ENTRY = {"applied_on": date(2023, 6, 1), "exam_on": date(2023, 6, 20), "state": "registered"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"state": "passed"}, ["score"]),
        ({"state": "passed", "score": 101}, ["score"]),
        ({"state": "absent", "score": 0}, ["score"]),
        ({"state": "certified", "score": 90}, ["certificate_no"]),
        ({"applied_on": date(2023, 6, 21)}, ["applied_on"]),
    ],
)
def test_marks_and_days_must_fit_the_state(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("managers_exam_entry", **(ENTRY | row)) == expected
