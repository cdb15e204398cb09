"""Certificates replaced in the year."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.replacements import replacements
from yunguan.demo.targets import YEAR


def test_what_is_replaced_was_issued_the_year_before(centre: Centre) -> None:
    found = replacements(centre)
    assert found
    assert all(person["issued_on"].year == YEAR - 1 and day.year == YEAR for person, _, day in found)
    assert {matter for _, matter, _ in found} <= {"2", "3", "4", "5"}
