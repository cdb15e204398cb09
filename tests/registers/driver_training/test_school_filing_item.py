"""The list of papers: what must be put right."""

from __future__ import annotations

from datetime import date

from tests.registers.complaints import complains_about


def test_an_item_does_not_end_before_it_begins() -> None:
    days = {"effective_from": date(2022, 11, 1), "effective_to": date(2022, 10, 31)}
    assert complains_about("school_filing_item", **days) == ["effective_to"]
    assert complains_about("school_filing_item", effective_from=date(2022, 11, 1)) == []
