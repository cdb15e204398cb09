"""Figures of risks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import made


@pytest.mark.django_db
def test_risks_are_open_until_they_are_removed() -> None:
    for number, key in ((1, True), (2, False)):
        known = {"risk_no": f"W{number}", "found_on": date(2023, 9, 27), "kind": "wages", "subject": "欠薪"}
        made("stability_risk", on=date(2023, 9, 27), description="反映欠薪", key_matter=key, **known)
    ids = ("found", "key", "open", "open_high", "removed_rate")
    assert values(*(f"stability.{name}" for name in ids)) == ["2", "1", "2", "0", "0"]
