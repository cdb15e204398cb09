"""Publicity: what a piece of each medium owes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.registers.complaints import complains_about


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"medium": "banner"}, []),
        ({"medium": "briefing"}, ["issue_no"]),
        ({"medium": "briefing", "issue_no": 1}, []),
        ({"medium": "poster"}, ["copies"]),
        ({"medium": "manual", "copies": 200}, []),
    ],
)
def test_a_briefing_has_a_number_and_a_poster_copies(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("publicity", state="valid", **row) == expected
