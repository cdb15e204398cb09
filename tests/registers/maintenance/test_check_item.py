"""Items to be looked at, in versions."""

from __future__ import annotations

from datetime import date

from tests.registers.complaints import complains_about


def test_a_version_does_not_end_before_it_begins() -> None:
    row = {"effective_from": date(2023, 7, 1), "effective_to": date(2023, 6, 30)}
    assert complains_about("check_item", **row) == ["effective_to"]
