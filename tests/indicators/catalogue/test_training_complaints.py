"""Figures of complaints: by cause, settled of those that ended, money refunded of what was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.driver_training.schools import SECTION, company, made
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role, User
from yunguan.registers.record import Record

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 4)


def complaint(number: int, clerk: User, **values: Any) -> Record:
    known = {
        "complaint_no": str(number),
        "received_on": DAY,
        "channel": "call",
        "complainant": "学员",
        "content": "退费",
    }
    known |= {"cause": "refund", "paid": 300_000, "refund_asked": 200_000, "operator": company(number)}
    return step(made("contract_complaint", **(known | values)), "accept", clerk, DAY)


def test_refunds_are_measured_by_money_and_settlements_by_cases() -> None:
    clerk = account(Role.CLERK, SECTION)
    settled = step(complaint(1, clerk), "settle", clerk, DAY, result="退", refund_agreed=100_000)
    step(settled, "fulfil", clerk, DAY)
    step(complaint(2, clerk, contract_signed=False), "refuse", clerk, DAY, result="各执一词")
    complaint(3, clerk, cause="price", refund_asked=None, contract_signed=True)
    names = ("total", "refund", "price", "settled_rate", "fulfilled_rate", "refunded", "refund_rate", "unsigned_rate")
    ids = [f"training.complaints.{name}" for name in names]
    found = figures(question_of(Period.year(2023)), ids)
    assert [found[name].value for name in ids[:5]] == [3, 2, 1, 50, 100]
    assert [str(found[name].value) for name in ids[5:]] == ["0.1", "25", "50"]
