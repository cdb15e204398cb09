"""From which day something is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account
from yunguan.office.people import Role
from yunguan.registers.maintenance.limits import overdue_from


@pytest.mark.django_db
def test_a_limit_that_ends_on_a_holiday_is_overdue_after_the_next_working_day() -> None:
    account(Role.CLERK, "maintenance")
    assert overdue_from(date(2023, 9, 4), "emission_case.loop") == date(2023, 10, 8)  # 4 October rolls to the 7th


@pytest.mark.django_db
def test_an_unknown_rule_gives_no_day() -> None:
    assert overdue_from(date(2023, 9, 4), "no.such") is None
