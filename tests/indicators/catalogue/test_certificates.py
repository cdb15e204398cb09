"""Figures of certificates: replacements among the issued, electronic among all, attempts before the first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.practitioners.people import EXAM, SECTION, application, entry, made, sitting
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def value(*names: str) -> list[Any]:
    ids = [f"certificates.{name}" for name in names]
    found = figures(question_of(Period.year(2023)), ids)
    return [found[name].value for name in ids]


def test_only_signed_certificates_of_the_year_count() -> None:
    clerk = account(Role.CLERK, SECTION)
    for number, day, medium, matter in (
        (1, date(2022, 3, 1), "paper", "1"),
        (2, date(2023, 3, 1), "electronic", "1"),
        (3, date(2023, 4, 3), "both", "2"),
        (4, date(2023, 5, 4), "paper", "6"),
        (5, date(2023, 6, 5), "electronic", "1"),
    ):
        known = {"issue_no": str(number), "name": "甲", "identity_number": identity(number), "category": "09002"}
        known |= {"certificate_no": "1", "matter": matter, "medium": medium, "area": "430405"}
        record = made("certificate", **known, issued_on=day, valid_to=date(2029, 1, 1))
        step(record, "sign" if number < 5 else "fail", clerk, day, "" if number < 5 else "签章服务中断")
    assert value("issued", "replacements", "signature_failed") == [3, 2, 1]
    assert str(value("electronic_rate")[0]).startswith("66.6")


def test_attempts_before_the_first_certificate_are_told() -> None:
    clerk, head = account(Role.CLERK, SECTION), account(Role.HEAD, SECTION)
    record = step(application(1), "admit", clerk, date(2023, 5, 10))
    for number, day, marks in ((1, EXAM, 60), (2, date(2023, 7, 20), 85)):
        seated = step(entry(sitting(number, exam_on=day), 1), "register", clerk, date(2023, 6, 20))
        code = "pass" if marks == 85 else "fail"
        step(seated, code, clerk, day, score=marks, regional_score=marks)
    record.refresh_from_db()
    step(record, "issue", head, date(2023, 7, 24))
    assert value("applications", "applications.issued", "attempts", "repeat_rate") == [1, 1, 2, 100]
