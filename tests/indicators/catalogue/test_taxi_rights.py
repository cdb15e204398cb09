"""Figures of taxi rights."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
ENDS = date(2023, 12, 31)


def right(number: int, ends: date) -> Record:
    values: dict[str, Any] = {"right_no": str(number), "operator": operator(number, sector="taxi"), "holder": "企业"}
    values |= {"owned_by": "company", "plate": f"湘DT123{number}", "granted_on": date(2018, 1, 1), "valid_to": ends}
    return create(book=book("taxi_right"), values=values, user=None, on=START, now=NOW)


def test_a_right_granted_anew_is_in_force_once_on_either_side_of_the_new_year() -> None:
    clerk, head = account(Role.CLERK, "urban_transit"), account(Role.HEAD, "urban_transit")
    again: dict[str, Any] = {"new_valid_to": date(2029, 12, 31), "decision_no": "18号"}
    one = step(right(1, ENDS), "apply", clerk, date(2023, 11, 1), service_passed=True)
    other = step(right(2, ENDS), "apply", clerk, date(2023, 11, 1), service_passed=True)
    step(one, "regrant", head, date(2023, 11, 20), **again)
    step(other, "refuse", head, date(2023, 11, 20), reason="考核不合格")
    right(3, date(2025, 6, 30))
    ids = [f"taxi_rights.{name}" for name in ("in_force", "ending", "regranted", "regranted_rate", "expired")]
    found = figures(question_of(Period.year(2023)), ids)
    assert [figure.value for figure in found.values()] == [2, 2, 1, 50, 0]
