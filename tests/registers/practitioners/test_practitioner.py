"""Practitioners: what must be put right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, START, identity
from tests.registers.complaints import complains_about
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import create

ISSUED = {"issued_on": date(2023, 3, 1)}


def test_a_certificate_ends_after_it_was_issued() -> None:
    assert complains_about("practitioner", valid_to=date(2023, 3, 1), **ISSUED) == ["valid_to"]
    assert complains_about("practitioner", valid_to=date(2029, 3, 1), **ISSUED) == []


def test_nobody_had_a_certificate_first_after_this_one() -> None:
    row = {"valid_to": date(2029, 3, 1), "first_issued_on": date(2023, 3, 2)}
    assert complains_about("practitioner", **row, **ISSUED) == ["first_issued_on"]


@pytest.mark.django_db
def test_one_person_holds_one_qualification_once() -> None:
    values = {
        "name": "阳光",
        "identity_number": identity(1),
        "category": "01001",
        "certificate_no": "1",
        "issued_on": START,
        "valid_to": date(2029, 1, 1),
        "area": "430405",
    }
    create(book=book("practitioner"), values=values, user=None, on=START, now=NOW)
    with pytest.raises(Refused, match="已有相同的记录"):
        create(book=book("practitioner"), values=values, user=None, on=START, now=NOW)
