"""Certificates: signed or failed, replaced, expired, cancelled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.complaints import complains_about
from tests.registers.practitioners.people import SECTION, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.record import Record

DAY = date(2023, 9, 27)
ROW = {"issued_on": DAY, "valid_to": date(2029, 9, 26), "state": "pending"}


def certificate(number: int = 1, **values: Any) -> Record:
    known = {"issue_no": str(number), "name": "甲", "identity_number": identity(1), "category": "09002"}
    known |= {"certificate_no": "1", "matter": "1", "medium": "electronic", "area": "430405"}
    return made("certificate", **(known | {"issued_on": DAY, "valid_to": date(2029, 9, 26)} | values))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"valid_to": DAY}, ["valid_to"]),
        ({"state": "valid"}, ["signed_on"]),
        ({"state": "valid", "signed_on": date(2023, 9, 1)}, ["signed_on"]),
        ({"state": "failed"}, ["failed_on"]),
        ({"state": "replaced", "signed_on": DAY}, ["replaced_on"]),
        ({"state": "expired", "signed_on": DAY}, ["expired_on"]),
        ({"state": "cancelled"}, ["cancelled_on"]),
    ],
)
def test_a_certificate_has_the_days_of_its_state(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("certificate", **(ROW | row)) == expected


@pytest.mark.django_db
def test_a_certificate_is_signed_within_three_working_days_over_the_holiday() -> None:
    clerk, record = account(Role.CLERK, SECTION), certificate()
    assert record.due_on == date(2023, 10, 8)
    step(record, "fail", clerk, date(2023, 9, 28), "签章服务中断")
    step(record, "sign", clerk, date(2023, 10, 7))
    assert step(record, "expire", clerk, date(2023, 12, 1)).state == "expired"


@pytest.mark.django_db
def test_one_certificate_a_category_is_valid_and_the_form_decides_what_is_electronic() -> None:
    clerk, head = account(Role.CLERK, SECTION), account(Role.HEAD, SECTION)
    first: Any = step(certificate(), "sign", clerk, DAY)
    paper: Any = certificate(2, medium="paper", category="02001")
    assert (first.electronic, paper.electronic) == (True, False)
    assert (first.type_code[-4:], paper.type_code[-4:]) == ("D075", "D071")
    step(first, "replace", clerk, date(2023, 9, 28))
    with pytest.raises(Refused, match="不能“注销”"):
        step(first, "cancel", head, date(2023, 9, 28), "撤销")
    assert step(step(paper, "sign", clerk, DAY), "cancel", head, date(2023, 10, 8), "撤销").state == "cancelled"
